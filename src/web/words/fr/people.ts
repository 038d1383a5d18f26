import { frPlural } from '../plural.ts'

export const members = {
  answer: (trusted: number, trainees: number) =>
    `${trusted} ${frPlural(trusted, 'personne peut', 'personnes peuvent')} répondre${trainees > 0 ? `, ${trainees} ${frPlural(trainees, 'apprend', 'apprennent')}` : ''}.`,
  person: 'Personne',
  role: 'Rôle',
  roleOf: (name: string) => `Rôle de ${name}`,
  seen: 'Vu',
  acts: 'Actions',
  never: 'jamais encore',
  roleChanged: (name: string, role: string) => `${name} : ${role}`,
  remove: 'Retirer',
  removeTitle: (name: string) => `Retirer ${name} de l’équipe ?`,
  removeText:
    'Ses sessions se ferment, ses dossiers retournent dans la file. Ce que cette personne a fait reste dans l’historique.',
  removed: (name: string) => `${name} ne fait plus partie de l’équipe`,
  rolesTitle: 'Ce que chacun peut faire',
  roleMeans: {
    admin: 'Tout, y compris connecter des comptes et inviter.',
    manager: 'Répondre et changer les réglages.',
    validator: 'Répondre, et valider les réponses sensibles.',
    agent: 'Répondre et traiter les dossiers.',
    trainee: 'Lire, noter, et écrire des réponses qu’un collègue valide avant leur départ.',
  },
  invite: 'Inviter quelqu’un',
  inviteNote: 'Le lien sert une fois et vaut trois jours.',
  makeLink: 'Créer le lien',
  linkFor: (email: string, until: string) => `Pour ${email}, jusqu’à ${until}`,
  copy: (label: string) => `Copier : ${label}`,
  copied: 'Copié',
}

export const me = {
  names: {
    look: 'Apparence',
    notices: 'Notifications',
    shortcuts: 'Raccourcis',
    sessions: 'Sessions',
    password: 'Mot de passe',
    security: 'Sécurité',
  },
  answers: {
    look: 'Votre bureau, à votre vue.',
    notices: 'Ce qui vous suit hors du bureau, et quand on vous laisse en paix.',
    shortcuts: 'Les touches d’une lettre peuvent être déplacées, ou coupées.',
    sessions: 'Les appareils où vous êtes entré.',
    password: 'En changer ferme vos autres sessions.',
    security: 'Ce qui prouve que c’est vous.',
  },
  signOut: 'Sortir',
  language: 'Langue',
  theme: 'Thème',
  themes: { system: 'Comme l’appareil', light: 'Clair', dark: 'Sombre' },
  density: 'Densité',
  densities: { comfortable: 'Aérée', compact: 'Serrée' },
  shortcutsOn: 'Touches d’une lettre',
  shortcutsNote:
    'Cliquez sur une touche, puis frappez celle que vous voulez. Coupées, il reste celles avec Ctrl ou ⌘ et la palette.',
  keyOf: (name: string) => `Touche pour : ${name}`,
  keyTaken: (key: string, name: string) => `${key} sert déjà à : ${name}`,
  resetKeys: 'Revenir aux touches d’origine',
  thisOne: 'cet appareil',
  endSession: 'Fermer',
  sessionEnded: 'Session fermée',
  currentPassword: 'Mot de passe actuel',
  changePassword: 'Changer le mot de passe',
  passwordChanged: 'Mot de passe changé ; vos autres sessions sont fermées.',
}
