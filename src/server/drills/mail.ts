import { sql } from 'kysely'
import type { DrillClock } from '#core/drill/drill-clock.ts'
import { deskAt } from '#core/drill/drill-clock.ts'
import {
  doorKey,
  ENTRIES,
  type Entry,
  entryKey,
  goneKey,
  heardKey,
  LAST_POST,
  type Post,
  postKey,
  type ShutDoor,
} from '#core/drill/mailbox.ts'
import type { Activity } from '#core/mention.ts'
import type { Trx } from '#server/db/transaction.ts'

/** The simulated account as the loop knows it. */
export interface Mailbox {
  workspaceId: string
  accountId: string
  now: number
}

const put = async (trx: Trx, box: Mailbox, values: readonly (readonly [string, unknown])[]): Promise<void> => {
  if (values.length === 0) return
  const rows = JSON.stringify(values.map(([key, value]) => ({ key, value })))
  await sql`
    insert into connector_memory (workspace_id, account_id, key, value, updated_at)
    select ${box.workspaceId}::uuid, ${box.accountId}::uuid, key, value, ${new Date(box.now)}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as r (key text, value jsonb)
    on conflict (account_id, key) do update set value = excluded.value, updated_at = excluded.updated_at`.execute(trx)
}

export const keepDoors = (trx: Trx, box: Mailbox, doors: readonly (readonly [string, ShutDoor])[]): Promise<void> =>
  put(
    trx,
    box,
    doors.map(([personId, door]) => [doorKey(personId), door]),
  )

/** What the brand did since the last step, oldest first; it stays known as heard, so that the same send is the same post. */
export const takeEntries = async (trx: Trx, box: Mailbox): Promise<Entry[]> => {
  const rows = await trx
    .selectFrom('connector_memory')
    .select(['key', 'value'])
    .where('account_id', '=', box.accountId)
    .where((eb) => eb(eb.fn('starts_with', ['key', eb.val(ENTRIES)]), '=', eb.val(true)))
    .forUpdate()
    .execute()
  const entries = rows.map(({ value }) => value as Entry).sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
  await put(
    trx,
    box,
    entries.map((entry) => [heardKey(entry.key), entry]),
  )
  if (entries.length > 0)
    await trx
      .deleteFrom('connector_memory')
      .where('account_id', '=', box.accountId)
      .where(
        'key',
        'in',
        entries.map(({ key }) => entryKey(key)),
      )
      .execute()
  return entries
}

const isPost = (activity: Activity): activity is Post =>
  activity.kind === 'message' || activity.kind === 'edit' || activity.kind === 'deletion' || activity.kind === 'own'

/** The story dates in its own time; the desk reads its own. Of a picture nothing is fetched: its words say what it shows. */
const dated = (clock: DrillClock, post: Post): Post => {
  const at = (moment: number) => deskAt(clock, moment)
  if (post.kind === 'edit') return { ...post, editedAt: at(post.editedAt) }
  if (post.kind === 'deletion') return { ...post, deletedAt: at(post.deletedAt) }
  if (post.kind === 'own') return { ...post, sentAt: at(post.sentAt) }
  const above = post.above?.map(({ sentAt, ...one }) => ({
    ...one,
    ...(sentAt !== undefined && { sentAt: at(sentAt) }),
  }))
  return { ...post, sentAt: at(post.sentAt), ...(above !== undefined && { above }) }
}

/** Whoever writes in private, or rings, can be answered there from then on (P2). */
const openDoors = async (trx: Trx, box: Mailbox, posts: readonly Post[]): Promise<void> => {
  const callers = posts.flatMap((post) =>
    post.kind === 'message' && post.audience === 'private' ? [doorKey(post.author.externalId)] : [],
  )
  if (callers.length === 0) return
  await trx.deleteFrom('connector_memory').where('account_id', '=', box.accountId).where('key', 'in', callers).execute()
}

/** Puts what people say where the account's next poll finds it: from there on it is heard as on any network. */
export const showPosts = async (
  trx: Trx,
  box: Mailbox,
  clock: DrillClock,
  activities: readonly Activity[],
): Promise<void> => {
  const posts = activities.filter(isPost).map((post) => dated(clock, post))
  if (posts.length === 0) return
  const last = await trx
    .selectFrom('connector_memory')
    .select('value')
    .where('account_id', '=', box.accountId)
    .where('key', '=', LAST_POST)
    .executeTakeFirst()
  const from = Number(last?.value ?? 0)
  await openDoors(trx, box, posts)
  await put(trx, box, [
    ...posts.map((post, i) => [postKey(from + i + 1), post] as const),
    ...posts.flatMap((post) => (post.kind === 'deletion' ? [[goneKey(post.messageId), true] as const] : [])),
    [LAST_POST, from + posts.length],
  ])
  // Asked at once, rather than at its next second.
  await trx
    .updateTable('channel_accounts')
    .set({ next_poll_at: new Date(box.now) })
    .where('id', '=', box.accountId)
    .where('next_poll_at', '>', new Date(box.now))
    .execute()
}
