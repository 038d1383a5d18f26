import type { Autonomy, SensitiveSubject } from '#core/approval/approval-policy.ts'
import type { ReservedSubject, ReservedWord } from '#core/guard/guard-charter.ts'
import type { Slot } from '#core/sla/calendar.ts'
import type { ModerationCause } from './moderation-cause.ts'

/** One network on which the brand speaks: how much is expected there, and how soon a customer is answered (A2, H1). */
export type CharterNetwork = {
  readonly connector: string
  /** Messages a week that the mission was sized for. */
  readonly expectedPerWeek: number
  readonly firstReplyMinutes: number
  readonly nextReplyMinutes: number
  /** To praise and thanks alone (A5); where nothing is agreed, a day. */
  readonly thanksReplyMinutes?: number | undefined
  /** `business`: the clock runs during the week's hours only. */
  readonly calendar: 'always' | 'business'
}

/** How the brand speaks (A4): how it addresses people, and the words that it likes to hear itself say. */
export type Tone = { readonly address: 'vous' | 'tu' | 'free'; readonly likedWords: readonly string[] }

/** When, besides sensitive subjects, a reply waits for a second person (V1, V2). */
export type Waiting = {
  readonly amountAboveCents: number | null
  readonly reachAbove: number | null
  /** People above whom two read a message to many (C2); where nothing is agreed, fifty. */
  readonly manyAbove?: number | undefined
  readonly accountIds: readonly string[]
  /** After which share of the time left an unanswered request goes to the next person. */
  readonly escalateAt: number
}

/** How long what is kept is kept, in months. */
export type Retention = {
  /** What was heard and led to no exchange. */
  readonly mentionMonths: number
  /** From the last message of an exchange. */
  readonly conversationMonths: number
  /** What was lawfully removed, with its proof. */
  readonly evidenceMonths: number
}

/** The written agreement between the brand and those who answer for it, as data (H1). */
export type Charter = {
  readonly mission: string
  /** Seven days, Monday first, in the brand's time zone: when somebody is there. */
  readonly week: readonly (readonly Slot[])[]
  readonly networks: readonly CharterNetwork[]
  readonly autonomy: readonly Autonomy[]
  readonly reservedWords: readonly ReservedWord[]
  readonly reservedSubjects: readonly ReservedSubject[]
  readonly sensitiveSubjects: readonly SensitiveSubject[]
  readonly signature: 'none' | 'required'
  readonly tone: Tone
  readonly goodwill: { readonly allowed: boolean; readonly capCents: number; readonly perYearCents: number }
  readonly competitors: readonly string[]
  readonly otherBrands: readonly string[]
  readonly ownHosts: readonly string[]
  readonly waiting: Waiting
  readonly moderationCauses: readonly ModerationCause[]
  readonly retention: Retention
}

/** Any subject, any network: the widest line of who may say what. */
export const ANY = '*'
