import { frPlural } from '../plural.ts'

const list = new Intl.ListFormat('fr-FR', { type: 'conjunction' })

export const channels = {
  connect: 'Connecter un compte',
  connectAnswer: 'Choisissez le réseau ; il dira lui-même ce qu’il lui faut.',
  connectTo: (network: string) => `Connecter ${network}`,
  reconnectTo: (network: string) => `Reconnecter ${network}`,
  practise: 'S’entraîner',
  credentials: 'Accès',
  sealed: 'Les accès sont chiffrés avant d’être gardés, et ne sont plus jamais montrés.',
  connectYes: 'Connecter',
  asking: (network: string) => `${network} vérifie…`,
  connected: (network: string) => `${network} est connecté`,
  reveal: 'À donner à l’autre côté',
  revealAnswer: 'Ces valeurs ne seront plus montrées : copiez-les maintenant.',
  revealNote: 'Le système qui vous envoie les messages en a besoin pour signer.',
  revealName: (name: string): string => ({ secret: 'Secret de signature', url: 'Adresse où envoyer' })[name] ?? name,
  revealDone: 'C’est copié',
  noneAnswer: 'Personne ne peut encore vous écrire : aucun compte n’est connecté.',
  answer: (ok: number, ailing: string[]) =>
    ailing.length > 0
      ? `${list.format(ailing)} ${frPlural(ailing.length, 'demande', 'demandent')} quelqu’un.`
      : `${frPlural(ok, 'Le compte connecté entend', `Les ${ok} comptes connectés entendent`)} et ${frPlural(ok, 'parle', 'parlent')}.`,
  states: {
    connected: 'Entend et parle',
    'needs-attention': 'À reconnecter',
    disconnected: 'Déconnecté, l’historique reste',
  },
  attention: (code: string): string => {
    switch (code) {
      case 'token-expired':
      case 'token-revoked':
      case 'unauthorized':
      case 'wrong-credentials':
        return 'Le réseau n’accepte plus les accès. Reconnectez le compte : rien n’est perdu, l’écoute reprendra où elle s’est arrêtée.'
      default:
        return `Le réseau refuse ce compte (${code}). Reconnectez-le : rien n’est perdu.`
    }
  },
  lastMessage: 'Dernier message',
  lastWebhook: 'Dernier appel du réseau',
  lastPoll: 'Dernière écoute',
  failures: 'Écoutes manquées de suite',
  quietUntil: 'Le réseau demande d’attendre',
  token: 'Accès valables jusqu’à',
  gaps: 'Trous rattrapés',
  outside: 'Publiés hors du bureau',
  waitingReceipts: 'Réceptions en attente',
  never: 'jamais',
  hook: 'Adresse où envoyer les messages',
  check: 'Écouter maintenant',
  checking: 'Écoute demandée',
  reconnect: 'Reconnecter',
  disconnect: 'Déconnecter',
  disconnectTitle: (name: string) => `Déconnecter ${name} ?`,
  disconnectText: 'Le bureau oublie les accès et n’entend plus ce compte. Messages, dossiers et historique restent.',
  disconnected: 'Compte déconnecté',
  colour: 'Couleur',
  coloured: 'Couleur gardée',
  seeQuarantine: 'Voir ce qui n’a pas été compris',
}

export const quarantine = {
  answer: (n: number) =>
    n === 0
      ? 'Tout ce qui est arrivé a été compris.'
      : `${n} ${frPlural(n, 'réception n’a pas été comprise', 'réceptions n’ont pas été comprises')} : gardées telles quelles, à relancer.`,
  empty: 'Une réception que le bureau ne sait pas lire attend ici, entière, au lieu d’être perdue.',
  came: (ago: string, size: string, attempts: number) =>
    `${ago}, ${size}, ${attempts} ${frPlural(attempts, 'essai', 'essais')}`,
  replay: 'Relire',
  replayed: 'Relecture demandée',
  more: 'Voir les suivantes',
}
