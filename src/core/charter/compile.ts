import { type ApprovalPolicy, TWO_READERS_ABOVE } from '#core/approval/approval-policy.ts'
import type { RuleCode } from '#core/guard/finding.ts'
import type { GuardCharter } from '#core/guard/guard-charter.ts'
import type { SlaPolicy } from '#core/sla/policy.ts'
import type { Charter, Retention } from './charter.ts'
import type { ModerationCause } from './moderation-cause.ts'

/** What the charter settles for each part of the desk: one source, and nothing to copy by hand (H1). */
export type CompiledCharter = {
  readonly guard: GuardCharter
  readonly approval: ApprovalPolicy
  /** By connector, as the clocks want them (A2). */
  readonly promises: ReadonlyMap<string, SlaPolicy>
  readonly moderationCauses: readonly ModerationCause[]
  readonly retention: Retention
}

const said = (list: readonly string[]): string[] =>
  [...new Set(list.map((one) => one.trim()))].filter((one) => one !== '')

/** `https://www.fleurs.example/aide` is written where a host is meant. */
const hostOf = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#:].*$/, '')

const promisesOf = ({ networks }: Charter): Map<string, SlaPolicy> => {
  const promises = new Map<string, SlaPolicy>()
  for (const { connector, firstReplyMinutes, nextReplyMinutes, thanksReplyMinutes, calendar } of networks) {
    const known = promises.get(connector)
    // Two promises for one network contradict each other; until that is mended the customer has the better one.
    if (known === undefined || firstReplyMinutes < known.firstReplyMinutes)
      promises.set(connector, { firstReplyMinutes, nextReplyMinutes, thanksReplyMinutes, calendar })
  }
  return promises
}

const guardOf = (charter: Charter, rulesOff: readonly RuleCode[]): GuardCharter => ({
  reservedWords: charter.reservedWords.filter(({ words }) => words.trim() !== ''),
  reservedSubjects: charter.reservedSubjects.map((subject) => ({ ...subject, words: said(subject.words) })),
  signature: charter.signature,
  competitors: said(charter.competitors),
  otherBrands: said(charter.otherBrands),
  ownHosts: said(charter.ownHosts.map(hostOf)),
  goodwill:
    charter.goodwill.allowed && charter.goodwill.capCents > 0
      ? { capCents: charter.goodwill.capCents, perYearCents: charter.goodwill.perYearCents }
      : { capCents: null, perYearCents: null },
  rulesOff,
})

/**
 * Turns the agreement into the settings that enforce it. It never fails: a contradictory charter compiles to the safer side. What one
 * manager has switched off is no part of what two sides sign: it comes beside, and outlives the version.
 */
export const compileCharter = (charter: Charter, rulesOff: readonly RuleCode[] = []): CompiledCharter => ({
  guard: guardOf(charter, rulesOff),
  approval: {
    subjects: charter.sensitiveSubjects.map((subject) => ({ ...subject, words: said(subject.words) })),
    autonomy: charter.autonomy,
    amountAboveCents: charter.waiting.amountAboveCents,
    reachAbove: charter.waiting.reachAbove,
    manyAbove: charter.waiting.manyAbove ?? TWO_READERS_ABOVE,
    accountIds: charter.waiting.accountIds,
    escalateAt: charter.waiting.escalateAt,
  },
  promises: promisesOf(charter),
  moderationCauses: charter.moderationCauses,
  retention: charter.retention,
})
