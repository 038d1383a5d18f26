import { randomUUID } from 'node:crypto'
import { type Publication, publishStatement } from '#server/actions/publish-statement.ts'
import { tickScheduled } from '#server/actions/tick-scheduled.ts'
import { listScheduled } from '#server/queries/scheduled.ts'
import { HEARD, statementWorld } from './statement-world.ts'
import { allowed } from './waiting-reply.ts'
import type { Person } from './workspace.ts'

export const HOUR = 3_600_000

/** Fleurs du Port with words to everybody that leave at an hour of their own; everybody there has a second factor. */
export const scheduledWorld = async () => {
  const w = await statementWorld()
  const at = new Date(w.desk.now())
  await w.db.database.app
    .insertInto('passkeys')
    .values(
      Object.values(w.members).map((id) => ({
        ...{ id: randomUUID(), member_id: id, name: 'Clé', public_key: Buffer.from('x'), counter: 0, created_at: at },
      })),
    )
    .execute()
  await w.db.database.app.updateTable('workspaces').set({ second_factor: 'always' }).execute()
  const plan = async (
    text = HEARD,
    more: Partial<Publication> & { on?: readonly string[] } = {},
    by: Person = 'aicha',
  ) => {
    const asked = w.statement(text, { on: [w.editable], leavesAt: w.desk.now() + HOUR, ...more })
    allowed(await publishStatement(w.desk, w.as(by), asked))
    const [post] = asked.posts
    if (post === undefined) throw new Error('nothing was planned')
    return { ...asked, key: post.deliveryId }
  }
  return {
    ...w,
    plan,
    /** Planned, and read by Julien. */
    async planRead(text = HEARD, more: Parameters<typeof plan>[1] = {}) {
      const planned = await plan(text, more)
      for (const { deliveryId } of planned.posts) allowed(await w.approve(deliveryId))
      return planned
    },
    /** Time goes by, the clock strikes, and what may leave has left. */
    async strike(ms = 0): Promise<void> {
      w.desk.pass(ms)
      await tickScheduled(w.desk)
      await w.leave()
    },
    posts: async (person: Person = 'sarah') => (await listScheduled(w.desk, w.as(person))).posts,
    row: (id: string) =>
      w.inside((trx) => trx.selectFrom('scheduled_posts').selectAll().where('id', '=', id).executeTakeFirstOrThrow()),
    told: (kind: string) =>
      w.inside(async (trx) => {
        const rows = await trx.selectFrom('notifications').select('member_id').where('kind', '=', kind).execute()
        return rows.map(({ member_id }) => member_id).toSorted()
      }),
  }
}
