import type { Language } from '#core/guard/guard-input.ts'
import type { Slot } from '#core/sla/calendar.ts'
import { ANY, type Charter, type CharterNetwork } from './charter.ts'
import { longestClosedMinutes } from './closed-stretch.ts'
import { MODERATION_CAUSES } from './moderation-cause.ts'
import { starterEn } from './starter/en.ts'
import { starterFr } from './starter/fr.ts'

/** What the desk knows of the brand before anybody has written a line. */
export type KnownBrand = {
  readonly name: string
  readonly week: readonly (readonly Slot[])[]
  readonly networks: readonly CharterNetwork[]
  /** Where the brand's private ways lead, which its replies may link to. */
  readonly ownHosts: readonly string[]
  readonly otherBrands: readonly string[]
}

/** The part of a starting charter that is a matter of language. */
export type StarterWords = Pick<Charter, 'reservedWords' | 'reservedSubjects' | 'sensitiveSubjects' | 'tone'> & {
  readonly mission: (brand: string) => string
}

const DAY: readonly Slot[] = [{ from: '09:00', to: '18:00' }]
const OFFICE_WEEK: Charter['week'] = [DAY, DAY, DAY, DAY, DAY, [], []]

const isOpen = (week: Charter['week']): boolean => week.length === 7 && week.some((slots) => slots.length > 0)

/** A promise made day and night is kept by somebody: where nobody is there at night it counts by day (A2). */
const within =
  (closedMinutes: number) =>
  (network: CharterNetwork): CharterNetwork =>
    Math.min(network.firstReplyMinutes, network.nextReplyMinutes) < closedMinutes
      ? { ...network, calendar: 'business' }
      : network

/** An agreement that can be used on its first day, made of what the desk knows already; everything in it is there to be changed (H1). */
export const starterCharter = (language: Language, brand: KnownBrand): Charter => {
  const week = isOpen(brand.week) ? brand.week : OFFICE_WEEK
  const { mission, ...words } = language === 'fr' ? starterFr : starterEn
  return {
    ...words,
    mission: mission(brand.name),
    week,
    networks: brand.networks.map(within(longestClosedMinutes(week))),
    autonomy: [
      { role: 'agent', subject: ANY, connector: ANY, upToCents: 3_000 },
      { role: 'validator', subject: ANY, connector: ANY, upToCents: 10_000 },
      { role: 'manager', subject: ANY, connector: ANY, upToCents: 10_000 },
    ],
    signature: 'required',
    goodwill: { allowed: true, capCents: 1_500, perYearCents: 3_000 },
    competitors: [],
    otherBrands: brand.otherBrands,
    ownHosts: brand.ownHosts,
    waiting: { amountAboveCents: 10_000, reachAbove: 50_000, accountIds: [], escalateAt: 0.4 },
    moderationCauses: MODERATION_CAUSES,
    retention: { mentionMonths: 3, conversationMonths: 36, evidenceMonths: 60 },
  }
}
