import { dayAfter, dayBegins, dayOf, mondayOf } from '#core/rota/brand-day.ts'
import { HOUR_MS } from '#core/time.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { namesOf } from './case-parts.ts'
import { departmentsOf } from './departments.ts'
import { verbatimsOf } from './radar.ts'

const MOST_WEEKS = 26
/** So many verbatims of each line are shown. */
const SHOWN = 5
const READY_AFTER_MS = 7 * HOUR_MS

/** What customers want and ask, by department, for one week; the last one unless another is asked for (L2, T5). */
export const readDigest = (desk: Desk, actor: Actor, input: { week?: string | undefined }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const { time_zone: zone } = await trx
      .selectFrom('workspaces')
      .select('time_zone')
      .where('id', '=', actor.workspaceId)
      .executeTakeFirstOrThrow()
    const weeks = await trx.selectFrom('digests').selectAll().orderBy('week', 'desc').limit(MOST_WEEKS).execute()
    const chosen = weeks.find(({ week }) => week === input.week) ?? weeks[0] ?? null
    const rows =
      chosen === null
        ? []
        : await trx
            .selectFrom('digest_lines')
            .selectAll()
            .where('workspace_id', '=', actor.workspaceId)
            .where('week', '=', chosen.week)
            .orderBy('department')
            .orderBy('id')
            .execute()
    const names = await namesOf(
      trx,
      rows.flatMap((row) => [row.owner_id, row.answered_by]),
    )
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? { id, name: '?' }))
    const verbatims = await verbatimsOf(
      desk,
      trx,
      rows.flatMap((row) => row.samples.slice(0, SHOWN)),
    )
    const topics = await trx.selectFrom('department_topics').select(['topic', 'department_id']).execute()
    const nextAt = dayBegins(zone, dayAfter(mondayOf(dayOf(zone, desk.now())), 7)) + READY_AFTER_MS
    return {
      nextAt,
      weeks: weeks.map(({ week }) => week),
      week:
        chosen === null
          ? null
          : {
              from: chosen.from_at.getTime(),
              until: chosen.until_at.getTime(),
              week: chosen.week,
              messages: chosen.messages,
            },
      lines: rows.map((row) => ({
        ...{ id: row.id, departmentId: row.department_id, department: row.department, topic: row.topic },
        ...{ intent: row.intent, label: row.label, count: row.count, authors: row.authors, ofCount: row.of_count },
        ...{ beforeCount: row.before_count, owner: nameOf(row.owner_id), dueAt: row.due_at.getTime() },
        verbatims: verbatims.filter(({ messageId }) => row.samples.includes(messageId)),
        answer:
          row.answer === null || row.answered_at === null
            ? null
            : { text: row.answer, by: nameOf(row.answered_by), at: row.answered_at.getTime() },
      })),
      departments: (await departmentsOf(trx, actor.workspaceId)).map(({ id, name }) => ({ id, name })),
      topics: topics.map((row) => ({ topic: row.topic, departmentId: row.department_id })),
    }
  })
