import type { Flag } from '#core/scheduled/flag.ts'
import { findUnfortunate } from '#core/scheduled/unfortunate.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { flagFacts } from './affairs.ts'
import { type MemberRef, namesOf, shapeDelivery } from './case-parts.ts'

const MOST = 50

type Post = Row<'statement_posts'>

const ourWords = (trx: Trx, conversations: string[]) =>
  trx
    .selectFrom('messages')
    .select(['conversation_id', 'text', 'sent_at', 'edited_at', 'permalink', 'member_id', 'version'])
    .where('conversation_id', 'in', conversations)
    .where('direction', '=', 'out')
    .orderBy('sent_at')
    .orderBy('id')
    .execute()

const onTheirWay = (trx: Trx, conversations: string[]) =>
  trx
    .selectFrom('deliveries')
    .selectAll()
    .where('conversation_id', 'in', conversations)
    .where('state', 'not in', ['sent', 'cancelled'])
    .where('finished_at', 'is', null)
    .orderBy('sequence')
    .execute()

/** The last request of each thread: one that waits, or that came back. */
const askedFor = (trx: Trx, conversations: string[]) =>
  trx
    .selectFrom('approvals')
    .distinctOn('approvals.conversation_id')
    .leftJoin('scheduled_posts as s', 's.id', 'approvals.id')
    .select(['approvals.conversation_id', 'approvals.id', 'approvals.state', 'approvals.text', 'approvals.writer_id'])
    .select(['approvals.return_reason', 'approvals.asked_at', 's.leaves_at'])
    .where('approvals.conversation_id', 'in', conversations)
    .orderBy('approvals.conversation_id')
    .orderBy('approvals.asked_at', 'desc')
    .execute()

type Words = Awaited<ReturnType<typeof ourWords>>
type Asked = Awaited<ReturnType<typeof askedFor>>[number]

const shapeSaid = (words: Words, names: Map<string, MemberRef>) => {
  const last = words.at(-1)
  if (last === undefined) return null
  return {
    ...{ text: last.text, sentAt: last.sent_at.getTime(), editedAt: last.edited_at?.getTime() ?? null },
    ...{ permalink: last.permalink, by: names.get(last.member_id ?? '') ?? null },
    // Each change of a post is one more time that the brand spoke.
    times: words.reduce((sum, { version }) => sum + version, 0),
  }
}

/** What came back stays in sight until words have left after it. */
const shapeAsked = (asked: Asked | undefined, words: Words, names: Map<string, MemberRef>) => {
  if (asked === undefined || asked.state === 'approved') return null
  const since = words.at(-1)
  const latest = Math.max(since?.sent_at.getTime() ?? 0, since?.edited_at?.getTime() ?? 0)
  const state = asked.state === 'waiting' || asked.state === 'returned' ? asked.state : ('taken-back' as const)
  if (state !== 'waiting' && latest > asked.asked_at.getTime()) return null
  const by = names.get(asked.writer_id) ?? { id: asked.writer_id, name: '?' }
  const leavesAt = asked.leaves_at?.getTime() ?? null
  return { id: asked.id, state, text: asked.text, by, reason: asked.return_reason, leavesAt }
}

const shapePost = (
  post: Post,
  all: { words: Words; deliveries: Row<'deliveries'>[]; asked: Asked[] },
  names: Map<string, MemberRef>,
  flagsIn: (text: string) => (Omit<Flag, 'words'> & { words: string[] })[],
) => {
  const here = <T extends { conversation_id: string }>(rows: T[]): T[] =>
    rows.filter((row) => row.conversation_id === post.conversation_id)
  const words = here(all.words)
  const [delivery] = here(all.deliveries)
  const said = shapeSaid(words, names)
  return {
    accountId: post.account_id,
    caseId: post.case_id,
    said,
    flags: said === null ? [] : flagsIn(said.text),
    delivery: delivery === undefined ? null : shapeDelivery(delivery, names),
    asked: shapeAsked(here(all.asked)[0], words, names),
    readBack:
      post.found === null || post.checked_at === null ? null : { found: post.found, at: post.checked_at.getTime() },
  }
}

/** What the brand has said to everybody, newest first, and where each of its threads stands (C1, C3). */
export const listStatements = (desk: Desk, actor: Actor, input: { incident?: string | undefined }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const { incident } = input
    const rows = await trx
      .selectFrom('statements')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .$if(incident !== undefined, (q) => q.where('incident_id', '=', incident ?? ''))
      .orderBy('made_at', 'desc')
      .orderBy('id', 'desc')
      .limit(MOST)
      .execute()
    if (rows.length === 0) return { statements: [] }
    const posts = await trx
      .selectFrom('statement_posts')
      .selectAll()
      .where(
        'statement_id',
        'in',
        rows.map(({ id }) => id),
      )
      .orderBy('id')
      .execute()
    const conversations = posts.map((post) => post.conversation_id)
    const all =
      conversations.length === 0
        ? { words: [], deliveries: [], asked: [] }
        : {
            words: await ourWords(trx, conversations),
            deliveries: await onTheirWay(trx, conversations),
            asked: await askedFor(trx, conversations),
          }
    const names = await namesOf(trx, [
      ...rows.map((row) => row.made_by),
      ...all.words.map((one) => one.member_id),
      ...all.deliveries.map((one) => one.member_id),
      ...all.asked.map((one) => one.writer_id),
    ])
    const now = desk.now()
    const { affairs, brandNames } = await flagFacts(trx, actor.workspaceId, now)
    const open = affairs.filter(({ closedAt }) => closedAt === null)
    // What was said before cannot be unsaid; while an incident is open somebody may want to put it right.
    const flagsAbout = (about: string | null) => (text: string) =>
      findUnfortunate(text, open, { now, brandNames, about }).map((flag) => ({ ...flag, words: [...flag.words] }))
    const statements = rows.map((row) => ({
      ...{ id: row.id, incidentId: row.incident_id, madeAt: row.made_at.getTime() },
      by: names.get(row.made_by) ?? { id: row.made_by, name: '?' },
      posts: posts
        .filter((post) => post.statement_id === row.id)
        .map((post) => shapePost(post, all, names, flagsAbout(row.incident_id))),
    }))
    // A thread in which the guard held the very first words has nothing to show.
    const isShown = ({ said, delivery, asked }: (typeof statements)[number]['posts'][number]) =>
      said !== null || delivery !== null || asked !== null
    return {
      statements: statements
        .map((one) => ({ ...one, posts: one.posts.filter(isShown) }))
        .filter(({ posts: shown }) => shown.length > 0),
    }
  })
