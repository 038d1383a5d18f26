import type { Names } from '../clause.ts'
import type { Contradiction } from '../contradiction.ts'
import { sayAutonomy } from './autonomy.ts'
import { spellMinutes, spellMoney } from './spell.ts'

const time = (minutes: number) => spellMinutes(minutes, 'en')
const money = (cents: number) => spellMoney(cents, 'en')

/** What contradicts what, and how to get out of it. */
export const contradictionEn = (found: Contradiction, names: Names): string => {
  const row = 'row' in found.params ? `“${sayAutonomy({ upToCents: null, ...found.params.row }, names, 'en')}”` : ''
  switch (found.code) {
    case 'promise-while-closed':
      return `${names.network(found.params.connector)}: an answer is promised within ${time(found.params.minutes)} day and night, while nobody is there for ${time(found.params.closedMinutes)}. Count it while you are there, or make it longer.`
    case 'business-without-hours':
      return `${names.network(found.params.connector)}: the promise counts while you are there, and no hours are set. Set them, or count day and night.`
    case 'two-promises':
      return `${names.network(found.params.connector)} has two promises. Keep one.`
    case 'sensitive-said-alone':
      return `“${found.params.subject}” is read by several people, and a line lets one speak of it alone: ${row}. Take one of the two out.`
    case 'reserved-said-alone':
      return `Nobody talks about “${found.params.subject}”, and a line lets one: ${row}. Take one of the two out.`
    case 'two-autonomies':
      return `Two lines give the same person two limits: ${row}. Keep one.`
    case 'unknown-subject':
      return `A line speaks of “${found.params.row.subject}”, which the charter defines nowhere. Define the subject, or take the line out.`
    case 'network-without-promise':
      return `A line speaks of ${names.network(found.params.row.connector)}, where the charter promises nothing. Add the network, or take the line out.`
    case 'amount-alone-but-waits':
      return `A line lets one name up to ${money(found.params.upToCents)} alone, while every reply above ${money(found.params.aboveCents)} waits for someone. Bring the two together.`
    case 'subject-reserved-and-sensitive':
      return `“${found.params.subject}” is both forbidden and read by several people. Choose.`
    case 'subject-twice':
      return `“${found.params.subject}” is written twice. Keep one definition.`
    case 'subject-without-words':
      return `“${found.params.subject}” has no word that betrays it: nothing would notice it. Add some.`
    case 'word-reserved-and-liked':
      return `“${found.params.word}” is to be avoided, and you like “${found.params.liked}”. Choose.`
    case 'word-reserved-twice':
      return `“${found.params.word}” is to be avoided twice. Keep one line.`
    case 'replacement-reserved':
      return `Instead of “${found.params.word}” the charter advises “${found.params.instead}”, in which “${found.params.reserved}” is to be avoided.`
    case 'liked-against-address':
      return `You say “${found.params.address}”, and you like “${found.params.liked}”.`
    case 'gesture-without-cap':
      return 'Gestures are allowed, with a limit of nothing. Set a limit, or allow none.'
    case 'year-below-one-gesture':
      return `One gesture goes up to ${money(found.params.capCents)}, and a whole year up to ${money(found.params.perYearCents)}. The year must cover one gesture at least.`
    case 'own-brand-as-other':
      return `“${found.params.name}” is your brand: it is not another one.`
    case 'competitor-and-own':
      return `“${found.params.name}” is both a competitor and one of your brands.`
    case 'heard-kept-longer':
      return `What led to nothing would be kept ${found.params.mentionMonths} months, longer than an exchange (${found.params.conversationMonths} months). Make it shorter.`
  }
}
