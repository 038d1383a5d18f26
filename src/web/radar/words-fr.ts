export const fr = {
  title: 'Radar',
  answer: (n: number, first: string, how: string) =>
    n === 0
      ? 'Rien ne monte : on parle de la marque comme d’habitude.'
      : n === 1
        ? `Un sujet monte : ${first}, ${how}.`
        : `${n} sujets montent ; le premier : ${first}, ${how}.`,
  calmSoFar: 'Rien ne monte, pour ce que le radar connaît déjà de la marque.',
  deaf: 'Le radar n’a encore rien entendu.',
  learning: (when: string) =>
    `Le radar apprend l’habitude de la marque jusqu’à ${when} : d’ici là, tout ce qui se répète lui paraît nouveau.`,
  words: (words: string) => `« ${words} »`,
  heard: (when: string) => `entendu ${when}`,
  isNew: 'nouveau',
  times: (figure: string) => `${figure} fois l’habitude`,
  lines: 'Ce qui monte',
  linesNote:
    'Une ligne par événement, quel que soit le nombre de copies d’un message. Ouvrez-la pour lire ce que les gens disent.',
  said: (n: number, messages: string, people: string) =>
    `${messages} ${n > 1 ? 'messages' : 'message'}, ${people} ${people === '1' ? 'personne' : 'personnes'}`,
  share: (percent: string) => `${percent} % de ce qui se dit en ce moment`,
  negative: (percent: string) => `${percent} % négatif`,
  reach: (figure: string) => `audience de ceux qui en parlent : ${figure}`,
  since: (when: string) => `depuis ${when}`,
  verbatims: 'Ce que les gens disent',
  noVerbatims: 'Leurs auteurs ont retiré ces messages.',
  openCase: 'Ouvrir le dossier',
  notUs: 'Pas nous',
  notUsOf: (words: string) => `Pas nous : ${words}`,
  notUsTitle: (words: string) => `${words} : pas nous ?`,
  notUsLabel: 'Pourquoi (facultatif)',
  notUsHint:
    'Les messages qui disent deux de ces mots quittent le radar ; ils restent dans la boîte, et quelqu’un leur répond.',
  notUsYes: 'Pas nous',
  muted: 'Sujet écarté du radar',
  phrases: 'Mots qui montent',
  noPhrases: 'Aucun mot ne monte en dehors de ces sujets.',
  search: (phrase: string) => `Chercher « ${phrase} » dans la boîte`,
  topics: 'Par thème',
  networks: 'Par réseau',
  habitNote: 'La dernière demi-heure au plus, à côté de ce qui est habituel à cette heure de ce jour de la semaine.',
  counted: (figure: string) => `${figure} en ce moment`,
  usual: (figure: string) => `d’habitude ${figure}`,
  stillLearning: 'habitude pas encore connue',
  mutes: 'Écartés : pas nous',
  noMutes: 'Aucun sujet n’a été écarté.',
  mutedBy: (name: string, when: string) => `écarté par ${name}, ${when}`,
  keptOut: (n: number, figure: string) => `${figure} ${n > 1 ? 'messages tenus' : 'message tenu'} hors du radar`,
  endedBy: (name: string, when: string) => `repris par ${name}, ${when}`,
  hearAgain: 'Réentendre',
  hearAgainOf: (words: string) => `Réentendre : ${words}`,
  heardAgain: 'Le radar l’entend de nouveau',
}
