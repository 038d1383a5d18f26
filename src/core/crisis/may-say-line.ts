import type { ClaimKind } from '#core/guard/finding.ts'

/** `withdrawn`: it is said no more, and forbidden no more. */
export const MAY_SAY_STATES = ['confirmed', 'unconfirmed', 'forbidden', 'withdrawn'] as const
export type MaySayState = (typeof MAY_SAY_STATES)[number]

/** What a line may cover: what the guard knows as a claim. */
export const MAY_SAY_CLAIMS = [
  'refund',
  'delivery',
  'replacement',
  'resolution',
  'owner',
  'request',
  'done',
] as const satisfies readonly ClaimKind[]

/** One line of « what we may say », as somebody puts it. */
export type MaySayPut = {
  readonly state: MaySayState
  readonly says: string
  readonly words: readonly string[]
  readonly claims: readonly ClaimKind[]
  readonly dates: boolean
  readonly proof: string | null
}

/**
 * What keeps a line from standing: nothing is confirmed without saying by whom or by what (G4), and what may not be said must be known by
 * something, or the guard would look for nothing (C3).
 */
export const whyNotPut = ({
  state,
  words,
  claims,
  dates,
  proof,
}: MaySayPut): 'proof-needed' | 'nothing-to-know-it-by' | null => {
  if (state === 'confirmed') return proof === null || proof.trim() === '' ? 'proof-needed' : null
  if (state === 'withdrawn') return null
  return words.length > 0 || claims.length > 0 || dates ? null : 'nothing-to-know-it-by'
}
