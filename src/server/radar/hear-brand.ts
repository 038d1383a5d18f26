import { setImmediate as breathe } from 'node:timers/promises'
import { sql } from 'kysely'
import { hearMessages } from '#core/radar/hear-messages.ts'
import { type HeardMessage, type Radar, startRadar } from '#core/radar/radar.ts'
import { isMuted, type Mute } from '#core/radar/rising.ts'
import type { Instant } from '#core/time.ts'
import { asWorkerIn, type Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { firstIdAt } from '#server/new-id.ts'
import { beginningOf, readIncoming } from './read-incoming.ts'
import { tellStories } from './tell-stories.ts'

/** Nobody else waits for longer than it takes to hear so many. */
const AT_A_TIME = 25
/** What rose fades by itself: the lines are written anew at least so often. */
const FADING_MS = 60_000

interface Remembered {
  radar: Radar
  heardUntil: string
  heardAt: Instant | null
}

/** The second desk on one database leaves the hearing to the first. */
const isAlone = async (trx: Trx, workspaceId: string): Promise<boolean> => {
  const { rows } = await sql<{ alone: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('radar'), hashtext(${workspaceId})) as alone`.execute(trx)
  return rows[0]?.alone === true
}

const remember = async (trx: Trx, workspaceId: string, now: Instant): Promise<Remembered> => {
  const row = await trx
    .selectFrom('radar_memory')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst()
  if (row !== undefined) return { radar: row.memory, heardUntil: row.heard_until, heardAt: row.heard_at.getTime() }
  const since = await beginningOf(trx, workspaceId, now)
  return { radar: startRadar(since), heardUntil: firstIdAt(since), heardAt: null }
}

const keep = async (trx: Trx, workspaceId: string, radar: Radar, heardUntil: string, now: Instant): Promise<void> => {
  const kept = { memory: JSON.stringify(radar), heard_until: heardUntil, heard_at: new Date(now) }
  await trx
    .insertInto('radar_memory')
    .values({ workspace_id: workspaceId, ...kept })
    .onConflict((c) => c.column('workspace_id').doUpdateSet(kept))
    .execute()
}

/** Subjects that are not ours: what is about them is counted and kept out; a line that stands goes. */
const muted = async (trx: Trx, workspaceId: string, messages: readonly HeardMessage[]) => {
  const mutes = await trx
    .selectFrom('radar_mutes')
    .select(['id', 'words'])
    .where('workspace_id', '=', workspaceId)
    .where('ended_at', 'is', null)
    .execute()
  const ours: HeardMessage[] = []
  const out = new Map<string, number>()
  for (const message of messages) {
    const mute = mutes.find((one) => isMuted(message.text, [one]))
    if (mute === undefined) ours.push(message)
    else out.set(mute.id, (out.get(mute.id) ?? 0) + 1)
  }
  for (const [id, n] of out)
    await sql`update radar_mutes set kept_out = kept_out + ${n}::integer where id = ${id}::uuid`.execute(trx)
  return { ours, mutes: mutes as readonly Mute[] }
}

const withoutMuted = (radar: Radar, mutes: readonly Mute[]): Radar =>
  mutes.length === 0
    ? radar
    : {
        ...radar,
        stories: radar.stories.filter(
          ({ words, count }) =>
            !isMuted(words.flatMap((one) => (one.count * 2 >= count ? [one.word] : [])).join(' '), mutes),
        ),
      }

/** Hears what a brand received since the last time, off the road of what comes in; true when more waits (L2, L3). */
export const hearBrand = (desk: Desk, workspaceId: string): Promise<boolean> =>
  asWorkerIn(desk.db, workspaceId, async (trx) => {
    if (!(await isAlone(trx, workspaceId))) return false
    const now = desk.now()
    const known = await remember(trx, workspaceId, now)
    const { messages, until, more } = await readIncoming(trx, workspaceId, known.heardUntil, now)
    if (messages.length === 0 && known.heardAt !== null && now - known.heardAt < FADING_MS) return false
    const { ours, mutes } = await muted(trx, workspaceId, messages)
    let radar = withoutMuted(known.radar, mutes)
    for (let from = 0; from < ours.length; from += AT_A_TIME) {
      radar = hearMessages(radar, ours.slice(from, from + AT_A_TIME))
      await breathe()
    }
    await keep(trx, workspaceId, radar, until, now)
    await tellStories(trx, workspaceId, radar, now)
    return more
  })
