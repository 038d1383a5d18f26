import { sql } from 'kysely'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/time.ts'
import type { Config } from '#server/config.ts'
import type { Database } from '#server/db/database.ts'
import { asWorker } from '#server/db/transaction.ts'
import { agoOf, type Finding, fail, ok, warn } from './finding.ts'

interface Figure {
  means: string
  late: number
  oldest: Date | null
  failed: number
  reason: string | null
}

const LATE_MS = 10 * MINUTE_MS

/** What could not reach members outside the desk: it waits, it was given up, or it has nowhere to go. */
const lookAtMeans = ({ means, late, oldest, failed, reason }: Figure, now: number): Finding => {
  const name = `notices by ${means}`
  const todo =
    means === 'push'
      ? 'Can the worker reach the Internet? Look at its log.'
      : 'Look at VIGIE_SMTP_URL and at the mail server.'
  const met = reason === null ? '' : `; the last try met: ${reason}`
  if (late > 0 && oldest !== null) {
    const said = `${late} are late, the oldest by ${agoOf(now - oldest.getTime())}${met}`
    return now - oldest.getTime() > HOUR_MS ? fail(name, said, todo) : warn(name, said, todo)
  }
  return failed > 0 ? warn(name, `${failed} were given up in a day${met}`, todo) : ok(name, 'none waits in vain')
}

export const lookAtNotices = async (desk: { config: Config; db: Database; now(): number }): Promise<Finding[]> => {
  const now = desk.now()
  const { rows } = await asWorker(desk.db, (trx) =>
    sql<Figure>`
      select w.means, count(t.means) filter (where t.due_at is not null and t.made_at < ${new Date(now - LATE_MS)} and t.tries > 0)::int as late,
        min(t.made_at) filter (where t.due_at is not null and t.tries > 0) as oldest,
        count(t.means) filter (where t.state = 'failed' and t.settled_at > ${new Date(now - DAY_MS)})::int as failed,
        (array_agg(t.reason order by t.made_at desc) filter (where t.reason is not null and t.state in ('waiting', 'sending', 'failed')))[1] as reason
      from unnest(array['email', 'push']) as w (means) left join tellings t on t.means = w.means
        and t.made_at > ${new Date(now - 8 * DAY_MS)}
      group by w.means order by w.means`.execute(trx),
  )
  const configured = desk.config.mail !== undefined
  return rows.map((row) =>
    row.means === 'email' && !configured
      ? ok('notices by email', 'no mail server is configured (VIGIE_SMTP_URL): members read theirs in the desk')
      : lookAtMeans(row, now),
  )
}
