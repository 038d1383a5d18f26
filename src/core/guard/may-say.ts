import type { ClaimKind, Finding } from './finding.ts'
import type { GuardInput } from './guard-input.ts'
import { fold } from './reading/fold.ts'
import { findListed } from './reading/listed.ts'
import { onceForEach } from './reading/once.ts'

/** One line of what a crisis cell says may be said, as it stands. */
export type MaySayLine = {
  readonly state: 'confirmed' | 'unconfirmed' | 'forbidden'
  /** The very sentence where it is confirmed; what it is about where it is not. */
  readonly says: string
  readonly words: readonly string[]
  readonly claims: readonly ClaimKind[]
  readonly dates: boolean
  /** The case belongs to the incident of which it is said: there its claims and dates are about it without its words. */
  readonly ours: boolean
}

const bare = (says: string): string => says.trim().replace(/^[\s"«»“”'.,!?…]+|[\s"«»“”'.,!?…]+$/gu, '')

const confirmedOf = onceForEach((lines: readonly MaySayLine[]) =>
  lines.flatMap(({ state, says }) => (state === 'confirmed' ? [bare(says)] : [])),
)

/** Where the draft says word for word what is confirmed. */
export const confirmedStretches = (folded: string, lines: readonly MaySayLine[]) =>
  findListed(folded, confirmedOf(lines))

const covers = (lines: readonly MaySayLine[], claim: ClaimKind): boolean =>
  lines.some(
    ({ state, ours, claims }) =>
      state === 'confirmed' && ours && (claims.includes(claim) || (claim === 'done' && claims.length > 0)),
  )

const isProved = (finding: Finding, lines: readonly MaySayLine[], said: readonly { start: number; end: number }[]) =>
  finding.code === 'claim-without-fact' &&
  (covers(lines, finding.params.claim) || said.some(({ start, end }) => finding.start < end && start < finding.end))

/**
 * What a cell has confirmed is a proof like a line of the case file: its very words everywhere, the claims that it covers in the cases of its
 * incident (G4 with C3).
 */
export const withoutConfirmed = (
  { text, maySay = [] }: GuardInput,
  findings: readonly Finding[],
): readonly Finding[] => {
  if (!maySay.some(({ state }) => state === 'confirmed')) return findings
  const { folded, origin } = fold(text)
  const said = confirmedStretches(folded, maySay).map(({ start, end }) => ({
    start: origin[start] ?? 0,
    end: origin[end] ?? text.length,
  }))
  return findings.filter((finding) => !isProved(finding, maySay, said))
}
