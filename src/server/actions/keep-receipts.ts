import type { Connector, Polled } from '#connectors/connector.ts'
import type { DeskEvent } from '#core/event.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { RowChange } from '#server/db/schema.ts'
import { asWorkerIn, type Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import type { Notice } from '#server/ingest/batch.ts'
import type { PollLease } from '#server/ingest/claim-poll.ts'
import { insertPolled } from '#server/ingest/insert-polled.ts'
import { writeNotices } from '#server/ingest/write-news.ts'

const MINUTE_MS = 60_000
const LONGEST_PAUSE_MS = 15 * MINUTE_MS
/** A person is needed, but what was a passing fault of the network heals without one. */
const AFTER_ATTENTION_MS = 30 * MINUTE_MS
/** From so many failures in a row on, people are told. */
const WORRYING = 5
/** A silence of ours longer than this was a stop: what is found behind it is a gap repaired. */
const STOPPED_MS = 10 * MINUTE_MS

type Got = Extract<Polled, { kind: 'polled' }>

/** The account is polled by another process now: nothing of this poll may be written. */
export class LeaseLost extends Error {}

interface Change {
  set: RowChange<'channel_accounts'>
  news: { name: DeskEvent['name']; data: Record<string, unknown>; notice?: string }[]
}

const pollEveryMs = (connector: Connector): number => Math.max(1_000, connector.capabilities.pollEveryMs)

/** What webhooks should have brought, or what was said while the desk was stopped. The first poll of an account repairs nothing. */
const repairedBy = ({ account }: PollLease, connector: Connector, kept: number, now: number): number => {
  if (kept === 0 || account.last_poll_at === null) return 0
  const silence = now - account.last_poll_at.getTime()
  const stopped = silence > Math.max(STOPPED_MS, 3 * pollEveryMs(connector))
  return stopped || connector.capabilities.listens.includes('webhook') ? kept : 0
}

const afterSuccess = (lease: PollLease, connector: Connector, polled: Got, kept: number, now: number): Change => {
  const { account } = lease
  const news: Change['news'] = []
  const repaired = repairedBy(lease, connector, kept, now)
  if (repaired > 0)
    news.push({
      name: 'channel.gap-repaired',
      data: { count: repaired, since: account.last_poll_at?.getTime() ?? null, until: now },
    })
  if (polled.gap !== undefined)
    news.push({ name: 'channel.gap-found', data: { ...polled.gap }, notice: 'channel-gap-found' })
  if (account.attention !== null) news.push({ name: 'channel.recovered', data: { from: account.attention } })
  const next = polled.more ? now : now + (polled.nextAfterMs ?? pollEveryMs(connector))
  return {
    news,
    set: {
      cursor: polled.cursor === undefined ? null : JSON.stringify(polled.cursor),
      next_poll_at: new Date(next),
      last_poll_at: new Date(now),
      poll_failures: 0,
      gaps_repaired: account.gaps_repaired + repaired,
      state: 'connected',
      attention: null,
    },
  }
}

const afterLater = (
  { account }: PollLease,
  connector: Connector,
  polled: Extract<Polled, { kind: 'later' }>,
  now: number,
  chance: number,
): Change => {
  const failures = account.poll_failures + 1
  // Spread out, so that the accounts of one network do not come back all at once.
  const pause = Math.min(pollEveryMs(connector) * 2 ** Math.min(failures, 16), LONGEST_PAUSE_MS) * (0.75 + chance / 4)
  const next = Math.max(now + pause, polled.retryAt ?? 0)
  const worrying = failures >= WORRYING
  const { reason, detail } = polled
  return {
    news:
      worrying && account.attention === null
        ? [{ name: 'channel.needs-attention', data: { reason, detail, failures }, notice: 'channel-needs-attention' }]
        : [],
    set: {
      poll_failures: failures,
      next_poll_at: new Date(next),
      ...(worrying && account.attention === null ? { attention: reason } : {}),
    },
  }
}

const afterAttention = (
  { account }: PollLease,
  { reason, detail }: Extract<Polled, { kind: 'attention' }>,
  now: number,
): Change => ({
  news:
    account.state === 'needs-attention'
      ? []
      : [{ name: 'channel.needs-attention', data: { reason, detail }, notice: 'channel-needs-attention' }],
  set: {
    state: 'needs-attention',
    attention: reason,
    poll_failures: account.poll_failures + 1,
    next_poll_at: new Date(now + AFTER_ATTENTION_MS),
  },
})

const write = async (trx: Trx, desk: Desk, { account, until }: PollLease, { set, news }: Change): Promise<void> => {
  const held = await trx
    .updateTable('channel_accounts')
    .set({ ...set, poll_lease_until: null })
    .where('id', '=', account.id)
    .where('poll_lease_until', '=', until)
    .executeTakeFirst()
  if (Number(held.numUpdatedRows) !== 1) throw new LeaseLost(`another process polls ${account.id}`)
  const at = desk.now()
  const line = { at, memberId: null, accountId: account.id }
  await recordEvents(
    trx,
    account.workspace_id,
    news.map(({ name, data }) => ({ ...line, name, data })),
  )
  const notices = news.flatMap(({ notice, data }): Notice[] =>
    notice === undefined
      ? []
      : [{ kind: notice, to: 'managers', caseId: null, data: { accountId: account.id, ...data } }],
  )
  await writeNotices(trx, { workspaceId: account.workspace_id, now: at, newId: desk.newId }, notices)
}

const isDataTrouble = (error: unknown): boolean => /^(22|54)/.test((error as { code?: string } | null)?.code ?? '')

/**
 * What came of a poll: receipts and cursor in one transaction, so that nothing is skipped and nothing is asked for twice in vain, and
 * the account's health beside them. Returns how many receipts were new. Rejects with `LeaseLost` when the account went to another process.
 */
export const keepReceipts = async (
  desk: Desk,
  lease: PollLease,
  connector: Connector,
  polled: Polled,
): Promise<number> => {
  const { id: accountId, workspace_id: workspaceId } = lease.account
  const keep = (asBytes: boolean): Promise<number> =>
    asWorkerIn(desk.db, workspaceId, async (trx) => {
      const now = desk.now()
      const place = { workspaceId, accountId, now }
      // The lease is confirmed by the last statement; a poll that lost it leaves nothing behind.
      const kept = polled.kind === 'polled' ? await insertPolled(trx, place, polled.receipts, asBytes) : 0
      const change =
        polled.kind === 'polled'
          ? afterSuccess(lease, connector, polled, kept, now)
          : polled.kind === 'later'
            ? afterLater(lease, connector, polled, now, desk.random())
            : afterAttention(lease, polled, now)
      await write(trx, desk, lease, change)
      return kept
    })
  const kept = await keep(false).catch((error: unknown) => {
    // Something in there jsonb cannot take after all (nested too deep, a number too long): it is kept as bytes.
    if (polled.kind === 'polled' && isDataTrouble(error)) return keep(true)
    throw error
  })
  if (kept > 0) desk.wake('read-receipts')
  return kept
}
