import { sql } from 'kysely'
import type { Row } from '#server/db/schema.ts'
import type { Desk } from '#server/desk.ts'

/** Longer than a poll may last: whoever still holds it has died. */
export const POLL_LEASE_MS = 150_000
export const POLL_LASTS_MS = 90_000

/** An account that this process polls now. The moment at which the lease ends is its token: a later holder has a later one. */
export interface PollLease {
  account: Row<'channel_accounts'>
  /** Changes with the credentials and the settings: an open session of another version is worth nothing. */
  version: string
  until: Date
}

/** What an open session was made from. */
export const sessionVersion = sql<string>`md5(concat_ws('|', encode(secret, 'hex'), settings::text, handle, external_id))`

/** Takes the accounts whose time has come, or that their network has just called, longest waiting first; no two processes take the same. */
export const claimPolls = async (
  desk: Desk,
  { called, busy, most }: { called: readonly string[]; busy: readonly string[]; most: number },
): Promise<PollLease[]> => {
  if (most <= 0) return []
  const now = new Date(desk.now())
  const until = new Date(desk.now() + POLL_LEASE_MS)
  const { rows } = await sql<Row<'channel_accounts'> & { version: string }>`
    update channel_accounts set poll_lease_until = ${until}::timestamptz
    where id in (
      select id from channel_accounts
      where disconnected_at is null and next_poll_at is not null
        and (next_poll_at <= ${now}::timestamptz or id = any(${called}::uuid[])) and id <> all(${busy}::uuid[])
        and (poll_lease_until is null or poll_lease_until <= ${now}::timestamptz)
        and (quiet_until is null or quiet_until <= ${now}::timestamptz)
      order by next_poll_at limit ${most}::integer for update skip locked)
    returning *, ${sessionVersion} as version`.execute(desk.db.worker)
  return rows.map(({ version, ...account }) => ({ account, version, until }))
}

/** Gives an account back as it was: the desk is stopping, and another process may poll it at once. */
export const dropPoll = async (desk: Desk, { account, until }: PollLease): Promise<void> => {
  await sql`
    update channel_accounts set poll_lease_until = null where id = ${account.id}::uuid and poll_lease_until = ${until}::timestamptz`.execute(
    desk.db.worker,
  )
}
