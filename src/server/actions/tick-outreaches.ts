import { sql } from 'kysely'
import { roomNow } from '#core/outreach/pace.ts'
import { DAY_MS, MINUTE_MS } from '#core/time.ts'
import { recordIncident } from '#server/crisis/record.ts'
import type { Row } from '#server/db/schema.ts'
import { asWorkerIn, type Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { givePerson } from '#server/outreach/give-person.ts'
import { hearAnswers } from '#server/outreach/hear-answers.ts'
import { readHalt } from '#server/queries/halt.ts'

/** How long answers to an outreach are looked for, and how often once it is over. */
const HEARD_FOR_MS = 180 * DAY_MS
const HEARD_EVERY_MS = MINUTE_MS

const lockOutreach = (trx: Trx, id: string): Promise<Row<'outreaches'> | undefined> =>
  trx.selectFrom('outreaches').selectAll().where('id', '=', id).forUpdate().skipLocked().executeTakeFirst()

/** The next person whose account has room in this minute, and the account. */
const nextPerson = async (trx: Trx, desk: Desk, outreach: Row<'outreaches'>, passed: ReadonlySet<string>) => {
  const now = desk.now()
  const waiting = await trx
    .selectFrom('outreach_people')
    .select(({ fn }) => ['account_id', fn.min('place').as('place')])
    .where('outreach_id', '=', outreach.id)
    .where('state', '=', 'planned')
    .groupBy('account_id')
    .orderBy('place')
    .execute()
  for (const { account_id: accountId, place } of waiting) {
    if (accountId === null || passed.has(accountId)) continue
    const given = await trx
      .selectFrom('outreach_people')
      .select('given_at')
      .where('account_id', '=', accountId)
      .where('state', '=', 'given')
      .where('given_at', '>', new Date(now - MINUTE_MS))
      .execute()
    const times = given.flatMap(({ given_at }) => given_at?.getTime() ?? [])
    if (roomNow(times, outreach.per_minute, now) === 0) continue
    const person = await trx
      .selectFrom('outreach_people')
      .selectAll()
      .where('outreach_id', '=', outreach.id)
      .where('place', '=', place)
      .executeTakeFirstOrThrow()
    const account = await trx
      .selectFrom('channel_accounts')
      .selectAll()
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow()
    return { person, account }
  }
  return waiting.length === 0 ? 'nobody-left' : 'wait'
}

const writerRole = async (trx: Trx, outreach: Row<'outreaches'>) =>
  (
    await trx
      .selectFrom('memberships')
      .select('role')
      .where('workspace_id', '=', outreach.workspace_id)
      .where('member_id', '=', outreach.writer_id)
      .executeTakeFirst()
  )?.role

const record = (
  trx: Trx,
  desk: Desk,
  { id, incident_id, workspace_id }: Row<'outreaches'>,
  name: 'outreach.over' | 'outreach.paused',
) => recordIncident(trx, desk, { id: incident_id, workspace_id }, { name, memberId: null, data: { outreachId: id } })

const setState = async (trx: Trx, desk: Desk, outreach: Row<'outreaches'>, state: 'over' | 'paused'): Promise<void> => {
  const over = state === 'over' ? { over_at: new Date(desk.now()) } : {}
  await trx
    .updateTable('outreaches')
    .set({ state, ...over })
    .where('id', '=', outreach.id)
    .execute()
  await record(trx, desk, outreach, state === 'over' ? 'outreach.over' : 'outreach.paused')
}

/** One person of one outreach, if somebody may be told now; each in a transaction of its own, so that a crash loses at most the next one. */
const giveNext = (desk: Desk, workspaceId: string, id: string, passed: Set<string>): Promise<boolean> =>
  asWorkerIn(desk.db, workspaceId, async (trx) => {
    const outreach = await lockOutreach(trx, id)
    if (outreach === undefined || outreach.state !== 'running' || (await readHalt(trx)) !== undefined) return false
    const role = await writerRole(trx, outreach)
    // Words of somebody who has left are nobody's: a person decides.
    if (role === undefined) {
      await setState(trx, desk, outreach, 'paused')
      return false
    }
    const next = await nextPerson(trx, desk, outreach, passed)
    if (next === 'nobody-left') await setState(trx, desk, outreach, 'over')
    if (typeof next === 'string') return false
    if ((await givePerson(trx, desk, outreach, next.person, next.account, role)) === 'later')
      passed.add(next.account.id)
    return true
  })

const hear = (desk: Desk, workspaceId: string, id: string): Promise<number> =>
  asWorkerIn(desk.db, workspaceId, async (trx) => {
    const outreach = await lockOutreach(trx, id)
    return outreach === undefined ? 0 : hearAnswers(trx, desk, outreach)
  })

/** One list that cannot go on must not keep the others waiting, nor what else the clock brings. */
const alone = (desk: Desk, outreach: string, work: Promise<number>): Promise<number> =>
  work.catch((error: unknown) => {
    desk.log.error({ err: error, outreach }, 'an outreach could not go on; it is tried again')
    return 0
  })

const giveAll = async (desk: Desk, workspaceId: string, id: string): Promise<number> => {
  const passed = new Set<string>()
  let moved = 0
  try {
    while (await giveNext(desk, workspaceId, id, passed)) moved += 1
  } finally {
    if (moved > 0) desk.wake('deliver')
  }
  return moved
}

/**
 * Those who are to be told are told at the pace that was chosen, account by account, while nobody has stopped the brand's speech or paused
 * the outreach; whoever writes back is heard (C2, G5). What a stop interrupts goes on after it, from where it was.
 */
export const tickOutreaches = async (desk: Desk): Promise<number> => {
  let moved = 0
  const running = await desk.db.worker
    .selectFrom('outreaches')
    .select(['id', 'workspace_id'])
    .where('state', '=', 'running')
    .execute()
  for (const { id, workspace_id: workspaceId } of running)
    moved += await alone(desk, id, giveAll(desk, workspaceId, id))
  const now = desk.now()
  const listened = await desk.db.worker
    .selectFrom('outreaches')
    .select(['id', 'workspace_id'])
    .where('started_at', '>', new Date(now - HEARD_FOR_MS))
    .where(sql<boolean>`looked_at <= case when state in ('running', 'paused') then ${new Date(now)}::timestamptz
      else ${new Date(now - HEARD_EVERY_MS)}::timestamptz end`)
    .execute()
  for (const { id, workspace_id: workspaceId } of listened) moved += await alone(desk, id, hear(desk, workspaceId, id))
  return moved
}
