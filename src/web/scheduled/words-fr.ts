import type { FlagKind } from '#core/scheduled/flag.ts'
import type { Why } from '#core/scheduled/scheduled-post.ts'

const many = (n: number, one: string, several: string) => (n === 1 ? `1 ${one}` : `${n} ${several}`)

/** The words of what leaves at an hour of its own, in French. */
export const fr = {
  title: 'Ce qui va partir, et quand',
  /** The parts of the first line, in the order of urgency. */
  asking: (n: number) =>
    n === 1
      ? '1 texte n’est pas parti à son heure et demande quelqu’un.'
      : `${n} textes ne sont pas partis à leur heure et demandent quelqu’un.`,
  next: (n: number, when: string) => (n === 1 ? `1 texte part ${when}.` : `${n} textes partent, le premier ${when}.`),
  paused: (n: number) => `${many(n, 'texte programmé est suspendu', 'textes programmés sont suspendus')}.`,
  cellPaused: (n: number) => `Ce qui est programmé est suspendu : ${many(n, 'texte', 'textes')}.`,
  unread: (n: number) => `${many(n, 'texte attend', 'textes attendent')} une lecture avant de partir.`,
  nothing: 'Rien n’est programmé.',
  zone: (zone: string) => `Heures de ${zone}.`,
  today: (hour: string) => `aujourd’hui à ${hour}`,
  tomorrow: (hour: string) => `demain à ${hour}`,
  onDay: (day: string, hour: string) => `${day} à ${hour}`,
  by: (name: string) => `Écrit par ${name}`,
  readBy: (names: string) => `lu par ${names}`,
  waits: 'attend la lecture d’une seconde personne',
  readAgain: 'à faire lire de nouveau',
  pausedBy: (title: string) => `Suspendu tant que « ${title} » est ouvert.`,
  pausedByStop: 'Suspendu : la parole de la marque est coupée.',
  allowed: (title: string, name: string, when: string) => `Permis malgré « ${title} » par ${name}, ${when}.`,
  whys: {
    late: 'Pas parti à son heure : le bureau était arrêté ou occupé. Faut-il encore l’envoyer ?',
    'speech-stopped':
      'Son heure est passée pendant que la parole de la marque était coupée. Faut-il encore l’envoyer ?',
    'incident-over': 'Son heure est passée pendant un incident, clos depuis. Faut-il encore l’envoyer ?',
    writer:
      'Qui l’a écrit n’est plus là, ou ne parle plus au nom de la marque : modifiez-le pour le reprendre à votre nom.',
    'second-factor':
      'Qui l’a écrit n’a plus de double authentification : elle doit revenir, ou modifiez-le à votre nom.',
    account:
      'Le compte n’est plus celui qui était affiché, ou ne porte plus de message à tous : voyez État des canaux.',
    'not-read': 'Personne ne l’avait lu à son heure. Une fois lu, dites s’il part encore.',
    guard: 'La garde le retient maintenant : modifiez-le.',
    'needs-reader': 'Il doit maintenant être lu par plus de personnes : modifiez-le, la demande sera faite.',
    unfortunate: 'Il touche une affaire que son auteur ne connaissait pas. Lisez ci-dessous, puis dites s’il part.',
  } satisfies Record<Why, string>,
  rules: (codes: string) => `Règles : ${codes}.`,
  touches: (title: string, isOpen: boolean) =>
    isOpen ? `Touche « ${title} », ouvert :` : `Touche « ${title} », clos :`,
  kinds: {
    forbidden: (words: string) => `dit ce que la cellule n’a pas permis (${words})`,
    word: (words: string) => `en dit les mots (${words})`,
    title: (words: string) => `en dit le nom (${words})`,
    topic: (words: string) => `parle du même sujet (${words})`,
    cheerful: (words: string) => `vend ou fait la fête pendant ce temps (${words})`,
  } satisfies Record<FlagKind, (words: string) => string>,
  quoted: (word: string) => `« ${word} »`,
  change: 'Modifier',
  move: 'Autre heure',
  moveTitle: 'À quelle heure part-il ?',
  moveYes: 'Déplacer',
  moved: (when: string) => `Il part ${when}.`,
  takeBack: 'Reprendre',
  takenBack: 'Repris : il ne partira pas.',
  takeBackTitle: 'Reprendre ce texte ?',
  takeBackText: 'Il ne partira pas. Pour le garder avec une autre heure, modifiez-le plutôt.',
  letGo: 'Laisser partir',
  tryAgain: 'Essayer de nouveau',
  gone: 'Il part dans quelques secondes.',
  allow: 'Permettre malgré l’incident',
  allowedNow: 'Permis : il partira à son heure.',
  allowTitle: 'Laisser partir malgré l’incident ?',
  allowText: 'Votre nom et l’heure sont gardés au journal de la cellule.',
  disallow: 'Suspendre de nouveau',
  suspended: 'Suspendu de nouveau.',
  of: (act: string, when: string, account: string) => `${act} : ${account}, ${when}`,
  cellTitle: 'Ce qui est programmé',
  cellNone: 'Rien n’est programmé : rien n’est à suspendre.',
  cellGoes: (n: number) => `${many(n, 'texte permis partira', 'textes permis partiront')} malgré l’incident.`,
  cellEnd: 'Après la clôture : ce qui est encore à venir part à son heure, ce qui est passé demande quelqu’un.',
  cellSee: 'Voir tout ce qui est programmé',
  when: {
    label: 'Quand part-il ?',
    now: 'Dès qu’il est prêt',
    later: 'À une heure choisie',
    day: 'Jour de départ',
    hour: 'Heure de départ',
    past: 'Choisissez un moment à venir, dans l’année.',
    twice: 'Cette heure sonne deux fois cette nuit-là : le texte part la première.',
    never: (hour: string) => `Les horloges sautent cette heure : le texte part au changement, à ${hour}.`,
    leaves: (when: string) => `Part ${when}, relu par la garde à ce moment-là.`,
    suspended: (title: string) =>
      `« ${title} » est ouvert : ce texte restera suspendu tant que l’incident dure, sauf si la cellule le permet.`,
    plan: (n: number) => `Programmer sur ${many(n, 'compte', 'comptes')}`,
    ask: (n: number) => `Faire lire, puis programmer sur ${many(n, 'compte', 'comptes')}`,
    planned: (when: string) => `C’est programmé : départ ${when}.`,
    asked: (when: string) => `Départ ${when}, une fois lu par une seconde personne : elle est prévenue.`,
    replaces: 'Prend la place de ce qui est programmé sur ce compte.',
  },
}
