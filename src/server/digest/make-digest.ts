import { sql } from 'kysely'
import { gatherWishes, type Wish } from '#core/radar/gather-wishes.ts'
import { dayAfter, dayBegins, dayOf, mondayOf } from '#core/rota/brand-day.ts'
import { DAY_MS, HOUR_MS } from '#core/time.ts'
import { stillHere } from '#server/case-file/record.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { asWorkerIn, type Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { departmentsOf } from '#server/queries/departments.ts'
import { tellMember } from '#server/rota/tell-member.ts'
import { countKinds, type KindCount, readWeek } from './read-week.ts'

/** Monday, when people come in. */
const READY_AFTER_MS = 7 * HOUR_MS
/** The answer is due before the next digest. */
const DUE_AFTER_MS = 7 * DAY_MS
/** So many things are told to one department; and so many messages of each are named. */
const MOST_LINES = 12
const MOST_SAMPLES = 60

type Department = Awaited<ReturnType<typeof departmentsOf>>[number]

const countOf = (kinds: readonly KindCount[], { topic, intent }: Wish): number =>
  kinds.find((one) => one.topic === topic && one.intent === intent)?.count ?? 0

/** Several voices before one, then the loudest; what is left of a topic stands last. */
const inOrder = (wishes: readonly Wish[]): readonly Wish[] =>
  wishes.toSorted((a, b) => Number(a.label.length === 0) - Number(b.label.length === 0) || b.authors - a.authors)

const hearersOf = async (trx: Trx, workspaceId: string) => {
  const departments = await departmentsOf(trx, workspaceId)
  const topics = await trx
    .selectFrom('department_topics')
    .select(['topic', 'department_id'])
    .where('workspace_id', '=', workspaceId)
    .execute()
  const byTopic = new Map(topics.map((row) => [row.topic, row.department_id]))
  return (wish: Wish): Department | null => departments.find(({ id }) => id === byTopic.get(wish.topic)) ?? null
}

/** The digest of the week that ended last, by the brand's own calendar; made once, and told to whoever answers for a department (L2, T5). */
export const makeDigest = (desk: Desk, workspaceId: string): Promise<boolean> =>
  asWorkerIn(desk.db, workspaceId, async (trx) => {
    const now = desk.now()
    const { time_zone: zone } = await trx
      .selectFrom('workspaces')
      .select('time_zone')
      .where('id', '=', workspaceId)
      .executeTakeFirstOrThrow()
    const monday = mondayOf(dayOf(zone, now))
    const week = dayAfter(monday, -7)
    const [from, until] = [dayBegins(zone, week), dayBegins(zone, monday)]
    if (now < until + READY_AFTER_MS) return false
    const made = await trx
      .insertInto('digests')
      .values({
        ...{ workspace_id: workspaceId, week, from_at: new Date(from), until_at: new Date(until) },
        ...{ made_at: new Date(now), messages: 0 },
      })
      .onConflict((c) => c.doNothing())
      .returning('week')
      .executeTakeFirst()
    if (made === undefined) return false
    const kinds = await countKinds(trx, workspaceId, from, until)
    const before = await countKinds(trx, workspaceId, dayBegins(zone, dayAfter(week, -7)), from)
    const messages = kinds.reduce((sum, { count }) => sum + count, 0)
    await trx
      .updateTable('digests')
      .set({ messages })
      .where('workspace_id', '=', workspaceId)
      .where('week', '=', week)
      .execute()
    const hearerOf = await hearersOf(trx, workspaceId)
    const wishes = gatherWishes(await readWeek(trx, workspaceId, from, until))
    const told = new Map<string | null, { department: Department | null; wishes: Wish[] }>()
    for (const wish of inOrder(wishes)) {
      const department = hearerOf(wish)
      const kept = told.get(department?.id ?? null) ?? { department, wishes: [] }
      told.set(department?.id ?? null, kept)
      if (kept.wishes.length < MOST_LINES) kept.wishes.push(wish)
    }
    const rows = [...told.values()].flatMap(({ department, wishes: some }) =>
      some.map((wish) => ({
        ...{ id: desk.newId(), department_id: department?.id ?? null, department: department?.name ?? null },
        ...{ topic: wish.topic, intent: wish.intent, label: wish.label, count: wish.messages.length },
        ...{ authors: wish.authors, of_count: countOf(kinds, wish), before_count: countOf(before, wish) },
        ...{ samples: wish.messages.slice(0, MOST_SAMPLES), owner_id: department?.head?.id ?? null },
      })),
    )
    await sql`
      insert into digest_lines (id, workspace_id, week, department_id, department, topic, intent, label, count, authors, of_count, before_count,
        samples, owner_id, due_at)
      select id, ${workspaceId}::uuid, ${week}::date, department_id, department, topic, intent, label, count, authors, of_count, before_count,
        samples, owner_id, ${new Date(until + DUE_AFTER_MS)}::timestamptz
      from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, department_id uuid, department text, topic text, intent text,
        label jsonb, count integer, authors integer, of_count integer, before_count integer, samples jsonb, owner_id uuid)`.execute(
      trx,
    )
    if (rows.length === 0) return true
    const heads = [...new Set(rows.map(({ owner_id }) => owner_id))]
    // What no department hears is the managers' to give to one.
    const managers = heads.includes(null) ? await stillHere(trx, workspaceId, []) : []
    const tell = new Set([...(await stillHere(trx, workspaceId, heads)), ...managers])
    for (const memberId of tell) await tellMember(trx, desk, workspaceId, memberId, 'digest.made', { week })
    await recordEvents(trx, workspaceId, [
      { name: 'digest.made', at: now, memberId: null, data: { week, lines: rows.length, messages } },
    ])
    return true
  })
