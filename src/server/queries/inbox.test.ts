import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor } from '#server/desk.ts'
import { testDatabase } from '#test/database.ts'
import { testDesk } from '#test/desk.ts'
import { fakeNetwork } from '#test/fake-network.ts'
import { makeAccount, makeMention } from '#test/mention.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { readHorizon } from './horizon.ts'
import { listInbox } from './inbox.ts'

const MINUTE = 60_000

const world = async () => {
  const db = await testDatabase()
  const desk = testDesk(db.database, [fakeNetwork().connector])
  const { workspaceId, members } = await makeWorkspace(db.database)
  const accountId = await makeAccount(desk, workspaceId)
  const actor: Actor = { workspaceId, memberId: members.aicha, role: 'agent' }
  return { desk, workspaceId, accountId, actor, members, [Symbol.asyncDispose]: () => db.close() }
}

test('the queue is ordered by deadline, page after page, without a gap or a repeat (A2)', async () => {
  await using w = await world()
  const mentions = []
  for (let i = 0; i < 7; i++) {
    mentions.push(await makeMention(w.desk, w.workspaceId, w.accountId, `Message ${i}`))
    if (i % 3 !== 0) w.desk.pass(MINUTE)
  }
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await listInbox(w.desk, w.actor, { limit: 2, after })
    seen.push(...page.rows.map((r) => r.id))
    after = page.after ?? undefined
  } while (after !== undefined)
  assert.equal(new Set(seen).size, 7)
  const due = await listInbox(w.desk, w.actor, {})
  assert.deepEqual(
    seen,
    due.rows.map((r) => r.id),
  )
  assert.deepEqual(
    due.rows.map((r) => r.dueAt ?? 0),
    due.rows.map((r) => r.dueAt ?? 0).toSorted((a, b) => a - b),
  )
  assert.equal(due.rows[0]?.promisedMs, 120 * MINUTE)
  assert.equal(mentions.length, 7)
})

test('a page on screen asks again for the cases that changed, and hears of no other', async () => {
  await using w = await world()
  const first = await makeMention(w.desk, w.workspaceId, w.accountId, 'Premier message')
  const second = await makeMention(w.desk, w.workspaceId, w.accountId, 'Second message')
  const ask = async (cases: string, queue?: 'resolved') =>
    (await listInbox(w.desk, w.actor, { cases, queue })).rows.map((row) => row.id)
  assert.deepEqual(await ask(`${second.caseId},not-an-id`), [second.caseId])
  assert.deepEqual(await ask(first.caseId, 'resolved'), [])
})

test('a case is found by its number, whatever its queue', async () => {
  await using w = await world()
  for (const text of ['Premier message', 'Le 2 mai, rien']) await makeMention(w.desk, w.workspaceId, w.accountId, text)
  const find = async (q?: string) => (await listInbox(w.desk, w.actor, { q })).rows
  const all = await find()
  assert.equal(all.length, 2)
  for (const { id, number } of all)
    assert.deepEqual(
      (await find(`#${number}`)).map((row) => row.id),
      [id],
    )
  assert.deepEqual(await find('#999999'), [])
})

test('search folds accents and endings in both languages, and finds nothing of another brand', async () => {
  await using w = await world()
  const bouquet = await makeMention(
    w.desk,
    w.workspaceId,
    w.accountId,
    'Le bouquet est arrivé fané, je demande un remboursement',
  )
  const parcel = await makeMention(w.desk, w.workspaceId, w.accountId, 'My parcels were never delivered')
  const find = async (q: string) => (await listInbox(w.desk, w.actor, { q })).rows.map((r) => r.id)
  assert.deepEqual(await find('remboursements'), [bouquet.caseId])
  assert.deepEqual(await find('fane'), [bouquet.caseId])
  assert.deepEqual(await find('delivering parcel'), [parcel.caseId])
  assert.deepEqual(await find('"bouquet arrivé"'), [])
  assert.deepEqual(await find(`'; drop table cases; --`), [])
  const other = await makeWorkspace(w.desk.db, 'Boulangerie du Quai')
  assert.deepEqual((await listInbox(w.desk, { ...w.actor, workspaceId: other.workspaceId }, { q: 'bouquet' })).rows, [])
})

test('a position that we did not write counts as the beginning', async () => {
  await using w = await world()
  await makeMention(w.desk, w.workspaceId, w.accountId)
  for (const after of ['', 'x', Buffer.from("'|' or 1=1").toString('base64url'), 'é'.repeat(50)])
    assert.equal((await listInbox(w.desk, w.actor, { after })).rows.length, 1)
})

test('the horizon counts what is late, soon and mine', async () => {
  await using w = await world()
  await makeMention(w.desk, w.workspaceId, w.accountId)
  w.desk.pass(125 * MINUTE)
  const mine = await makeMention(w.desk, w.workspaceId, w.accountId)
  await inWorkspace(w.desk.db, w.workspaceId, (trx) =>
    trx.updateTable('cases').set({ owner_id: w.members.aicha }).where('id', '=', mine.caseId).execute(),
  )
  const horizon = await readHorizon(w.desk, w.actor, {})
  assert.deepEqual([horizon.owed, horizon.late, horizon.mine, horizon.unowned], [2, 1, 1, 1])
  assert.deepEqual(horizon.bars, [
    { fromMinutes: -5, toMinutes: 0, count: 1 },
    { fromMinutes: 120, toMinutes: 125, count: 1 },
  ])
  assert.equal(horizon.nextDueAt, w.desk.now() + 120 * MINUTE)
})

test('the horizon counts all that is owed on its strip, and five hundred beyond', async () => {
  await using w = await world()
  const first = await makeMention(w.desk, w.workspaceId, w.accountId)
  const owe = (minutes: number, count: number) =>
    inWorkspace(w.desk.db, w.workspaceId, (trx) =>
      sql`with more as (
          insert into conversations (id, workspace_id, account_id, external_id, author_id, audience, last_message_at, created_at)
          select gen_random_uuid(), workspace_id, account_id, ${`${minutes}-`} || n, author_id, audience, created_at, created_at
          from conversations, generate_series(1, ${count}::int) n where id = ${first.conversationId}::uuid returning *)
        insert into cases (id, workspace_id, conversation_id, account_id, author_id, number, state, audience, due_at, opened_at, fold)
        select gen_random_uuid(), workspace_id, id, account_id, author_id, ${minutes * 10_000}::int + row_number() over (), 'open', audience,
          ${new Date(w.desk.now() + minutes * MINUTE)}, created_at, '{}' from more`.execute(trx),
    )
  await owe(90, 1_050)
  await owe(200, 500)
  const read = async () => {
    const { owed, owedMore, unowned } = await readHorizon(w.desk, w.actor, {})
    return { owed, owedMore, unowned }
  }
  assert.deepEqual(await read(), { owed: 1_551, owedMore: false, unowned: 1_551 })
  await owe(300, 7)
  assert.deepEqual(await read(), { owed: 1_551, owedMore: true, unowned: 1_551 })
})

test('one page of the queue is one walk of the index of what is owed', async () => {
  await using w = await world()
  await makeMention(w.desk, w.workspaceId, w.accountId)
  const plan = await inWorkspace(w.desk.db, w.workspaceId, async (trx) => {
    await sql`set local enable_seqscan = off`.execute(trx)
    const { rows } = await sql<Record<'QUERY PLAN', string>>`explain select c.id from cases c
      where c.workspace_id = ${w.workspaceId}::uuid and c.due_at is not null and not c.thanks order by c.due_at, c.id limit 100`.execute(
      trx,
    )
    return rows.map((r) => r['QUERY PLAN']).join('\n')
  })
  assert.match(plan, /cases_owed/)
  assert.doesNotMatch(plan, /Sort/)
})

test('search goes down the years past all that a filter leaves out, page after page, each case once (A2)', async () => {
  await using w = await world()
  const YEAR = 365 * 24 * 60 * MINUTE
  const old = await makeMention(w.desk, w.workspaceId, w.accountId, 'Des pivoines, il y a longtemps, 100 % fanées')
  w.desk.pass(YEAR)
  const crowd = await makeMention(w.desk, w.workspaceId, w.accountId, 'Encore des pivoines')
  // One conversation that speaks of nothing else, for a month.
  await inWorkspace(w.desk.db, w.workspaceId, (trx) =>
    sql`insert into messages (id, workspace_id, conversation_id, account_id, external_id, direction, kind, audience, text, sent_at, received_at)
      select overlay(lpad(to_hex(${w.desk.now()}::bigint + n::bigint * 600000), 12, '0') || '7' || substr(md5(n::text), 1, 19) placing '8' from 17)::uuid,
        ${w.workspaceId}::uuid, ${crowd.conversationId}::uuid, ${w.accountId}::uuid, 'crowd-' || n, 'in', 'mention', 'public',
        case when n % 3 = 0 then 'pivoines' else 'tulipes' end, now(), now() from generate_series(1, 4000) n`.execute(
      trx,
    ),
  )
  await inWorkspace(w.desk.db, w.workspaceId, (trx) =>
    trx.updateTable('cases').set({ owner_id: w.members.aicha }).where('id', '=', old.caseId).execute(),
  )
  const ids = async (page: Parameters<typeof listInbox>[2]) =>
    (await listInbox(w.desk, w.actor, page)).rows.map((row) => row.id)
  assert.deepEqual(await ids({ q: 'pivoines' }), [crowd.caseId, old.caseId])
  assert.deepEqual(await ids({ q: 'pivoines', owner: 'me' }), [old.caseId])
  assert.deepEqual(await ids({ q: 'pivoines', limit: 1 }), [crowd.caseId])
  assert.deepEqual(await ids({ q: `100 % fanées %s %L '` }), [old.caseId])
  assert.deepEqual(await ids({ q: 'longtemps -tulipes' }), [old.caseId])
  assert.deepEqual(await ids({ q: 'pivoines', cases: old.caseId }), [old.caseId])
  const day = old.messageId.slice(0, 5)
  assert.deepEqual(await ids({ q: `@${day}` }), [])
})
