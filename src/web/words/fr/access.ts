import { frPlural } from '../plural.ts'

const replies = (n: number) => `${n} ${frPlural(n, 'réponse', 'réponses')}`

export const access = {
  freshTitle: 'C’est toujours vous ?',
  freshText: 'Ce geste ouvre le bureau à d’autres ou en change les règles : votre mot de passe, valable dix minutes.',
  freshYes: 'C’est moi',
  stop: 'Couper la parole',
  stopTitle: 'Couper toutes les prises de parole ?',
  stopText:
    'Plus aucun mot de la marque ne part, d’aucun compte, pour toute l’équipe. Les messages continuent d’arriver. La parole est rendue par une personne responsable.',
  stopYes: 'Couper maintenant',
  stopped: 'Plus rien ne part',
  silence: 'Parole coupée',
  silentSince: (at: string, by: string) => `Parole coupée depuis ${at} par ${by}.`,
  silentMeans: (waiting: number) =>
    waiting === 0
      ? 'Rien ne part ; les messages arrivent toujours.'
      : `Rien ne part, ${replies(waiting)} ${frPlural(waiting, 'attend', 'attendent')} ; les messages arrivent toujours.`,
  wasLeaving: (n: number) => `${replies(n)} ${frPlural(n, 'partait', 'partaient')} à cet instant :`,
  leavingCase: (number: number, state: string) =>
    `dossier ${number}, ${state === 'sent' ? 'publiée' : state === 'sending' || state === 'unknown' ? 'peut-être publiée' : 'retenue'}`,
  release: 'Rendre la parole',
  releaseTitle: 'Rendre la parole à la marque ?',
  releaseText: (waiting: number, minutes: number) =>
    waiting === 0
      ? 'Aucune réponse n’attend.'
      : `${replies(waiting)} ${frPlural(waiting, 'attend', 'attendent')}. Celles qui ont plus de ${minutes} minutes demanderont d’abord si elles valent encore ; les autres partent.`,
  releaseYes: 'Rendre la parole',
  released: 'La marque peut de nouveau parler',
  silent: 'La parole de la marque est coupée : votre brouillon est gardé.',
  declare:
    'Ce compte est celui de la marque, et celui de personne en particulier. Ma déclaration est gardée au journal.',
  byPasskey: 'Entrer par clé d’accès',
  passkeyDeclined: 'La clé n’a pas été donnée. Réessayez, ou prenez le mot de passe.',
  code: 'Code',
  codeHint: 'Les six chiffres de votre application, ou un code de secours.',
  reset: 'Un nouveau mot de passe',
  resetText: 'Le lien sert une fois. Vos sessions se ferment ; votre second facteur reste demandé.',
  resetYes: 'Choisir ce mot de passe',
  resetOffer: 'Mot de passe',
  resetTitle: (name: string) => `Ouvrir un nouveau mot de passe à ${name} ?`,
  resetForgotten: 'Mot de passe oublié',
  resetLost: 'Téléphone perdu aussi',
  resetLostDetail: 'ses clés et ses codes sont oubliés',
  resetLink: (name: string) => `Pour ${name}, une fois, pendant un jour`,
  unproved: 'Avant de parler au nom de la marque, prouvez que c’est vous :',
  prove: 'ajouter un second facteur',
}
