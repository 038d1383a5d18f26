import type { Instant } from '#core/time.ts'

/** Somebody who could answer, and what they take; an empty list is everything. */
export type Hand = {
  readonly memberId: string
  /** By the rota: on duty to answer, in their own name or in that of whoever is away. */
  readonly present: boolean
  /** Open cases that they own. */
  readonly open: number
  readonly languages: readonly string[]
  readonly accountIds: readonly string[]
}

export type NewCase = {
  readonly language: string | null
  readonly accountId: string
  /** Who of the brand answered this person last, and when (T2). */
  readonly lastAnswer: { readonly memberId: string; readonly at: Instant } | null
  /** Who stands in for that one while they are away. */
  readonly standInId: string | null
}

/** Why a case went to somebody, as the case itself will say. */
export type Because =
  | { readonly kind: 'knows-them'; readonly lastAt: Instant }
  | { readonly kind: 'stands-in'; readonly forId: string; readonly lastAt: Instant }
  | { readonly kind: 'least-open'; readonly open: number; readonly among: number }

export type Choice =
  | { readonly ownerId: string; readonly because: Because }
  | { readonly nobody: 'nobody-there' | 'nobody-takes-it' | 'everybody-full' }

const takes = (list: readonly string[], wanted: string | null): boolean =>
  list.length === 0 || (wanted !== null && list.includes(wanted))

/**
 * Whom a new case goes to: whoever answered this person last, so that they keep one contact (T2); while that one is away, their
 * stand-in; else, of those on duty who speak the language and take the account, whoever has the fewest open cases. Nobody who is not
 * there, and nobody who has as many as the brand allows (T1).
 */
export const chooseOwner = (fresh: NewCase, hands: readonly Hand[], mostOpen: number): Choice => {
  const present = hands.filter((hand) => hand.present)
  if (present.length === 0) return { nobody: 'nobody-there' }
  const free = present.filter((hand) => hand.open < mostOpen)
  const { lastAnswer, standInId } = fresh
  if (lastAnswer !== null) {
    const lastAt = lastAnswer.at
    // They have spoken with this person before: neither language nor account stands in the way.
    if (free.some(({ memberId }) => memberId === lastAnswer.memberId))
      return { ownerId: lastAnswer.memberId, because: { kind: 'knows-them', lastAt } }
    if (standInId !== null && free.some(({ memberId }) => memberId === standInId))
      return { ownerId: standInId, because: { kind: 'stands-in', forId: lastAnswer.memberId, lastAt } }
  }
  const able = (list: readonly Hand[]) =>
    list.filter((hand) => takes(hand.languages, fresh.language) && takes(hand.accountIds, fresh.accountId))
  const [first, ...others] = able(free).toSorted((a, b) => a.open - b.open)
  if (first === undefined) return { nobody: able(present).length > 0 ? 'everybody-full' : 'nobody-takes-it' }
  const because = { kind: 'least-open' as const, open: first.open, among: others.length + 1 }
  return { ownerId: first.memberId, because }
}
