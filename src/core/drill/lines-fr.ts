import type { Lines } from '#core/crowd/situation.ts'
import type { DrillSituation } from './lines.ts'

/** What people of a drill say, in French, whatever the trade. */
export const linesFr: Record<DrillSituation, Lines> = {
  'private-opening': {
    any: [
      'Bonjour, je vous écris ici comme vous l’avez proposé. Ma référence : {order}. De quoi avez-vous besoin ?',
      'Me voilà. C’est au sujet de mon message public, référence {order}.',
    ],
    hot: ['Bon, je vous écris ici comme demandé. Référence {order}. J’attends une solution, pas un discours.'],
    sarcastic: ['Bonjour, c’est le feuilleton du moment. Épisode privé, référence {order}. À vous.'],
    worried: ['Bonjour, je vous écris en privé comme vous avez dit. Ma référence, c’est {order}. C’est grave ?'],
    terse: ['réf {order}'],
  },
  'private-data-given': {
    any: ['C’est {order}. Et vous pouvez m’écrire à {email}.', 'Voici : {order}, {email}. Merci.'],
    hot: ['{order}. Le même numéro que j’ai déjà donné trois fois, au passage.'],
    terse: ['{order}'],
  },
  'private-explains': {
    any: [
      'D’accord. Et ça prendra combien de temps ?',
      'Merci de votre réponse. Quelle est la prochaine étape ?',
      'Entendu. Vous me dites quand c’est fait ?',
    ],
    hot: ['Ok. Et je fais quoi en attendant ?', 'Je veux une date, s’il vous plaît. Juste une date.'],
    worried: ['Merci. Vous êtes sûr que je n’ai rien à faire de mon côté ?'],
    terse: ['ok et donc ?'],
  },
  'false-claim': {
    any: [
      'Pardon ? Je viens de vérifier, ce n’est pas vrai. Rien n’a changé de mon côté.',
      'Ah bon ? Pas chez moi en tout cas. Vous avez regardé le bon dossier ?',
    ],
    hot: ['MENSONGE. J’ai vérifié à l’instant : rien. Vous prenez les gens pour qui ?'],
    journalist: ['Ce n’est pas ce que disent vos clients. Vous maintenez ?'],
    terse: ['faux. rien de fait'],
  },
  gesture: {
    any: [
      'Merci pour le geste, mais je voudrais surtout que ce soit réglé.',
      'Un bon d’achat avant même d’avoir réglé le problème ?',
      'Ah, c’est comme ça qu’on achète le silence ?',
    ],
    hot: ['Je ne veux pas de votre bon, je veux ce que j’ai payé.'],
    sarcastic: ['Une remise sur le prochain désastre. Tentant.'],
  },
  shout: {
    any: [
      'Faites tourner : {brand} ne répond pas à ses clients. Trois messages, zéro réponse. {at}',
      'J’aurai tout essayé avec {brand}. Je raconte donc tout ici, et je ne serai pas seul{e}. {at}',
    ],
    hot: ['HONTE à {brand} ! Trois messages, aucune réponse. Partagez, que ça serve à d’autres. {at}'],
    sarcastic: ['Avis de disparition : le service client de {brand}. Forte récompense. {at}'],
    worried: ['Je ne sais plus vers qui me tourner avec {brand}… Quelqu’un a-t-il réussi à les joindre ? {at}'],
    journalist: ['{brand} n’a pas donné suite à mes sollicitations. Article à suivre. {at}'],
  },
  'me-too': {
    any: [
      'Pareil pour moi avec {brand}.',
      'Ah tiens, je croyais que ça n’arrivait qu’à moi. {at}',
      'Je suis ça de près. {at} va répondre, ou pas ?',
      'Idem ici. {at} ?',
    ],
    troll: ['Je prends le pop-corn 🍿 {at}'],
  },
  'private-closed': {
    any: [
      'Je voudrais bien, mais impossible de vous écrire en privé : vous ne me suivez pas. Un autre moyen, {at} ?',
      'Votre messagerie privée me répond « envoi impossible ». On fait comment ?',
    ],
    hot: ['Le message privé ne passe PAS, {at}. Vous connaissez vos propres outils ?'],
    sarcastic: ['J’ai frappé à la porte privée de {at}. Elle est peinte sur le mur.'],
    terse: ['mp impossible. autre moyen ?'],
  },
  believes: {
    any: ['Ah, très bien, merci. Je regarde ça.', 'D’accord, merci pour la réponse. Je vérifie de mon côté.'],
    hot: ['Enfin. Je vérifie, et gare à vous si c’est faux.'],
    terse: ['ok je regarde'],
  },
  'lie-found': {
    any: [
      'Donc {brand} écrit noir sur blanc que c’est réglé. C’est FAUX, rien n’a été fait. Capture à l’appui. {at}',
      'J’ai vérifié deux fois : ce que {at} m’a répondu est faux. La capture est là, jugez vous-mêmes.',
    ],
    hot: [
      'ILS MENTENT. Capture de leur réponse, capture de mon compte : RIEN. {brand} vous prend pour des pigeons. {at}',
    ],
    sarcastic: ['{brand} réinvente le verbe « régler » : ça veut dire « ne rien faire », apparemment. Capture. {at}'],
    worried: [
      'Je ne comprends pas, {at} m’a écrit que c’était fait et ce n’est pas vrai. Je ne sais plus quoi croire.',
    ],
    journalist: [
      '{brand} affirme une chose, les faits en disent une autre. Les deux captures sont dans l’article. {at}',
    ],
  },
  'comes-back': {
    any: [
      'Je reviens vers vous {at} : vous deviez me tenir au courant, et depuis, rien.',
      'Bonjour {at}, du nouveau depuis tout à l’heure ?',
    ],
    hot: ['{at} vous aviez dit que vous vous en occupiez. J’ATTENDS.'],
    terse: ['du nouveau ?'],
  },
  'deleted-found': {
    any: [
      'Mon message a DISPARU de la page de {brand}. Heureusement j’avais fait une capture. La voici, faites tourner. {at}',
      'Vous supprimez les messages qui dérangent, {at} ? Le revoici, en image cette fois.',
    ],
    sarcastic: [
      'Tour de magie chez {at} : un client mécontent, et hop, plus de message. J’ai gardé le lapin en capture.',
    ],
  },
  'contacted-thanks': {
    any: [
      'Pour une fois qu’une marque prévient avant qu’on râle : merci {at}, message bien reçu.',
      'Bien reçu votre message {at}, merci d’avoir prévenu.',
    ],
  },
  'heard-out': {
    any: [
      'Merci pour cette réponse claire. Je regarderai la suite avec attention.',
      'Dont acte. Je note ce que vous dites, et la date.',
    ],
  },
  'not-heard': {
    any: [
      'Ce n’est pas une réponse, {at}. Qui décide chez vous, et que faites-vous ?',
      'Des éléments de langage. Je maintiens ma question, {at}.',
    ],
  },
}
