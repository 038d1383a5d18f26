import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { canonicalEvent } from '#core/audit/canonical.ts'
import { FRESH_MS } from '#server/access/session.ts'
import { sealEvents } from '#server/actions/seal-events.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { genesisOf } from '#server/queries/event-chain.ts'
import { testDatabase } from '#test/database.ts'
import { fakeNetwork } from '#test/fake-network.ts'
import { makeAccount, makeMention } from '#test/mention.ts'
import { openTestSite } from '#test/site.ts'
import { makeWorkspace } from '#test/workspace.ts'

const HOUR = 3_600_000

const open = async () => {
  const db = await testDatabase()
  const site = await openTestSite(db.database, { connectors: [fakeNetwork().connector] })
  const { workspaceId, members } = await makeWorkspace(db.database, '=HYPERLINK("evil")')
  const { desk } = site
  const accountId = await makeAccount(desk, workspaceId)
  const { caseId } = await makeMention(desk, workspaceId, accountId)
  await inWorkspace(desk.db, workspaceId, (trx) => trx.updateTable('cases').set({ number: 1 }).execute())
  await db.database.app.updateTable('members').set({ name: '=1+1' }).where('id', '=', members.sarah).execute()
  const record = (event: Omit<Parameters<typeof recordEvents>[2][number], 'at'>) =>
    inWorkspace(desk.db, workspaceId, (trx) => recordEvents(trx, workspaceId, [{ ...event, at: desk.now() }]))
  await record({ name: 'case.assigned', memberId: members.sarah, caseId, accountId })
  desk.pass(HOUR)
  await record({ name: 'speech.stopped', memberId: members.tom, data: { leaving: 0 } })
  // A transaction of another test in the same cluster may hold back the younger of the two for a while.
  for (let sealed = 0; sealed < 2; await pause(5)) sealed += (await sealEvents(desk, workspaceId)).sealed
  const cookie = { maud: await site.cookieOf(members.maud), aicha: await site.cookieOf(members.aicha) }
  const read = async (query = '', as = cookie.maud) =>
    (await site.ask({ url: `/api/w/${workspaceId}/journal${query}`, cookie: as })).json()
  const take = (body: object) =>
    site.ask({ method: 'POST', url: `/api/w/${workspaceId}/journal/export`, cookie: cookie.maud, body })
  const namesIn = async (query: string) => (await read(query)).lines.map(({ name }: { name: string }) => name)
  const close = async () => {
    await site[Symbol.asyncDispose]()
    await db.close()
  }
  return { desk, workspaceId, members, cookie, read, take, namesIn, [Symbol.asyncDispose]: close }
}

test('the journal says who did what, on which case and account, the latest first, each with its seal', async () => {
  await using w = await open()
  const { lines, chain, after } = await w.read()
  assert.deepEqual(
    lines.map((line: Record<string, unknown>) => [line.name, line.caseNumber, line.account]),
    [
      ['speech.stopped', null, null],
      ['case.assigned', 1, { network: 'Fake', handle: 'fleursduport' }],
    ],
  )
  assert.deepEqual(
    lines.map((line: { seal: { position: number } }) => line.seal.position),
    [2, 1],
  )
  assert.deepEqual([chain, after], [{ sealed: 2, anchoredOn: null }, null])
  assert.equal((await w.read('', w.cookie.aicha)).refused, 'not-allowed')
})

test('it is searched by person, deed, case and day', async () => {
  await using w = await open()
  assert.deepEqual(await w.namesIn(`?memberId=${w.members.tom}`), ['speech.stopped'])
  assert.deepEqual(await w.namesIn('?names=case.assigned,case.resolved'), ['case.assigned'])
  assert.deepEqual(await w.namesIn('?names=nothing.found'), [])
  assert.deepEqual(await w.namesIn('?caseNumber=1'), ['case.assigned'])
  assert.deepEqual(await w.namesIn('?caseNumber=9'), [])
  assert.deepEqual(await w.namesIn(`?from=${w.desk.now() - 60_000}`), ['speech.stopped'])
  assert.deepEqual(await w.namesIn(`?to=${w.desk.now() - 60_000}`), ['case.assigned'])
  assert.equal((await w.read("?names=x';drop table events")).refused, 'invalid-input')
})

test('a copy asks for a fresh sign-in, is itself noted, and runs no formula in a spreadsheet', async () => {
  await using w = await open()
  const csv = (await w.take({ format: 'csv' })).json()
  const [head, ...rows] = csv.text.trimEnd().split('\n')
  assert.equal(head, 'at,event,by,case,account,data,id,seal,hash')
  assert.match(rows[1], /^2026-03-02T09:00:00\.000Z,case\.assigned,'=1\+1,1,fleursduport,\{\},\d+,1,[0-9a-f]{64}$/)
  assert.deepEqual((await w.namesIn('?names=journal.exported')).length, 1)
  w.desk.pass(FRESH_MS)
  assert.equal((await w.take({ format: 'csv' })).json().refused, 'fresh-sign-in-needed')
})

test('from the JSON lines anybody can compute every seal again', async () => {
  await using w = await open()
  const { text } = (await w.take({ format: 'jsonl' })).json()
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line: string) => JSON.parse(line))
    .filter((line: { seal: number | null }) => line.seal !== null)
    .reverse()
  let head = genesisOf(w.workspaceId)
  for (const line of lines) {
    head = createHash('sha256')
      .update(head)
      .update(canonicalEvent({ ...line, at: line.atMicroseconds }))
      .digest()
    assert.equal(line.hash, head.toString('hex'))
  }
  assert.equal(lines.length, 2)
})
