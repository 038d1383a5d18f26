import { sql } from 'kysely'
import type { Polled } from '#connectors/connector.ts'
import { keepReceipts, LeaseLost } from '#server/actions/keep-receipts.ts'
import { connectorOf } from '#server/channels/open-channel.ts'
import type { Row } from '#server/db/schema.ts'
import type { Desk } from '#server/desk.ts'
import { claimPolls, dropPoll, POLL_LASTS_MS, type PollLease, sessionVersion } from '#server/ingest/claim-poll.ts'
import { makeSessions } from '#server/ingest/open-sessions.ts'

const AT_ONCE = 8

const sayWhy = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 300)

/** What an account that cannot even be opened says. */
const later = (error: unknown): Polled => ({ kind: 'later', reason: 'poll-failed', detail: sayWhy(error) })

/**
 * The listener: polls each account when its time comes or when its network calls, a few at once, so that a slow network never makes
 * the others wait (L1). Any number of processes may run one each; an account is polled by one of them at a time.
 */
export const makeListener = (desk: Desk) => {
  const stopping = new AbortController()
  const inTheAir = new Map<string, Promise<void>>()
  const called = new Set<string>()
  const sessions = makeSessions(desk, (id) => {
    called.add(id)
    desk.wake('listen')
  })

  const ask = async ({ account, version }: PollLease): Promise<Polled> => {
    const session = await sessions.open(account, version)
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(POLL_LASTS_MS)])
    const polled = await session.poll?.(account.cursor, signal)
    return polled ?? { kind: 'later', reason: 'nothing-to-poll', detail: account.connector }
  }

  const poll = async (lease: PollLease): Promise<void> => {
    const { account } = lease
    const polled = await ask(lease).catch(later)
    if (stopping.signal.aborted && polled.kind !== 'polled') return dropPoll(desk, lease)
    if (polled.kind !== 'polled')
      desk.log.warn({ account: account.id, kind: polled.kind, reason: polled.reason }, 'a poll brought nothing')
    try {
      await keepReceipts(desk, lease, connectorOf(desk, account), polled)
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error
      desk.log.warn({ account: account.id }, 'a poll lasted longer than its lease and was thrown away')
    }
  }

  const start = (lease: PollLease): void => {
    const { id } = lease.account
    called.delete(id)
    const done = poll(lease)
      .catch((error: unknown) => desk.log.error({ err: error, account: id }, 'a poll could not be kept'))
      .finally(() => {
        inTheAir.delete(id)
        desk.wake('listen')
      })
    inTheAir.set(id, done)
  }

  /** Opens the watches that are missing, and closes those of accounts that were disconnected, changed, or need a person. */
  const keepWatch = async (): Promise<void> => {
    const { rows } = await sql<Row<'channel_accounts'> & { version: string }>`
      select *, ${sessionVersion} as version from channel_accounts
      where disconnected_at is null and next_poll_at is not null and state = 'connected'`.execute(desk.db.worker)
    await sessions.keepOnly(new Map(rows.map(({ id, version }) => [id, version])), inTheAir)
    for (const { version, ...account } of rows) {
      const live = desk.registry.get(account.connector)?.capabilities.listens.includes('live') ?? false
      if (!live || sessions.has(account.id, version) || inTheAir.has(account.id)) continue
      await sessions.open(account, version).catch((error: unknown) => {
        desk.log.warn({ err: error, account: account.id }, 'an account could not be watched')
      })
    }
  }

  const round = async (): Promise<boolean> => {
    if (stopping.signal.aborted) return false
    await keepWatch()
    const asked = { called: [...called], busy: [...inTheAir.keys()], most: AT_ONCE - inTheAir.size }
    const leases = await claimPolls(desk, asked)
    for (const lease of leases) start(lease)
    return false
  }

  /** Lets the polls in the air come home. */
  const settle = async (): Promise<void> => {
    await Promise.all(inTheAir.values())
  }

  /** Breaks off what is under way, gives the accounts back, and closes every session. */
  const stop = async (): Promise<void> => {
    stopping.abort()
    await settle()
    await sessions.closeAll()
  }

  return { round, settle, stop }
}
