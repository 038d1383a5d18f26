import { sql } from 'kysely'
import { findJourney, type Happening, type Journey, STEPS } from '#core/ambassador/journey.ts'
import { mayOfferGesture, nextDue } from '#core/ambassador/next-due.ts'
import { stateOf } from '#core/ambassador/voucher.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { readHappenings } from './happenings.ts'
import { countVouchers, readVoucherRules, type VoucherRow, voucherOf, vouchersOf } from './vouchers.ts'

/** The latest affairs of each kind that are looked at: what is older has had its time. */
const LOOKED_AT = 300
const SHOWN = 200

interface PersonRow {
  id: string
  customer_id: string | null
  display_name: string
  handle: string
  connector: string
}

/** Everybody of the latest affairs, with all the accounts that are known to be theirs. */
const readPeople = async (trx: Trx): Promise<PersonRow[]> => {
  const { rows } = await sql<PersonRow>`
    with latest as (
      (select author_id from cases where workspace_id = current_workspace() and settled_at is not null order by settled_at desc limit ${LOOKED_AT})
      union (select author_id from cases where workspace_id = current_workspace() order by last_in_at desc nulls last, id desc limit ${LOOKED_AT}))
    select a.id, a.customer_id, a.display_name, a.handle, a.connector from authors a
    where a.workspace_id = current_workspace() and (a.id in (select author_id from latest)
      or a.customer_id in (select b.customer_id from authors b where b.id in (select author_id from latest)))
    order by a.first_seen_at, a.id`.execute(trx)
  return rows
}

interface CaseRow {
  id: string
  number: number
  author_id: string
  due_at: Date | null
  follow_up_at: Date | null
  followed_up: boolean
}

/** Their cases, with what is owed and the promises to come back to them that were made once it was settled (P4). */
const readCases = async (trx: Trx, authorIds: readonly string[]): Promise<CaseRow[]> => {
  const { rows } = await sql<CaseRow>`
    select k.id, k.number, k.author_id, k.due_at,
      (select min(c.due_at) from commitments c where c.case_id = k.id and c.made_at >= k.settled_at and c.outcome is null) as follow_up_at,
      exists (select from commitments c where c.case_id = k.id and c.made_at >= k.settled_at and c.outcome = 'kept') as followed_up
    from cases k where k.author_id = any(${authorIds}::uuid[])`.execute(trx)
  return rows
}

const groupBy = <T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const known = groups.get(keyOf(row))
    if (known === undefined) groups.set(keyOf(row), [row])
    else known.push(row)
  }
  return groups
}

const dates = (values: readonly (Date | null)[]): number | null => {
  const known = values.flatMap((value) => value?.getTime() ?? [])
  return known.length === 0 ? null : Math.min(...known)
}

const shapeVoucher = (row: VoucherRow, now: number) => ({
  ...{ id: row.id, code: row.code, kind: row.kind, amountCents: row.amount_cents },
  ...{ issuedAt: row.issued_at.getTime(), validUntil: row.valid_until.getTime(), state: stateOf(voucherOf(row), now) },
  endNote: row.end_note,
})

interface Story {
  people: readonly PersonRow[]
  journey: Journey
  cases: readonly CaseRow[]
  vouchers: readonly VoucherRow[]
}

const shapeStory = (desk: Desk, { people, journey, cases, vouchers }: Story, now: number) => {
  const latest = journey.proofs.findLast(({ proof }) => proof.caseId !== null)?.proof.caseId ?? null
  const numberOf = (caseId: string | null) => cases.find(({ id }) => id === caseId)?.number ?? null
  const [first] = people
  return {
    key: first?.customer_id ?? first?.id ?? '',
    name: first?.display_name ?? '',
    accounts: people.map(({ handle, connector }) => ({
      handle,
      network: desk.registry.get(connector)?.network ?? connector,
    })),
    reached: journey.reached,
    proofs: journey.proofs.map(({ step, proof }) => ({
      ...{
        step,
        kind: proof.kind,
        id: proof.id,
        at: proof.at,
        caseId: proof.caseId,
        caseNumber: numberOf(proof.caseId),
      },
    })),
    due: nextDue({
      journey,
      owedAt: dates(cases.map(({ due_at }) => due_at)),
      followUpAt: dates(cases.map(({ follow_up_at }) => follow_up_at)),
      followedUp: cases.some(({ followed_up }) => followed_up),
    }),
    caseId: latest,
    caseNumber: numberOf(latest),
    mayOfferGesture: mayOfferGesture(journey),
    vouchers: vouchers.map((row) => shapeVoucher(row, now)),
  }
}

/** Who is where on the way from detractor to ambassador, by dated proof, and what is due next, the nearest first (C5, P4). */
export const readAmbassadors = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const now = desk.now()
    const people = await readPeople(trx)
    const ids = people.map(({ id }) => id)
    const keyOf = new Map(people.map((one) => [one.id, one.customer_id ?? one.id]))
    const ofAuthor = <T extends { author_id: string }>(rows: readonly T[]) =>
      groupBy(rows, (row) => keyOf.get(row.author_id) ?? '')
    const happenings = groupBy(await readHappenings(trx, ids), ({ authorId }) => keyOf.get(authorId) ?? '')
    const cases = ofAuthor(await readCases(trx, ids))
    const vouchers = ofAuthor(await vouchersOf(trx, ids))
    const stories = [...groupBy(people, ({ id }) => keyOf.get(id) ?? '')].flatMap(([key, group]): Story[] => {
      const told: readonly Happening[] = (happenings.get(key) ?? []).map(({ happening }) => happening)
      const journey = findJourney(told)
      if (journey === null) return []
      return [{ people: group, journey, cases: cases.get(key) ?? [], vouchers: vouchers.get(key) ?? [] }]
    })
    const shaped = stories
      .map((story) => shapeStory(desk, story, now))
      .toSorted((a, b) => (a.due.dueAt ?? Infinity) - (b.due.dueAt ?? Infinity) || (a.key < b.key ? -1 : 1))
    return {
      lookedAt: LOOKED_AT,
      steps: STEPS.map((step) => ({ step, people: stories.filter(({ journey }) => journey.reached === step).length })),
      people: shaped.slice(0, SHOWN),
      more: Math.max(0, shaped.length - SHOWN),
      vouchers: { ...(await countVouchers(trx, now)), rules: await readVoucherRules(trx) },
    }
  })
