import { sql } from 'kysely'
import { LEARNING_MS } from '#core/radar/pace.ts'
import { risingPhrases } from '#core/radar/rising.ts'
import { topics } from '#core/triage/labels.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'
import { namesOf } from './case-parts.ts'

const MOST_MUTES = 50
/** Less than this is next to nothing: a multiple of it says nothing. */
const NEXT_TO_NOTHING = 0.5

const timesOf = (heard: number, usual: number): number | null => (usual < NEXT_TO_NOTHING ? null : heard / usual)

const shapeStory = (desk: Desk) => (row: Row<'radar_stories'>) => ({
  id: row.id,
  label: row.label,
  topic: topics.find((known) => known === row.topic) ?? null,
  beganAt: row.began_at.getTime(),
  lastAt: row.last_at.getTime(),
  count: row.count,
  authors: row.authors,
  reach: row.reach,
  negativeShare: row.negative / row.count,
  share: row.share,
  heard: row.heard,
  times: timesOf(row.heard, row.usual),
  networks: Object.entries(row.networks)
    .map(([connector, count]) => ({ network: desk.registry.get(connector)?.network ?? connector, count }))
    .toSorted((a, b) => b.count - a.count),
})

const shapeHabit = (desk: Desk) => (row: Pick<Row<'radar_series'>, 'kind' | 'key' | 'why' | 'height' | 'state'>) => ({
  key: row.key,
  name: row.kind === 'network' ? (desk.registry.get(row.key)?.network ?? row.key) : row.key,
  ...{ counted: row.why.counted, overMs: row.why.overMs, usual: row.why.usual, times: row.why.times },
  ...{ height: row.height, learning: row.state === 'learning' },
})

const readMutes = async (trx: Trx) => {
  const rows = await trx.selectFrom('radar_mutes').selectAll().orderBy('muted_at', 'desc').limit(MOST_MUTES).execute()
  const names = await namesOf(
    trx,
    rows.flatMap((row) => [row.muted_by, row.ended_by]),
  )
  const nameOf = (id: string) => names.get(id) ?? { id, name: '?' }
  return rows.map((row) => ({
    ...{ id: row.id, words: row.words, because: row.because, by: nameOf(row.muted_by), at: row.muted_at.getTime() },
    keptOut: row.kept_out,
    ended:
      row.ended_by === null || row.ended_at === null ? null : { by: nameOf(row.ended_by), at: row.ended_at.getTime() },
  }))
}

/** What rises (L2, L3): a few rows that the loop keeps; nothing here grows with the messages. */
export const readRadar = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const now = desk.now()
    const memory = await trx.selectFrom('radar_memory').select(['memory', 'heard_at']).executeTakeFirst()
    const stories = await trx
      .selectFrom('radar_stories')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .where('rising', 'is', true)
      .orderBy('place')
      .execute()
    const habits = await trx.selectFrom('radar_series').select(['kind', 'key', 'why', 'height', 'state']).execute()
    const told = new Set(stories.flatMap(({ label }) => label))
    const highest = (kind: string) =>
      habits
        .filter((row) => row.kind === kind)
        .map(shapeHabit(desk))
        .toSorted((a, b) => b.height - a.height || (a.key < b.key ? -1 : 1))
    const learned = (memory?.memory.since ?? now) + LEARNING_MS
    return {
      heardAt: memory?.heard_at.getTime() ?? null,
      learningUntil: learned > now ? learned : null,
      stories: stories.map(shapeStory(desk)),
      phrases: (memory === undefined ? [] : risingPhrases(memory.memory, now))
        .filter(({ phrase }) => !phrase.split(' ').every((word) => told.has(word)))
        .map(({ phrase, rise }) => ({ phrase, heard: rise.heard, times: timesOf(rise.heard, rise.usual) })),
      topics: highest('topic'),
      networks: highest('network'),
      mutes: await readMutes(trx),
    }
  })

/** The verbatims of one story: at most thirty messages, each by its own key. */
export const readStory = (desk: Desk, actor: Actor, { id }: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const story = await trx.selectFrom('radar_stories').select('samples').where('id', '=', id).executeTakeFirst()
    if (story === undefined) return NOT_FOUND
    return { verbatims: await verbatimsOf(desk, trx, story.samples) }
  })

interface Verbatim {
  id: string
  case_id: string | null
  text: string
  author: string | null
  connector: string
  sent_at: Date
  sentiment: string | null
}

/** What these messages say, in the order in which they are named; one that its author took back says nothing any more. */
export const verbatimsOf = async (desk: Desk, trx: Trx, ids: readonly string[]) => {
  const { rows } = await sql<Verbatim>`
    select m.id, k.id as case_id, left(m.text, 600) as text, a.display_name as author, c.connector, m.sent_at, r.sentiment
    from unnest(${[...ids]}::uuid[]) with ordinality as wanted (id, place)
      join messages m on m.id = wanted.id join channel_accounts c on c.id = m.account_id
      left join cases k on k.conversation_id = m.conversation_id left join authors a on a.id = m.author_id
      left join message_readings r on r.message_id = m.id
    where m.deleted_at is null order by wanted.place`.execute(trx)
  return rows.map((row) => ({
    ...{ messageId: row.id, caseId: row.case_id, text: row.text, author: row.author ?? '?', at: row.sent_at.getTime() },
    network: desk.registry.get(row.connector)?.network ?? row.connector,
    negative: row.sentiment === 'negative',
  }))
}
