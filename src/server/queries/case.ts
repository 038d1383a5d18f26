import { allowedAudiences } from '#core/privacy/go-private.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'
import { approvalsOfCase } from './approval-parts.ts'
import { namesOf, shapeAuthor, shapeDelivery, shapeNote } from './case-parts.ts'
import { begunAs, readDrafts } from './drafts.ts'
import { factsOf } from './facts.ts'
import { guardFacts } from './guard-facts.ts'
import { PRESENCE_MS } from './inbox.ts'
import { readThread, readThreadMark } from './thread.ts'

const HISTORY = 8

/** What this person wrote to the brand before, on any of its accounts. */
const readHistory = async (desk: Desk, trx: Trx, row: Row<'cases'>) => {
  const rows = await trx
    .selectFrom('conversations as v')
    .innerJoin('cases as c', 'c.conversation_id', 'v.id')
    .innerJoin('channel_accounts as a', 'a.id', 'c.account_id')
    .select(['c.id', 'c.number', 'c.state', 'c.excerpt', 'c.opened_at', 'c.resolved_at', 'a.connector'])
    .where('v.workspace_id', '=', row.workspace_id)
    .where('v.author_id', '=', row.author_id)
    .where('c.id', '<>', row.id)
    .orderBy('v.last_message_at', 'desc')
    .limit(HISTORY)
    .execute()
  return rows.map((past) => ({
    caseId: past.id,
    number: past.number,
    network: desk.registry.get(past.connector)?.network ?? past.connector,
    state: past.state,
    excerpt: past.excerpt,
    openedAt: past.opened_at.getTime(),
    resolvedAt: past.resolved_at?.getTime() ?? null,
  }))
}

/** Everything that hangs on a case, in one round of small indexed queries. */
const readParts = async (trx: Trx, actor: Actor, row: Row<'cases'>, since: Date) => ({
  conversation: await trx
    .selectFrom('conversations')
    .selectAll()
    .where('id', '=', row.conversation_id)
    .executeTakeFirstOrThrow(),
  author: await trx.selectFrom('authors').selectAll().where('id', '=', row.author_id).executeTakeFirstOrThrow(),
  account: await trx
    .selectFrom('channel_accounts')
    .selectAll()
    .where('id', '=', row.account_id)
    .executeTakeFirstOrThrow(),
  threadMark: await readThreadMark(trx, row.conversation_id),
  thread: await readThread(trx, row.conversation_id),
  notes: await trx.selectFrom('notes').selectAll().where('case_id', '=', row.id).orderBy('created_at').execute(),
  facts: await factsOf(trx, row.id),
  labels: await trx
    .selectFrom('case_labels as cl')
    .innerJoin('labels as l', 'l.id', 'cl.label_id')
    .select(['l.id', 'l.name', 'l.colour'])
    .where('cl.case_id', '=', row.id)
    .orderBy('l.name')
    .execute(),
  deliveries: await trx
    .selectFrom('deliveries')
    .selectAll()
    .where('conversation_id', '=', row.conversation_id)
    .where('state', 'not in', ['sent', 'cancelled'])
    .where('finished_at', 'is', null)
    .orderBy('sequence')
    .execute(),
  drafts: await readDrafts(trx, row.id),
  presences: await trx
    .selectFrom('presences')
    .selectAll()
    .where('case_id', '=', row.id)
    .where('seen_at', '>', since)
    .where('member_id', '<>', actor.memberId)
    .execute(),
})

/** The conversation screen: the thread, the case file, and what may be said here and now. */
export const readCase = (desk: Desk, actor: Actor, input: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await trx.selectFrom('cases').selectAll().where('id', '=', input.id).executeTakeFirst()
    if (row === undefined) return NOT_FOUND
    const parts = await readParts(trx, actor, row, new Date(desk.now() - PRESENCE_MS))
    const { conversation, author, account, notes, facts, deliveries, drafts, presences } = parts
    const connector = desk.registry.get(account.connector)
    const names = await namesOf(trx, [
      row.owner_id,
      ...notes.flatMap((n) => [n.member_id, ...n.mentions]),
      ...[...deliveries, ...drafts, ...presences].map((r) => r.member_id),
    ])
    const nameOf = (id: string) => names.get(id) ?? { id, name: '?' }
    return {
      id: row.id,
      number: row.number,
      version: row.version,
      state: row.state,
      audience: row.audience,
      accountId: row.account_id,
      conversationId: row.conversation_id,
      subject: conversation.subject,
      permalink: conversation.permalink,
      author: shapeAuthor(author),
      owner: row.owner_id === null ? null : nameOf(row.owner_id),
      dueAt: row.due_at?.getTime() ?? null,
      promisedMs: row.promised_ms,
      unansweredSince: row.unanswered_since?.getTime() ?? null,
      breachedAt: row.breached_at?.getTime() ?? null,
      snoozedUntil: row.snoozed_until?.getTime() ?? null,
      settledAt: row.settled_at?.getTime() ?? null,
      resolution: row.resolution,
      resolutionNote: row.resolution_note,
      openedAt: row.opened_at.getTime(),
      threadMark: parts.threadMark,
      ...parts.thread,
      notes: notes.map((n) => shapeNote(n, names)),
      facts,
      labels: parts.labels,
      deliveries: deliveries.map((d) => shapeDelivery(d, names)),
      approvals: await approvalsOfCase(trx, row.id, actor.memberId),
      drafts: drafts
        .filter((d) => d.member_id === actor.memberId)
        .map((d) => ({
          ...{ audience: d.audience, text: d.text, version: d.version, updatedAt: d.updated_at.getTime() },
          ...begunAs(d, row.account_id),
        })),
      othersWriting: drafts
        .filter((d) => d.member_id !== actor.memberId && d.text !== '')
        .map((d) => ({ member: nameOf(d.member_id), since: d.updated_at.getTime() })),
      presences: presences.map((p) => ({ member: nameOf(p.member_id), doing: p.doing })),
      audiences:
        connector?.capabilities.publicReply === false ? (['private'] as const) : allowedAudiences(row.audience),
      limits: connector?.capabilities.limits ?? { public: {}, private: {} },
      guard: await guardFacts(trx, row, account, desk.now()),
      history: await readHistory(desk, trx, row),
    }
  })

/** The thirty messages above. */
export const readOlderMessages = (desk: Desk, actor: Actor, input: { id: string; before: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await trx.selectFrom('cases').select('conversation_id').where('id', '=', input.id).executeTakeFirst()
    return row === undefined ? NOT_FOUND : readThread(trx, row.conversation_id, input.before)
  })
