import type { ClaimKind, DatumKind, Explanations, Tone } from '#core/guard/finding.ts'
import { frPlural } from '../plural.ts'

const data: { readonly [K in DatumKind]: string } = {
  order: 'un numéro de commande',
  account: 'un identifiant de compte ou de contrat',
  name: 'un nom',
  email: 'une adresse électronique',
  phone: 'un numéro de téléphone',
  address: 'une adresse',
  birth: 'une date de naissance',
  card: 'un numéro de carte',
  bank: 'des coordonnées bancaires',
  paper: 'un papier d’identité',
  login: 'un accès ou un mot de passe',
  contact: 'des coordonnées',
  stay: 'une chambre ou des dates de séjour',
  money: 'de l’argent ou un compte',
  health: 'sa santé',
  aid: 'une aide sociale',
  'private-words': 'ce qui a été dit en privé',
}
const claims: { readonly [K in ClaimKind]: { readonly title: string; readonly instead: string } } = {
  refund: { title: 'aucun remboursement dans le dossier', instead: 'la demande est partie au service client' },
  delivery: { title: 'aucune livraison dans le dossier', instead: 'nous cherchons où est le colis' },
  replacement: { title: 'aucun remplacement dans le dossier', instead: 'la demande de remplacement est partie' },
  resolution: { title: 'rien au dossier ne dit que c’est réglé', instead: 'nous nous en occupons' },
  owner: { title: 'personne n’est nommé au dossier', instead: 'nous allons voir qui peut vous aider' },
  request: { title: 'aucune demande dans le dossier', instead: 'nous allons faire la demande' },
  done: { title: 'rien au dossier ne le prouve', instead: 'ce qui est déjà fait, et ce qui reste à faire' },
}
const tones: { readonly [K in Tone]: string } = {
  insult: 'Un mot blesse',
  threat: 'Une phrase menace',
  sarcasm: 'Une phrase se moque',
  condescension: 'Une phrase prend de haut',
  dismissal: 'Une phrase renvoie la personne',
}

export const guard = {
  title: 'Avant l’envoi',
  waiting: 'Chaque mot est relu pendant que vous écrivez.',
  internal: 'Une note reste entre vous : rien à vérifier.',
  clear: 'Rien à signaler',
  clearText: 'Ton, données personnelles, promesses et longueur : vérifiés.',
  severity: { block: 'Bloqué.', approve: 'À faire valider.', warn: 'À relire.' },
  cite: (words: string) => `« ${words} »`,
  announce: (blocking: number, warning: number) =>
    blocking > 0
      ? `${blocking} ${frPlural(blocking, 'point bloque', 'points bloquent')} l’envoi.`
      : warning > 0
        ? `${warning} ${frPlural(warning, 'point à relire', 'points à relire')}.`
        : 'Rien à signaler.',
  asksPersonalData: ({ what, asIfPrivate }: Explanations['asks-personal-data']) => ({
    title: 'Donnée personnelle demandée en public',
    text: asIfPrivate
      ? `Vous demandez ${data[what]} comme si la réponse était privée : tout le monde la lira.`
      : `Vous demandez ${data[what]} devant tout le monde. Passez en message privé, ou retirez la demande.`,
  }),
  showsPersonalData: ({ what, customerWroteIt }: Explanations['shows-personal-data']) => ({
    title: 'Donnée personnelle montrée en public',
    text: customerWroteIt
      ? `Le client a écrit ${data[what]} lui-même : ne le répétez pas devant tout le monde.`
      : `On lit ici ${data[what]}. Masquez-le ou passez en privé.`,
  }),
  unkindWords: ({ tone }: Explanations['unkind-words']) => ({
    title: tones[tone],
    text: 'Restez courtois : respirez, puis redites-le simplement.',
  }),
  claimWithoutFact: ({ claim, known }: Explanations['claim-without-fact']) => ({
    title: `Affirmé : ${known === 'requested' ? 'demandé, pas encore fait' : claims[claim].title}`,
    text:
      known === 'requested'
        ? 'Le dossier dit que c’est demandé, pas que c’est fait. Dites-le ainsi, ou ajoutez la preuve.'
        : `Dites ce qui est vrai : ${claims[claim].instead}. Ou ajoutez le fait et sa preuve au dossier.`,
  }),
  noPrivateWay: ({ surely }: Explanations['no-private-way']) => ({
    title: 'Aucun moyen de continuer en privé',
    text: surely
      ? 'C’est son propre litige, et votre première réponse : invitez-le à continuer ailleurs que devant tous.'
      : 'Si c’est son propre litige, invitez-le à continuer ailleurs que devant tous.',
  }),
  privateWayClosed: {
    title: 'Ce message privé n’arrivera pas',
    text: 'Vous proposez un message privé que le réseau ne portera pas. Proposez un moyen qui marche.',
  },
  tooLong: ({ used, max }: Explanations['too-long']) => ({
    title: 'Trop long pour ce réseau',
    text: `${used} pour ${max} permis : le réseau refuserait la réponse.`,
  }),
  emptyDraft: { title: 'Rien d’écrit', text: 'Écrivez la réponse.' },
  guardFailed: {
    title: 'La relecture a échoué',
    text: 'Une règle n’a pas pu lire ce texte : il ne part pas tant qu’elle ne l’a pas lu. Simplifiez-le, ou prévenez votre responsable.',
  },
  fix: {
    'invite-to-private': 'Inviter à écrire en privé',
    remove: 'Retirer ces mots',
    mask: 'Masquer',
    'say-what-is-true': 'Dire ce qui est vrai',
    'say-it-courteously': 'Le dire autrement',
    'add-private-way': 'Ajouter l’invitation',
    'offer-open-way': 'Proposer un moyen qui marche',
    cut: 'Couper ici',
    'switch-to-private': 'Passer en message privé',
  },
}
