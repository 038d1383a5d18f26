import type { Moment } from '#core/statement/moment.ts'

const many = (n: number, one: string, several: string) => (n === 1 ? `1 ${one}` : `${n} ${several}`)

/** The words of public statements, in French. */
export const fr = {
  title: 'Points publics',
  answer: (out: number, needing: number) =>
    needing > 0
      ? `${many(needing, 'point demande', 'points demandent')} quelqu’un : à valider, à vérifier, ou plus visible.`
      : out === 0
        ? 'Rien n’a été dit à tout le monde. Les messages sont prêts ci-dessous.'
        : `${many(out, 'point est publié et se lit', 'points sont publiés et se lisent')} là où ${out === 1 ? 'il doit' : 'ils doivent'} être.`,
  publishOne: 'Publier un point',
  publishNext: 'Suite de ce point',
  resume: 'Reprendre ce point',
  takenBack: 'Repris avant de partir : rien n’a été publié.',
  withdraw: 'Reprendre ma demande',
  read: 'Lire et valider',
  publishNew: 'Publier un nouveau point',
  published: 'Publiés',
  publishedNote:
    'Chaque point est relu après sa publication : est-il toujours en ligne, et quand l’avons-nous regardé.',
  nonePublished: 'Aucun point public.',
  by: (name: string, when: string) => `Par ${name}, ${when}`,
  said: (when: string) => `Publié à ${when}`,
  saidAgain: (times: number, when: string) => `${times} versions ou suites, la dernière à ${when}`,
  see: 'Voir sur le réseau',
  up: (when: string) => `Relu en ligne, ${when}`,
  gone: (when: string) => `N’est plus visible, vérifié ${when}`,
  'no-answer': (when: string) => `Le réseau n’a pas répondu, essayé ${when}`,
  'cannot-ask': (when: string) => `Ce réseau ne permet pas de relire (demandé ${when}) : allez voir sur place.`,
  notYetRead: 'Pas encore relu.',
  waits: (name: string) => `Écrit par ${name}, attend la lecture d’une seconde personne.`,
  returned: (reason: string) => `Rendu à son auteur : ${reason}`,
  library: 'Messages préparés',
  libraryNote:
    'Écrits au calme, relus par la garde pendant qu’on les écrit. Ce que le jour seul peut dire reste entre doubles accolades, et rien ne part tant qu’il en reste.',
  libraryEmpty: 'La bibliothèque est vide.',
  libraryStart: 'Commencer avec onze textes',
  libraryStarted: 'Onze textes sont prêts, dans les deux langues. Faites-les vôtres.',
  add: 'Préparer un message',
  edit: 'Modifier',
  editOf: (title: string) => `Modifier « ${title} »`,
  publishFrom: (title: string) => `Utiliser « ${title} »`,
  use: 'Utiliser',
  remove: 'Retirer',
  removeOf: (title: string) => `Retirer « ${title} »`,
  removeTitle: (title: string) => `Retirer « ${title} » de la bibliothèque ?`,
  removeText: 'Ce qui a été publié à partir de lui reste.',
  removed: 'Le message est retiré.',
  kept: 'Le message est gardé.',
  moments: {
    heard: 'Nous avons vu',
    taken: 'Quelqu’un s’en occupe',
    progress: 'Où nous en sommes',
    settled: 'C’est fini',
    correction: 'Nous rectifions',
  } satisfies Record<Moment, string>,
  momentsOf: (count: number) => many(count, 'message', 'messages'),
  notOffered: 'Proposé dès qu’une personne nommée tient l’incident.',
  form: {
    title: 'Titre, pour l’équipe',
    moment: 'À quel moment',
    text: (language: string, network: string) => `${language}, ${network}`,
    languages: { fr: 'Français', en: 'Anglais' },
    anyNetwork: 'tout réseau',
    addFor: 'Un texte à part pour',
    choose: 'Choisir un réseau',
    dropText: 'Retirer ce texte',
    dropOf: (label: string) => `Retirer le texte « ${label} »`,
    slots: (names: string) =>
      `Remplis tout seuls : ${names}. Tout autre nom entre doubles accolades se remplit à la main.`,
    keep: 'Garder',
    cancel: 'Annuler',
    needs: 'Il faut un titre et au moins un texte.',
    factLater: 'À prouver le jour même : la cellule de crise devra l’avoir confirmé.',
    clear: 'La garde n’a rien à redire.',
  },
  write: {
    title: 'Publier un point',
    next: 'Suite d’un point',
    answer: (n: number) =>
      n === 0
        ? 'Choisissez au moins un compte.'
        : `Un texte par compte, chacun sous son nom. ${many(n, 'compte choisi', 'comptes choisis')}.`,
    about: (title: string) => `À propos de : ${title}`,
    held: (name: string) => `${name} tient l’incident : « nous nous en occupons » est vrai.`,
    notHeld: 'Personne n’a encore dit qu’il tient l’incident : « nous nous en occupons » ne peut pas être publié.',
    from: 'Partir de',
    fromNothing: 'Une page blanche',
    nextAt: 'Prochain point à',
    nextHint: 'Écrit dans le texte, et l’horloge de la cellule suit.',
    common: 'Texte commun',
    commonHint: 'Va sur chaque compte choisi ; changez-le compte par compte ci-dessous.',
    accounts: 'Sur chaque compte',
    include: (account: string) => `Publier sur ${account}`,
    textFor: (account: string) => `Texte pour ${account}`,
    own: 'Texte propre à ce compte.',
    backToCommon: 'Reprendre le texte commun',
    replaces: 'Prendra la place du texte publié ; l’ancien reste gardé ici.',
    follows: 'Ce réseau ne se corrige pas sur place : le texte vient en dessous, dans le même fil.',
    left: (n: number) =>
      n >= 0 ? `${many(n, 'caractère', 'caractères')} de reste` : `${many(-n, 'caractère', 'caractères')} de trop`,
    empty: 'À écrire.',
    clear: 'La garde n’a rien à redire.',
    leftOut: {
      'no-public-post': (account: string) => `${account} : ce réseau ne porte pas de message à tous.`,
      'needs-attention': (account: string) => `${account} : à reconnecter d’abord, voyez État des canaux.`,
    },
    noAccount: 'Aucun compte connecté ne porte de message public. Voyez État des canaux.',
    publish: (n: number) => `Publier sur ${many(n, 'compte', 'comptes')}`,
    ask: (n: number) => `Faire lire, puis publier sur ${many(n, 'compte', 'comptes')}`,
    asked: 'Le point attend la lecture d’une seconde personne : elle est prévenue.',
    leaving: 'Le point part dans quelques secondes.',
    keptIn: 'La garde retient un texte : corrigez-le, rien n’est parti.',
    lone: 'Vous êtes seul à pouvoir relire : le point part après le délai d’annulation.',
  },
}
