import { sql } from 'kysely'
import type { Pause, Planned } from '#core/scheduled/decide-leaving.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'

type Post = Row<'scheduled_posts'>

/** Held with others by whoever gives scheduled words, and alone by whoever declares an incident: after the declaration nothing leaves that has not seen it. */
export const holdForLeaving = (trx: Trx, workspaceId: string) =>
  sql`select pg_advisory_xact_lock_shared(hashtext('incident'), hashtext(${workspaceId}))`.execute(trx)

/** Every incident and every stop of speech that was in force at some time since. */
export const pausesSince = async (trx: Trx, workspaceId: string, since: Date): Promise<Pause[]> => {
  const { rows } = await sql<{ kind: 'incident' | 'stop'; id: string; from_at: Date; until_at: Date | null }>`
    select 'incident' as kind, id, declared_at as from_at, closed_at as until_at from incidents
      where workspace_id = ${workspaceId}::uuid and (closed_at is null or closed_at > ${since}::timestamptz)
    union all select 'stop', id, stopped_at, released_at from speech_halts
      where workspace_id = ${workspaceId}::uuid and (released_at is null or released_at > ${since}::timestamptz)`.execute(
    trx,
  )
  return rows.map(({ kind, id, from_at, until_at }) => ({
    ...{ kind, id, from: from_at.getTime(), until: until_at?.getTime() ?? null },
  }))
}

/** In spite of which incidents each of these posts may leave. */
export const allowancesOf = async (
  trx: Trx,
  posts: readonly Pick<Post, 'id'>[],
): Promise<Row<'scheduled_allowed'>[]> =>
  posts.length === 0
    ? []
    : trx
        .selectFrom('scheduled_allowed')
        .selectAll()
        .where(
          'post_id',
          'in',
          posts.map(({ id }) => id),
        )
        .where('ended_at', 'is', null)
        .orderBy('allowed_at')
        .execute()

/** The plan as the core's rule reads it. */
export const plannedOf = (post: Post, allowed: readonly Row<'scheduled_allowed'>[]): Planned => ({
  readyAt: Math.max(post.leaves_at.getTime(), post.let_go_at?.getTime() ?? 0),
  allowed: new Set(allowed.filter(({ post_id }) => post_id === post.id).map(({ incident_id }) => incident_id)),
})

/** The open incidents in spite of which nobody lets a post leave. */
export const openAgainst = async (trx: Trx, workspaceId: string, postId: string): Promise<string[]> =>
  (
    await trx
      .selectFrom('incidents as i')
      .select('i.id')
      .where('i.workspace_id', '=', workspaceId)
      .where('i.closed_at', 'is', null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('scheduled_allowed as a')
              .select('a.id')
              .whereRef('a.incident_id', '=', 'i.id')
              .where('a.post_id', '=', postId)
              .where('a.ended_at', 'is', null),
          ),
        ),
      )
      .orderBy('i.declared_at')
      .execute()
  ).map(({ id }) => id)

/** Words with an hour of their own that became a delivery a moment before an incident was declared: they stay here too (C3). */
export const isSuspended = async (trx: Trx, { id, workspace_id }: Row<'deliveries'>): Promise<boolean> => {
  const planned = await trx.selectFrom('scheduled_posts').select('id').where('id', '=', id).executeTakeFirst()
  if (planned === undefined) return false
  await holdForLeaving(trx, workspace_id)
  return (await openAgainst(trx, workspace_id, id)).length > 0
}
