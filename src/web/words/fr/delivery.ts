import { frPlural } from '../plural.ts'

export const delivery = {
  label: 'Réponse en chemin',
  title: 'Envois à régler',
  answer: (n: number) =>
    n === 0
      ? 'Aucune réponse n’attend de décision.'
      : `${n} ${frPlural(n, 'réponse attend', 'réponses attendent')} que quelqu’un regarde.`,
  empty: 'Une réponse refusée, douteuse ou trop ancienne apparaît ici ; rien ne part ni ne repart sans vous.',
  forCase: (number: number, author: string) => `Dossier ${number}, à ${author}`,
  openCase: 'Ouvrir la conversation',
  leavesIn: (seconds: number) => `Part dans ${seconds} s`,
  queued: 'En file : part dès que le réseau est libre.',
  sending: 'Part maintenant.',
  retryAt: (at: string, why: string) => `${why} Nouvel essai à ${at}, rien n’est perdu.`,
  unknown: 'Le réseau n’a pas répondu clairement : nous vérifions avant tout nouvel envoi.',
  toCheck: 'Elle est peut-être publiée, et le réseau ne permet pas de le savoir. Regardez votre compte, puis dites :',
  stale: (ago: string) => `Écrite ${ago}, elle n’a pas pu partir à temps. Faut-il encore l’envoyer ?`,
  heldBack: 'Elle est retenue : ce qui lui permettait de partir a changé depuis qu’elle a été écrite. Relisez-la.',
  isPublished: 'Elle est publiée',
  notThere: 'Elle n’y est pas, renvoyer',
  sendNow: 'Envoyer',
  takeBack: 'Reprendre le texte',
  giveUp: 'Abandonner',
  undone: 'Le texte est revenu dans la réponse.',
  settled: 'C’est noté : réponse publiée.',
  leavesAgain: 'La réponse repart.',
  givenUp: 'Envoi abandonné.',
  publishedTitle: 'La réponse est publiée',
  publishedLink: 'Lien vers la réponse (facultatif)',
  publishedHint: 'Il servira de preuve dans le dossier.',
  againTitle: 'Envoyer cette réponse ?',
  againText: 'Si elle était déjà publiée, elle le serait deux fois. Regardez votre compte d’abord.',
  reason: (code: string): string => {
    switch (code) {
      case 'duplicate':
        return 'Le réseau dit que ce texte est déjà publié. Changez-le un peu.'
      case 'too-long':
        return 'Le réseau trouve le texte trop long. Raccourcissez-le.'
      case 'blocked':
        return 'Cette personne bloque votre compte. Proposez un autre moyen de vous joindre.'
      case 'parent-gone':
      case 'parent-not-shown':
        return 'Le message auquel vous répondez n’est plus visible sur le réseau.'
      case 'thread-gated':
        return 'L’auteur n’accepte pas de réponses dans ce fil.'
      case 'not-mutual':
      case 'recipient-closed':
        return 'Le réseau n’accepte pas de message privé vers cette personne. Répondez en public et proposez un autre moyen.'
      case 'mailbox-full':
        return 'La boîte du destinataire est pleine.'
      case 'no-such-user':
        return 'Cette adresse n’existe pas.'
      case 'account-deactivated':
        return 'Ce compte a été désactivé sur le réseau.'
      case 'rate-limited':
      case 'too-many-requests':
        return 'Le réseau n’a pas accepté la réponse (limite atteinte).'
      case 'service-unavailable':
      case 'unreachable':
        return 'Le réseau ne répond pas.'
      case 'gave-up':
        return 'Le réseau n’a pas accepté la réponse malgré plusieurs essais. Reprenez le texte et renvoyez-le.'
      case 'attention-needed':
      case 'unauthorized':
        return 'Le réseau n’accepte plus les accès de ce compte. Reconnectez-le dans État des canaux.'
      default:
        return `Le réseau n’a pas accepté la réponse (${code}). Reprenez le texte, corrigez-le et renvoyez-le.`
    }
  },
}
