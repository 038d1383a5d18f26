import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inWorkspace } from '#server/db/transaction.ts'
import { testDatabase } from '#test/database.ts'
import { testDesk } from '#test/desk.ts'
import { fakeNetwork } from '#test/fake-network.ts'
import { makeAccount, makeMention } from '#test/mention.ts'
import { makeWorkspace } from '#test/workspace.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

test('the newest messages with the words are found in their order, however common the words are and whenever they were said', async () => {
  await using db = await testDatabase()
  const desk = testDesk(db.database, [fakeNetwork().connector])
  const { workspaceId } = await makeWorkspace(db.database)
  const mention = await makeMention(desk, workspaceId, await makeAccount(desk, workspaceId), 'Bonjour')
  /** So many messages, the first so many days ago, and so many milliseconds from one to the next. */
  const say = (count: number, daysAgo: number, apart: number) =>
    inWorkspace(db.database, workspaceId, (trx) =>
      sql`insert into messages (id, workspace_id, conversation_id, account_id, external_id, direction, kind, audience, text, sent_at, received_at)
        select (lpad(to_hex(${desk.now() - daysAgo * DAY}::bigint + n * ${apart}::bigint), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8'
            || substr(md5(n::text), 4, 15))::uuid,
          ${workspaceId}::uuid, ${mention.conversationId}::uuid, ${mention.accountId}::uuid, ${`${daysAgo}-`} || n, 'in', 'mention', 'public',
          concat_ws(' ', 'tulipes', case when n % 7 = 0 then 'rouges' end, case when n % 61 = 0 then 'pivoines' end,
            case when n % 997 = 0 then 'lotus' end, case when n % 3 = 0 then 'a/100%25s' end), now(), now()
        from generate_series(1, ${count}::int) n`.execute(trx),
    )
  await say(3_000, 900, 2 * 60 * MINUTE)
  await say(1_500, 400, MINUTE)
  // An account that was just connected: a year of its past comes within one millisecond.
  await say(800, 1, 0)
  const ids = async (query: Promise<{ rows: { id: string }[] }>) => (await query).rows.map((row) => row.id)
  const compare = (q: string, before: string | null, most: number) =>
    inWorkspace(db.database, workspaceId, async (trx) => {
      const found = await ids(
        sql<{
          id: string
        }>`select message_id as id from search_messages(${q}, ${before}::uuid, ${most})`.execute(trx),
      )
      const all = await ids(
        sql<{
          id: string
        }>`select id from messages where search @@ (websearch_to_tsquery('vigie_fr', ${q}) || websearch_to_tsquery('vigie_en', ${q}))
        and (${before}::uuid is null or id < ${before}::uuid) order by id desc limit ${most}`.execute(trx),
      )
      assert.deepEqual(found, all, `${q}, ${most} before ${before}`)
      return found.at(-1) ?? null
    })
  for (const q of [
    'tulipes',
    'rouges',
    'rouges pivoines',
    'lotus',
    'roses',
    '"tulipes pivoines"',
    'rouges -tulipes',
    'a/100%25s',
    'le',
  ])
    for (const most of [1, 30, 700]) await compare(q, await compare(q, null, most), most)
})
