import { DAY_MS } from '#core/time.ts'
import type { Row } from '#server/db/schema.ts'
import { asWorker } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { agoOf, type Finding, fail, ok, warn } from './finding.ts'

/** A poll that is late by so much does not happen. */
const OVERDUE_MS = 10 * 60_000

type Account = Row<'channel_accounts'>

const signsOf = (row: Account, now: number): string => {
  const signs: [string, Date | null][] = [
    ['webhook', row.last_webhook_at],
    ['poll', row.last_poll_at],
    ['message', row.last_message_at],
  ]
  const seen = signs.flatMap(([name, at]) => (at === null ? [] : [`last ${name} ${agoOf(now - at.getTime())} ago`]))
  return seen.length === 0 ? 'no sign of life yet' : seen.join(', ')
}

const tokenFinding = (name: string, row: Account, now: number): Finding | null => {
  if (row.token_expires_at === null) return null
  const left = row.token_expires_at.getTime() - now
  const todo = 'Reconnect the account in Channels.'
  if (left <= 0) return fail(name, `its token expired ${agoOf(-left)} ago`, todo)
  return left < 7 * DAY_MS ? warn(name, `its token expires in ${agoOf(left)}`, todo) : null
}

const lookAtAccount = (desk: Pick<Desk, 'registry'>, row: Account, now: number): Finding => {
  const network = desk.registry.get(row.connector)?.network ?? row.connector
  // The handle is public by nature; the brand's people and customers are never named here.
  const name = `channel ${network} ${row.handle}`
  const signs = signsOf(row, now)
  if (!desk.registry.has(row.connector))
    return fail(name, 'this version does not speak its network', 'Run a version that does.')
  if (row.state === 'needs-attention')
    return fail(name, `needs a person: ${row.attention ?? 'unknown'}; ${signs}`, 'Reconnect the account in Channels.')
  const token = tokenFinding(name, row, now)
  if (token !== null) return token
  const overdue =
    row.next_poll_at === null ? 0 : now - Math.max(row.next_poll_at.getTime(), row.quiet_until?.getTime() ?? 0)
  if (overdue > OVERDUE_MS) return fail(name, `its poll is ${agoOf(overdue)} late; ${signs}`, 'Is a worker running?')
  if (row.poll_failures > 2)
    return warn(
      name,
      `${row.poll_failures} polls failed in a row; ${signs}`,
      'Does its network answer? Look at the log.',
    )
  return ok(name, signs)
}

/** Each connected account: can it be heard, and for how long yet. */
export const lookAtChannels = async (desk: Pick<Desk, 'db' | 'now' | 'registry'>): Promise<Finding[]> => {
  const rows = await asWorker(desk.db, (trx) =>
    trx
      .selectFrom('channel_accounts')
      .selectAll()
      .where('disconnected_at', 'is', null)
      .orderBy('connected_at')
      .execute(),
  )
  return rows.length === 0
    ? [warn('channels', 'none is connected', 'Connect an account, or the practice network, in Channels.')]
    : rows.map((row) => lookAtAccount(desk, row, desk.now()))
}
