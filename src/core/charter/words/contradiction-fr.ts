import type { Names } from '../clause.ts'
import type { Contradiction } from '../contradiction.ts'
import { sayAutonomy } from './autonomy.ts'
import { spellMinutes, spellMoney } from './spell.ts'

const time = (minutes: number) => spellMinutes(minutes, 'fr')
const money = (cents: number) => spellMoney(cents, 'fr')

/** Ce qui se contredit, et comment en sortir. */
export const contradictionFr = (found: Contradiction, names: Names): string => {
  const row = 'row' in found.params ? `« ${sayAutonomy({ upToCents: null, ...found.params.row }, names, 'fr')} »` : ''
  switch (found.code) {
    case 'promise-while-closed':
      return `${names.network(found.params.connector)} : une réponse promise en ${time(found.params.minutes)} jour et nuit, alors que personne n’est là pendant ${time(found.params.closedMinutes)}. Comptez-la aux heures où vous êtes là, ou allongez-la.`
    case 'business-without-hours':
      return `${names.network(found.params.connector)} : la promesse se compte aux heures où vous êtes là, et aucune n’est fixée. Fixez-les, ou comptez jour et nuit.`
    case 'two-promises':
      return `${names.network(found.params.connector)} a deux promesses. Gardez-en une.`
    case 'sensitive-said-alone':
      return `« ${found.params.subject} » se lit à plusieurs, mais une ligne permet d’en parler seul : ${row}. Retirez l’une des deux.`
    case 'reserved-said-alone':
      return `Personne ne parle de « ${found.params.subject} », mais une ligne le permet : ${row}. Retirez l’une des deux.`
    case 'two-autonomies':
      return `Deux lignes donnent à la même personne deux plafonds : ${row}. Gardez-en une.`
    case 'unknown-subject':
      return `Une ligne parle de « ${found.params.row.subject} », que la charte ne définit nulle part. Définissez ce sujet, ou retirez la ligne.`
    case 'network-without-promise':
      return `Une ligne parle de ${names.network(found.params.row.connector)}, où la charte ne promet rien. Ajoutez ce réseau, ou retirez la ligne.`
    case 'amount-alone-but-waits':
      return `Une ligne permet de nommer seul jusqu’à ${money(found.params.upToCents)}, mais toute réponse au-delà de ${money(found.params.aboveCents)} attend quelqu’un. Accordez les deux montants.`
    case 'subject-reserved-and-sensitive':
      return `« ${found.params.subject} » est à la fois interdit et à lire à plusieurs. Choisissez.`
    case 'subject-twice':
      return `« ${found.params.subject} » est écrit deux fois. Gardez une seule définition.`
    case 'subject-without-words':
      return `« ${found.params.subject} » n’a aucun mot qui le trahisse : rien ne le reconnaîtrait. Ajoutez-en.`
    case 'word-reserved-and-liked':
      return `« ${found.params.word} » est à éviter, mais vous aimez « ${found.params.liked} ». Choisissez.`
    case 'word-reserved-twice':
      return `« ${found.params.word} » est à éviter deux fois. Gardez une seule ligne.`
    case 'replacement-reserved':
      return `À la place de « ${found.params.word} », la charte conseille « ${found.params.instead} », où « ${found.params.reserved} » est à éviter.`
    case 'liked-against-address':
      return `Vous ${found.params.address === 'vous' ? 'vouvoyez' : 'tutoyez'}, mais vous aimez « ${found.params.liked} ».`
    case 'gesture-without-cap':
      return 'Les gestes sont permis, avec un plafond de zéro. Fixez un plafond, ou n’en permettez aucun.'
    case 'year-below-one-gesture':
      return `Un geste va jusqu’à ${money(found.params.capCents)}, mais une année entière jusqu’à ${money(found.params.perYearCents)}. Le plafond de l’année doit couvrir au moins un geste.`
    case 'own-brand-as-other':
      return `« ${found.params.name} » est votre marque : elle n’est pas une autre.`
    case 'competitor-and-own':
      return `« ${found.params.name} » est à la fois un concurrent et l’une de vos marques.`
    case 'heard-kept-longer':
      return `Ce qui n’a mené à rien serait gardé ${found.params.mentionMonths} mois, plus longtemps qu’un échange (${found.params.conversationMonths} mois). Raccourcissez.`
  }
}
