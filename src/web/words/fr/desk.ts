import { frPlural } from '../plural.ts'

export const app = {
  places: 'Écrans',
  placesShort: 'Écrans principaux',
  allPlaces: 'Tous les écrans',
  skip: 'Aller au contenu',
  undo: 'Annuler',
  close: 'Fermer',
  cancel: 'Retour',
  tryAgain: 'Réessayer',
  backHome: 'Retour à la boîte',
  troubleTitle: 'Cet écran n’a pas pu s’ouvrir',
  chosen: 'choisi',
  typeToFind: 'Écrivez pour chercher',
  nothingFound: 'Rien de ce nom.',
  dayAndHour: 'Jour et heure',
  changeBrand: 'Changer de marque',
  onTheDesk: 'Au bureau en ce moment',
  andOthers: (n: number) => `et ${n} ${frPlural(n, 'autre', 'autres')}`,
  lineLost: (since: string) =>
    `Liaison coupée depuis ${since} : nouvel essai en cours, vos brouillons sont gardés ici.`,
  youAre: {
    admin: 'Vous administrez',
    manager: 'Vous êtes responsable',
    validator: 'Vous validez',
    agent: 'Vous répondez',
    trainee: 'Vous apprenez',
  },
  theyAre: {
    admin: (name: string) => `${name} administre`,
    manager: (name: string) => `${name}, responsable`,
    validator: (name: string) => `${name} valide`,
    agent: (name: string) => `${name} répond`,
    trainee: (name: string) => `${name} apprend`,
  },
  countOf: {
    inbox: 'à traiter',
    approvals: 'à valider',
    deliveries: 'à régler',
    notifications: 'non lues',
    channels: 'à reprendre',
    quarantine: 'incompris',
    members: '',
    charter: '',
    journal: '',
    settings: '',
  },
}

export const places = {
  journal: 'Journal',
  inbox: 'Boîte de réception',
  approvals: 'À valider',
  deliveries: 'Envois à régler',
  notifications: 'Pour moi',
  channels: 'État des canaux',
  quarantine: 'Quarantaine',
  members: 'Équipe',
  charter: 'Charte',
  settings: 'Réglages',
}
export const placesShort = {
  journal: 'Journal',
  inbox: 'Boîte',
  approvals: 'À valider',
  deliveries: 'Envois',
  notifications: 'Pour moi',
  channels: 'Canaux',
  quarantine: 'Quarantaine',
  members: 'Équipe',
  charter: 'Charte',
  settings: 'Réglages',
}

export const roles = {
  admin: 'Administration',
  manager: 'Responsable',
  validator: 'Validation',
  agent: 'Réponse',
  trainee: 'Apprentissage',
}
export const states = { open: 'ouvert', waiting: 'en attente du client', resolved: 'clos', reopened: 'rouvert' }

export const reasons = {
  answered: 'Répondu',
  'no-answer-needed': 'Aucune réponse attendue',
  'thanks-sufficient': 'Un merci suffit',
  'answered-elsewhere': 'Répondu ailleurs',
  duplicate: 'Doublon',
  spam: 'Indésirable',
  'author-deleted': 'Supprimé par son auteur',
}
export const reasonHints = {
  'no-answer-needed': 'ni question, ni reproche',
  'thanks-sufficient': 'remerciement déjà reçu',
  'answered-elsewhere': 'vous direz où',
  duplicate: 'le même message, ailleurs dans la boîte',
  spam: 'publicité, robot',
  'author-deleted': 'il n’y a plus rien à quoi répondre',
}
export const reasonOf = (code: string | null): string =>
  Object.entries(reasons).find(([known]) => known === code)?.[1] ?? 'sans raison notée'

export const commands = {
  title: 'Que voulez-vous faire ?',
  placeholder: 'Une commande, un client, un numéro de dossier',
  keymap: 'Clavier',
  keymapAnswer: (on: boolean) =>
    on
      ? 'Chaque touche de l’écran où vous êtes.'
      : 'Les touches d’une lettre sont coupées : seules restent celles avec Ctrl ou ⌘.',
  changeKeys: 'Changer les touches',
  none: 'Aucune commande ni dossier de ce nom.',
  caseFound: (number: number, where: string) => `dossier ${number}, ${where}`,
  seeAll: (typed: string) => `Chercher « ${typed} » dans tous les messages`,
  groups: { go: 'Aller', move: 'Se déplacer', answer: 'Répondre', work: 'Traiter', desk: 'Bureau' },
  names: {
    palette: 'Ouvrir la palette',
    keymap: 'Voir le clavier',
    back: 'Revenir en arrière',
    undo: 'Annuler la dernière action',
    stopSpeech: 'Couper toutes les prises de parole',
    search: 'Chercher dans les messages',
    next: 'Dossier suivant',
    previous: 'Dossier précédent',
    check: 'Cocher le dossier',
    showNew: 'Montrer les nouveaux',
    reply: 'Répondre',
    private: 'Répondre en privé',
    note: 'Écrire une note interne',
    send: 'Envoyer',
    sendAndNext: 'Envoyer et passer au suivant',
    askReader: 'Demander la validation de ma réponse',
    resolve: 'Clore ou rouvrir le dossier',
    assign: 'Confier le dossier',
    take: 'Prendre le dossier',
    snooze: 'Mettre de côté',
    label: 'Étiqueter',
    fact: 'Ajouter un fait au dossier',
    details: 'Montrer la fiche et le dossier',
    tryPhrase: 'Essayer une phrase sur la charte',
    goInbox: 'Aller à la boîte de réception',
    approve: 'Valider la réponse',
    editWords: 'Corriger la réponse à valider',
    giveBack: 'Renvoyer la réponse à son auteur',
    goApprovals: 'Aller à ce qui attend mon accord',
    goDeliveries: 'Aller aux envois à régler',
    goNotifications: 'Aller à ce qui me concerne',
    goChannels: 'Aller à l’état des canaux',
    goQuarantine: 'Aller à la quarantaine',
    goMembers: 'Aller à l’équipe',
    goCharter: 'Aller à la charte',
    goJournal: 'Aller au journal',
    goSettings: 'Aller aux réglages',
  },
}
