import type { Instant } from '#core/time.ts'
import { findRule, type RoutingRule, type Target, type Told } from './rule.ts'

/** Somebody who could answer, and what they take and know; an empty list of languages or accounts is everything. */
export type Hand = {
  readonly memberId: string
  /** By the rota: on duty to answer, in their own name or in that of whoever is away. */
  readonly present: boolean
  /** Open cases that they own. */
  readonly open: number
  readonly languages: readonly string[]
  readonly accountIds: readonly string[]
  readonly skills: readonly string[]
  readonly departmentIds: readonly string[]
  /** Who stands in for them while they are away. */
  readonly standInId: string | null
}

export type NewCase = Told & {
  /** Who of the brand answered this person last, and when (T2). */
  readonly lastAnswer: { readonly memberId: string; readonly at: Instant } | null
}

/** What a rule of the brand had to do with a choice: whom it wanted, by which word, and whether somebody of them was free. */
export type RuleSaid = { readonly to: Target; readonly word: string | null; readonly met: boolean }

type Base =
  | { readonly kind: 'knows-them'; readonly lastAt: Instant }
  | { readonly kind: 'stands-in'; readonly forId: string; readonly lastAt: Instant }
  | { readonly kind: 'least-open'; readonly open: number; readonly among: number }
  /** A rule names this very person, or somebody whom they stand in for. */
  | { readonly kind: 'named'; readonly forId: string | null }

/** Why a case went to somebody, as the case itself will say: « speaks English, knows billing, fewest open cases ». */
export type Because = Base & { readonly speaks?: string; readonly rule?: RuleSaid }

export type Choice =
  | { readonly ownerId: string; readonly because: Because }
  | { readonly nobody: 'nobody-there' | 'nobody-takes-it' | 'everybody-full' }

const takes = (list: readonly string[], wanted: string | null): boolean =>
  list.length === 0 || (wanted !== null && list.includes(wanted))

const isAble = ({ languages, accountIds }: Hand, { language, accountId }: NewCase): boolean =>
  takes(languages, language) && takes(accountIds, accountId)

type Found = { readonly hand: Hand; readonly because: Base }

/** One contact for one person, else whoever of those able has the fewest. */
const among = (free: readonly Hand[], hands: readonly Hand[], fresh: NewCase): Found | null => {
  const find = (id: string | null) => free.find(({ memberId }) => memberId === id)
  const { lastAnswer } = fresh
  if (lastAnswer !== null) {
    const { memberId: lastId, at: lastAt } = lastAnswer
    // They have spoken with this person before: neither language nor account stands in the way.
    const known = find(lastId)
    if (known !== undefined) return { hand: known, because: { kind: 'knows-them', lastAt } }
    const last = hands.find(({ memberId }) => memberId === lastId)
    const standIn = last?.present === true ? undefined : find(last?.standInId ?? null)
    if (standIn !== undefined) return { hand: standIn, because: { kind: 'stands-in', forId: lastId, lastAt } }
  }
  const able = free.filter((hand) => isAble(hand, fresh)).toSorted((a, b) => a.open - b.open)
  const [first] = able
  return first === undefined
    ? null
    : { hand: first, because: { kind: 'least-open', open: first.open, among: able.length } }
}

/** A person who is named is free for it whatever else they take; while they are away, so is their stand-in. */
const named = (free: readonly Hand[], hands: readonly Hand[], memberId: string): Found | null => {
  const self = free.find((hand) => hand.memberId === memberId)
  if (self !== undefined) return { hand: self, because: { kind: 'named', forId: null } }
  const away = hands.find((hand) => hand.memberId === memberId && !hand.present)
  const standIn = free.find((hand) => hand.memberId === away?.standInId)
  return standIn === undefined ? null : { hand: standIn, because: { kind: 'named', forId: memberId } }
}

const byRule = (to: Target, free: readonly Hand[], hands: readonly Hand[], fresh: NewCase): Found | null => {
  if (to.kind === 'member') return named(free, hands, to.memberId)
  const fits = (hand: Hand) =>
    to.kind === 'skill' ? hand.skills.includes(to.skill) : hand.departmentIds.includes(to.departmentId)
  return among(free.filter(fits), hands, fresh)
}

const speaksOf = ({ languages }: Hand, { language }: NewCase) =>
  language !== null && languages.includes(language) ? { speaks: language } : {}

/**
 * Whom a new case goes to. A rule of the brand narrows the choice to whoever knows the skill, belongs to the department, or is named (T1,
 * T3); where none of them is free the customer does not wait for it, and the case says so (A1). Among those who are left: whoever answered
 * this person last, so that they keep one contact (T2); while that one is away, their stand-in; else, of those on duty who speak the
 * language and take the account, whoever has the fewest open cases. Nobody who is not there, and nobody who has as many as the brand
 * allows.
 */
export const chooseOwner = (
  fresh: NewCase,
  hands: readonly Hand[],
  mostOpen: number,
  rules: readonly RoutingRule[] = [],
): Choice => {
  const present = hands.filter((hand) => hand.present)
  if (present.length === 0) return { nobody: 'nobody-there' }
  const free = present.filter((hand) => hand.open < mostOpen)
  const touched = findRule(rules, fresh)
  const wanted = touched === null ? null : byRule(touched.rule.to, free, hands, fresh)
  const found = wanted ?? among(free, hands, fresh)
  if (found === null)
    return { nobody: present.some((hand) => isAble(hand, fresh)) ? 'everybody-full' : 'nobody-takes-it' }
  const { hand, because } = found
  const said = touched && { rule: { to: touched.rule.to, word: touched.word, met: wanted !== null } }
  return { ownerId: hand.memberId, because: { ...because, ...speaksOf(hand, fresh), ...said } }
}
