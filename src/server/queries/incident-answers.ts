import { sql } from 'kysely'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'

const POINTS = 100

interface Asked {
  asked_at: Date
  answered_at: Date | null
}

/** When each customer of the affair first wrote, and when the brand first answered in that conversation; beyond 50,000 the rest is left out. */
const listAsked = async (trx: Trx, incidentId: string): Promise<Asked[]> => {
  const { rows } = await sql<Asked>`
    select f.asked_at, (select min(m.sent_at) from messages m
      where m.conversation_id = f.conversation_id and m.direction = 'out' and m.sent_at >= f.asked_at) as answered_at
    from (select conversation_id, min(sent_at) as asked_at from incident_mentions
      where incident_id = ${incidentId}::uuid and unlinked_at is null group by conversation_id order by 2 limit 50000) f`.execute(
    trx,
  )
  return rows
}

const upTo = (sorted: readonly number[], at: number): number => {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** Who waits and who has an answer, through time; and how long the first answer took, half of the times less (A1, A2). */
export const answersOf = async (trx: Trx, incident: Row<'incidents'>, now: number) => {
  const asked = await listAsked(trx, incident.id)
  const until = incident.closed_at?.getTime() ?? now
  const from = Math.min(incident.since_at.getTime(), ...asked.slice(0, 1).map((one) => one.asked_at.getTime()))
  const wrote = asked.map((one) => one.asked_at.getTime()).toSorted((a, b) => a - b)
  const answered = asked.flatMap((one) => one.answered_at?.getTime() ?? []).toSorted((a, b) => a - b)
  const stepMs = Math.max(1, (until - from) / POINTS)
  const points =
    asked.length === 0
      ? []
      : Array.from({ length: POINTS + 1 }, (_, n) => {
          const at = Math.round(from + n * stepMs)
          const done = upTo(answered, at)
          return { at, answered: done, owed: upTo(wrote, at) - done }
        })
  const took = asked
    .flatMap((one) => (one.answered_at === null ? [] : [one.answered_at.getTime() - one.asked_at.getTime()]))
    .toSorted((a, b) => a - b)
  return { points, medianMs: took[Math.floor((took.length - 1) / 2)] ?? null }
}
