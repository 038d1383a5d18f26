import { frPlural } from '../words/plural.ts'

const count = (n: number, one: string, many: string) => `${n} ${frPlural(n, one, many)}`

export const fr = {
  title: (n: number) =>
    n === 0 ? 'Prévenir les clients touchés' : n === 1 ? 'Prévenir le client touché' : `Prévenir les ${n}`,
  back: (incident: string) => `Cellule : ${incident}`,
  answer: {
    nobody: 'Personne n’est encore sur la liste : importez les commandes touchées.',
    toTell: (people: number, toTell: number, wrote: number) =>
      `${count(people, 'client touché', 'clients touchés')} ; ${toTell === 0 ? 'aucun n’est à prévenir' : `${toTell} à prévenir avant qu’${toTell === 1 ? 'il n’écrive' : 'ils n’écrivent'}`}${wrote === 0 ? '' : `, ${wrote} ${frPlural(wrote, 'a', 'ont')} déjà écrit`}.`,
    asked: (n: number, left: number) =>
      `Le message attend ${left === 1 ? 'un lecteur' : 'deux lecteurs'} avant de partir à ${count(n, 'client', 'clients')}.`,
    running: (sent: number, all: number, answered: number) =>
      `${count(sent, 'client prévenu', 'clients prévenus')} sur ${all}${answered === 0 ? '' : `, ${count(answered, 'réponse', 'réponses')}`}.`,
    outOfReach: (n: number) =>
      `${count(n, 'ne peut pas être prévenu', 'ne peuvent pas être prévenus')} d’ici : la liste dit pourquoi.`,
    paused: (planned: number) => `En pause : ${count(planned, 'client attend', 'clients attendent')} encore.`,
  },
  affected: 'Qui est touché',
  affectedNote:
    'Chacun une fois, d’où qu’on le connaisse. Qui a écrit a sa réponse là où il a écrit ; qui a été prévenu ne l’est pas deux fois.',
  sources: (orders: number, wrote: number, fact: number) =>
    [
      `${orders} par leur commande`,
      `${wrote} par leurs messages`,
      ...(fact === 0 ? [] : [`${fact} par un fait de leur dossier`]),
    ].join(', '),
  optedOut: (n: number) =>
    n === 0
      ? ''
      : `${count(n, 'ne veut plus', 'ne veulent plus')} de ces messages : rien ne part vers ${n === 1 ? 'lui' : 'eux'}.`,
  toldBefore: (n: number) => (n === 0 ? '' : `${count(n, 'a déjà été prévenu', 'ont déjà été prévenus')}.`),
  noMail: 'Aucun compte e-mail n’est connecté : qui n’a laissé qu’une adresse ne peut pas être prévenu d’ici.',
  imports: 'Commandes touchées',
  importsNote:
    'Un fichier CSV (600 ko, 5 000 lignes au plus), en UTF-8 ou Windows-1252 : commande, et si possible prénom, nom, e-mail, date, solution. Les autres colonnes ne sont pas gardées.',
  file: 'Fichier',
  import: 'Importer',
  imported: (accepted: number, rejected: number) =>
    `${count(accepted, 'commande', 'commandes')}, ${count(rejected, 'ligne refusée', 'lignes refusées')}`,
  ignored: (names: string) => `Colonnes laissées de côté : ${names}.`,
  by: (name: string, ago: string) => `${name}, ${ago}`,
  takeRejected: 'Prendre les lignes refusées',
  takeRejectedOf: (name: string) => `Prendre les lignes refusées de ${name}`,
  why: 'Pourquoi refusée',
  columns: { order: 'commande', firstName: 'prénom', name: 'nom', email: 'e-mail', date: 'date', solution: 'solution' },
  faults: {
    'unclosed-quote': () => 'un guillemet s’ouvre et ne se ferme pas',
    cells: (_c: string, _v: string, found: number, expected: number) => `${found} cases au lieu de ${expected}`,
    'order-missing': () => 'la commande manque',
    'too-long': (column: string) => `${column} : plus de 200 caractères`,
    unreadable: (column: string) => `${column} : caractères illisibles`,
    'not-an-email': (_c: string, value: string) => `« ${value} » n’est pas une adresse`,
    'not-a-day': (_c: string, value: string) => `« ${value} » n’est pas une date`,
  },
  message: 'Le message',
  messageNote:
    'Entre accolades, ce qui change pour chacun : {prénom}, {commande}, {solution}, {date} ; {prénom|Madame, Monsieur} dit quoi mettre quand on ne le sait pas. Toujours en privé, jamais en public.',
  language: 'Langue',
  languages: { fr: 'Français', en: 'Anglais' },
  subject: 'Objet de l’e-mail',
  words: 'Message',
  start:
    'Bonjour {prénom|Madame, Monsieur},\n\nvotre commande {commande} est touchée par … Voici ce que nous faisons : {solution}.\n\n',
  withWriters: 'Aussi ceux qui ont déjà écrit',
  fact: 'Et ceux dont le dossier dit',
  noFact: 'rien de plus',
  facts: {
    'delivery requested': 'livraison demandée, pas faite',
    'refund requested': 'remboursement demandé, pas fait',
    'replacement requested': 'remplacement demandé, pas fait',
    'incident requested': 'touché par l’incident',
  } as Readonly<Record<string, string>>,
  perMinute: 'Par minute et par compte',
  prepare: 'Préparer la liste',
  prepareAgain: 'Refaire la liste',
  prepared: (n: number, left: number) =>
    `${count(n, 'message prêt', 'messages prêts')} ; rien n’est parti.${left === 0 ? '' : ` ${left} de plus viendront après ceux-ci.`}`,
  ask: 'Demander la relecture',
  askedDone: 'Demande faite : rien ne part avant qu’un autre l’ait lu.',
  readers: (needed: number): string =>
    needed === 2
      ? 'Deux autres personnes le lisent avant le premier envoi.'
      : 'Une autre personne le lit avant le premier envoi.',
  returned: (reason: string) => `Rendu : ${reason}`,
  approve: 'Approuver',
  approved: (names: string) => `Approuvé par ${names}.`,
  writtenBy: (name: string) => `Écrit par ${name}.`,
  return: 'Rendre',
  returnTitle: 'Qu’est-ce qui ne va pas ?',
  returnLabel: 'Son auteur le lira',
  progress: 'Où en est-on',
  pause: 'Mettre en pause',
  resume: 'Reprendre',
  withdraw: 'Arrêter là',
  withdrawTitle: 'Ne plus prévenir les autres ?',
  withdrawText: 'Ceux qui sont prévenus le restent ; les autres ne le seront pas par ce message.',
  minutesLeft: (spelled: string) => `Encore ${spelled} environ, à ce rythme.`,
  pausedByClosing:
    'La cellule est fermée, et l’envoi s’est mis en pause : reprenez-le pour ceux qui restent, ou arrêtez-le là.',
  tooLate: 'La cellule est fermée : ce message ne part plus.',
  stopNote: 'Couper la parole de la marque suspend aussi ces envois ; ils reprennent d’où ils en étaient.',
  counts: {
    planned: 'à prévenir',
    leaving: 'en train de partir',
    sent: 'prévenus',
    answered: 'ont répondu',
    refused: 'refusés par le réseau',
    heldBack: 'retenus par la garde, incomplets ou à faire relire',
    noWay: 'sans moyen',
    optedOut: 'ne veulent plus de message',
    withdrawn: 'laissés',
  },
  list: 'La liste',
  listNote: 'Ce qui demande quelqu’un vient d’abord.',
  more: (n: number) => `Et ${count(n, 'autre', 'autres')}.`,
  nameless: 'Sans nom',
  orders: (orders: string) => `commande ${orders}`,
  ways: {
    'private-conversation': (account: string) => `dans sa conversation privée, ${account}`,
    'private-message': (account: string) => `par message privé, ${account}`,
    email: (account: string) => `par e-mail, ${account}`,
  },
  none: {
    'opted-out': 'ne veut plus de ces messages',
    'no-address': 'aucun moyen connu de lui écrire',
    'no-mail-account': 'une adresse e-mail, mais aucun compte e-mail connecté',
    'account-closed': 'le compte où il écrivait n’est plus connecté',
    'no-private-messages': 'ce réseau n’a pas de messages privés',
    'not-mutual': 'ce réseau ne porte pas de message privé jusqu’à lui',
    'recipient-closed': 'il ne reçoit pas de messages privés',
    'must-write-first': 'ce réseau veut qu’il écrive d’abord',
    'window-expired': 'le délai du réseau pour lui écrire est passé',
    'already-used': 'le réseau ne laisse qu’un message privé, déjà envoyé',
    blocked: 'il a bloqué le compte',
    unknown: 'le réseau n’a pas dit si un message arriverait',
  } as Readonly<Record<string, string>>,
  states: {
    planned: 'à prévenir',
    'held-back': 'retenu',
    'no-way': 'sans moyen',
    'opted-out': 'laissé en paix',
    given: 'en train de partir',
    sent: 'prévenu',
    answered: 'a répondu',
    refused: 'refusé par le réseau',
    withdrawn: 'laissé',
  },
  missing: (names: string) => `Il manque ${names} : ajoutez-le au fichier, ou dites quoi mettre à la place.`,
  slots: { firstName: 'le prénom', order: 'la commande', solution: 'la solution', date: 'la date' },
  held: 'La garde retient ce message :',
  show: 'Lire le message',
  case: (number: number) => `Dossier ${number}`,
  objections: 'Ne plus écrire à quelqu’un',
  objectionsNote: 'Qui répond « stop » est laissé en paix sans que personne n’y pense ; ici, qui l’a dit autrement.',
  email: 'Son adresse e-mail',
  note: 'Noter',
  noted: 'Noté : aucun de ces messages n’ira plus à cette adresse.',
}
