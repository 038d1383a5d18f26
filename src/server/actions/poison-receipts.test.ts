import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimReceipts, claimSuspect } from '#server/ingest/claim.ts'
import { listQuarantine } from '#server/queries/quarantine.ts'
import { type Listening, listening, people, plainConnector } from '#test/listening.ts'
import { makeAccount } from '#test/mention.ts'
import { readReceipts, readReceiptsOf } from './read-receipts.ts'
import { replayReceipt } from './replay-receipt.ts'

const { camille, noe } = people

/** A process that dies while it reads has claimed, and written nothing. */
const dieReading = async ({ desk, accountId }: Listening) => {
  const fresh = await claimReceipts(desk.db, accountId, desk.now())
  return fresh.length > 0 ? fresh : claimSuspect(desk.db, accountId, desk.now())
}

test('what cannot be read is tried five times, more and more rarely, then set aside, shown and replayed; the rest goes on', async () => {
  let mended = false
  const connector = plainConnector()
  const read: typeof connector.read = (receipt, account) =>
    mended && !Array.isArray(receipt.body)
      ? connector.read({ body: [w.says(noe, 'm-2', 'Enfin lu')] }, account)
      : connector.read(receipt, account)
  await using w = await listening([{ ...connector, read }])
  await w.hand({ html: '<h1>502</h1>' })
  await w.hand([w.says(camille, 'm-1', 'Mon colis ?')])
  await w.read()
  assert.deepEqual((await w.rows('receipts')).map((r) => [r.state, r.attempts]).sort(), [
    ['done', 1],
    ['waiting', 1],
  ])
  for (const pause of [1, 4, 16, 64]) {
    await w.read()
    w.desk.pass(pause * 1_000)
    await w.read()
  }
  const actor = { workspaceId: w.workspaceId, memberId: w.members.maud, role: 'admin' as const }
  const page = await listQuarantine(w.desk, actor)
  assert.equal(page.after, null)
  const [shown] = page.receipts
  assert.deepEqual(
    [shown?.attempts, shown?.fault, shown?.excerpt, shown?.network, page.receipts.length],
    [5, 'TypeError: not a list of activities', '{"html": "<h1>502</h1>"}', 'Fake', 1],
  )
  assert.ok((await w.events()).includes('receipt.quarantined'))
  const told = await w.rows('notifications')
  assert.deepEqual(told.map((n) => [n.kind, n.member_id]).sort(), [
    ...[w.members.maud, w.members.sarah].map((id) => ['receipt-quarantined', id]).sort(),
  ])

  mended = true
  assert.deepEqual(await replayReceipt(w.desk, actor, { id: '999' }), { refused: 'not-found' })
  assert.deepEqual(await replayReceipt(w.desk, actor, { id: shown?.id ?? '' }), { done: true })
  await w.read()
  assert.equal((await w.rows('messages')).length, 2)
  assert.equal((await listQuarantine(w.desk, actor)).receipts.length, 0)
})

test('one that cannot be written is found among two hundred, which are written without it', async () => {
  await using w = await listening()
  for (let i = 0; i < 60; i++) await w.hand([w.says(camille, `m-${i}`, 'Bonjour')])
  // The database takes no followers beyond two thousand million.
  await w.hand([w.says({ ...noe, followers: 1e12 }, 'm-60', 'Bonjour')])
  await w.hand([w.says(camille, 'm-61', 'Bonjour')])
  await w.read()
  assert.equal((await w.rows('messages')).length, 61)
  const waiting = (await w.rows('receipts')).filter((r) => r.state === 'waiting')
  assert.deepEqual(
    waiting.map((r) => [r.attempts, /integer/.test(r.fault ?? '')]),
    [[1, true]],
  )
})

test('one that kills the process is read alone and last, and set aside unread after the fifth time', async () => {
  const connector = plainConnector()
  const read: typeof connector.read = (receipt, account) => {
    assert.notEqual(receipt.body, 'bomb')
    return connector.read(receipt, account)
  }
  await using w = await listening([{ ...connector, read }])
  await w.hand([w.says(camille, 'before', 'Bonjour')])
  await w.hand('bomb')
  await w.hand([w.says(camille, 'after', 'Bonjour')])
  const dies = async () => (await dieReading(w)).map((r) => [r.body, r.attempts])
  assert.equal((await dies()).length, 3)
  assert.equal((await dies()).length, 3)
  await w.hand([w.says(camille, 'meanwhile', 'Bonjour')])
  assert.equal(await readReceiptsOf(w.desk, w.accountId), 2, 'what came meanwhile, then a bystander, alone')
  assert.deepEqual(await dies(), [['bomb', 3]])
  assert.equal(await readReceiptsOf(w.desk, w.accountId), 1, 'the other bystander has its turn')
  assert.deepEqual([await dies(), await dies()], [[['bomb', 4]], [['bomb', 5]]])
  await w.read()
  const states = (await w.rows('receipts')).toSorted((a, b) => Number(a.id) - Number(b.id)).map((r) => r.state)
  assert.deepEqual(states, ['done', 'quarantined', 'done', 'done'])
})

test('what came from a network that this desk no longer speaks is kept, and set aside', async () => {
  await using w = await listening([])
  await w.hand([w.says(camille, 'm-1', 'Bonjour')])
  for (const pause of [1, 4, 16, 64, 256]) {
    await w.read()
    w.desk.pass(pause * 1_000)
  }
  assert.deepEqual(
    (await w.rows('receipts')).map((r) => [r.state, r.fault]),
    [['quarantined', 'this desk has no connector named fake']],
  )
})

test('a desk that is stopped again and again, whatever stops it, blames nobody in particular', async () => {
  await using w = await listening()
  for (let i = 0; i < 40; i++) await w.hand([w.says(camille, `m-${i}`, 'Bonjour')])
  for (let stop = 0; stop < 30; stop++) await dieReading(w)
  await w.read()
  assert.equal((await w.rows('messages')).length, 40)
})

test('a database that is full or gone is no fault of the receipts: they keep their tries', async () => {
  await using w = await listening()
  await w.hand([w.says(camille, 'm-1', 'Bonjour')])
  const full = Object.assign(new Error('could not extend file: No space left on device'), { code: '53100' })
  const desk = { ...w.desk, newId: () => assert.fail(full) }
  for (let i = 0; i < 6; i++) await assert.rejects(readReceipts(desk), full)
  assert.deepEqual(
    (await w.rows('receipts')).map((r) => [r.state, r.attempts, r.fault]),
    [['waiting', 0, null]],
  )
  await w.read()
  assert.equal((await w.rows('messages')).length, 1)
})

test('a flood on one account does not keep the others waiting, and one brand’s batch never touches another’s', async () => {
  await using w = await listening()
  const other = await makeAccount(w.desk, w.workspaceId)
  for (let i = 0; i < 250; i++) await w.hand([w.says(camille, `m-${i}`, 'Bonjour')])
  await w.hand([w.says(noe, 'n-1', 'Et moi ?')], { accountId: other })
  await readReceipts(w.desk)
  const messages = await w.rows('messages')
  assert.equal(messages.filter((m) => m.account_id === w.accountId).length, 200)
  assert.equal(messages.filter((m) => m.account_id === other).length, 1)
})
