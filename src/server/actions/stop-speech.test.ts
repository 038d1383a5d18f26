import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { holdDelivery } from '#core/delivery/undo.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { PACE } from '#server/deliveries/claim.ts'
import { deliveryChanges } from '#server/deliveries/delivery-row.ts'
import type { Actor } from '#server/desk.ts'
import { makeDeliverer } from '#server/jobs/deliver.ts'
import { readSpeech } from '#server/queries/speech.ts'
import { testDatabase } from '#test/database.ts'
import { testDesk } from '#test/desk.ts'
import { fakeNetwork } from '#test/fake-network.ts'
import { type Mention, makeAccount, makeMention } from '#test/mention.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { releaseSpeech } from './release-speech.ts'
import { stopSpeech } from './stop-speech.ts'

const MINUTE = 60_000

const world = async () => {
  const db = await testDatabase()
  const network = fakeNetwork()
  const desk = testDesk(db.database, [network.connector])
  const { workspaceId, members } = await makeWorkspace(db.database)
  const accountId = await makeAccount(desk, workspaceId)
  const actor = (memberId: string, role: Actor['role']): Actor => ({ workspaceId, memberId, role })
  const hold = async (text: string, to?: Mention) => {
    const mention = to ?? (await makeMention(desk, workspaceId, accountId))
    const id = desk.newId()
    const leaving = { id, conversationId: mention.conversationId, sequence: 0, now: desk.now(), undoMs: 6000 }
    const held = holdDelivery({ ...leaving, priority: 'routine' })
    await inWorkspace(desk.db, workspaceId, (trx) =>
      trx
        .insertInto('deliveries')
        .values({
          ...{ id, workspace_id: workspaceId, account_id: accountId, conversation_id: mention.conversationId },
          ...{ case_id: mention.caseId, member_id: members.aicha, audience: 'public', text },
          guard: JSON.stringify({ findings: [], reasons: [], checkedAt: desk.now() }),
          content_hash: createHash('sha256').update(text).digest(),
          queued_at: new Date(desk.now()),
          ...deliveryChanges(held, desk.now()),
        } as never)
        .execute(),
    )
    return id
  }
  const states = () =>
    inWorkspace(desk.db, workspaceId, async (trx) => {
      const rows = await trx.selectFrom('deliveries').select('state').orderBy('sequence').execute()
      return rows.map(({ state }) => state)
    })
  const tom = actor(members.tom, 'trainee')
  const sarah = actor(members.sarah, 'manager')
  return { db, desk, network, workspaceId, members, tom, sarah, hold, states, [Symbol.asyncDispose]: () => db.close() }
}

const runAll = async ({ round, settle }: ReturnType<typeof makeDeliverer>) => {
  for (;;) {
    const more = await round()
    await settle()
    if (!more) return
  }
}

test('after the stop no worker claims a word; released, what waited too long asks first and the rest leaves', async () => {
  await using w = await world()
  const worker = makeDeliverer(w.desk)
  await w.hold('Bonjour Noé, nous cherchons votre colis.')
  w.desk.pass(20 * MINUTE)
  await w.hold('Bonjour Inès, nous ouvrons à 9 h.')
  await stopSpeech(w.desk, w.tom)
  w.desk.pass(15 * MINUTE)
  await runAll(worker)
  assert.equal(w.network.calls.length, 0)
  assert.deepEqual(await w.states(), ['held', 'held'])
  const { stopped } = await readSpeech(w.desk, w.sarah)
  assert.equal(stopped?.by.name, 'Tom Rivière')
  assert.deepEqual([stopped?.waiting, stopped?.leaving], [2, []])
  await releaseSpeech(w.desk, w.sarah)
  assert.equal((await readSpeech(w.desk, w.sarah)).stopped, null)
  await runAll(worker)
  assert.deepEqual(await w.states(), ['stale', 'sent'])
  assert.deepEqual(
    w.network.posts.map(({ text }) => text),
    ['Bonjour Inès, nous ouvrons à 9 h.'],
  )
})

test('what is being sent at that moment is told, and what became of it', async () => {
  await using w = await world()
  const slow = Promise.withResolvers<void>()
  w.network.next.push(async (_, publish) => {
    await slow.promise
    return { kind: 'sent', externalId: publish() }
  })
  const first = await w.hold('Bonjour Noé, nous cherchons votre colis.')
  w.desk.pass(6_000)
  const worker = makeDeliverer(w.desk)
  // The undo ends in one round, the call begins in the next.
  await worker.round()
  await worker.round()
  await worker.round()
  while (w.network.calls.length === 0) await new Promise((next) => setTimeout(next, 1))
  assert.deepEqual(await w.states(), ['sending'])
  await stopSpeech(w.desk, w.tom)
  const during = await readSpeech(w.desk, w.sarah)
  assert.deepEqual(
    during.stopped?.leaving.map(({ id, state }) => [id, state]),
    [[first, 'sending']],
  )
  slow.resolve()
  await worker.settle()
  const after = await readSpeech(w.desk, w.sarah)
  assert.deepEqual(
    after.stopped?.leaving.map(({ state }) => state),
    ['sent'],
  )
})

test('pressed in the middle of a busy minute, with two workers at full speed, nothing is called afterwards', async () => {
  await using w = await world()
  for (let i = 0; i < 40; i += 1) await w.hold(`Bonjour, réponse ${i}.`)
  w.desk.pass(6_000)
  let stopped = false
  const callsAfter: string[] = []
  for (let i = 0; i < 40; i += 1)
    w.network.next.push((outgoing, publish) => {
      if (stopped) callsAfter.push(outgoing.key)
      return { kind: 'sent', externalId: publish() }
    })
  const workers = [1, 2].map(() => makeDeliverer(w.desk, { ...PACE, atOnce: 4, atOncePerAccount: 4 }))
  const ending = new AbortController()
  const running = workers.map(async (worker) => {
    while (!ending.signal.aborted) {
      await worker.round()
      await worker.settle()
      await new Promise((next) => setImmediate(next))
    }
  })
  while (w.network.calls.length < 10) await new Promise((next) => setTimeout(next, 1))
  await stopSpeech(w.desk, w.tom)
  stopped = true
  const named = (await readSpeech(w.desk, w.sarah)).stopped?.leaving.map(({ id }) => id) ?? []
  await new Promise((next) => setTimeout(next, 300))
  const quiet = w.network.calls.length
  await new Promise((next) => setTimeout(next, 200))
  assert.equal(w.network.calls.length, quiet)
  assert.ok(quiet < 40, 'the stop came while there was something to stop')
  for (const key of callsAfter) assert.ok(named.includes(key), 'a call that began after the stop was named by it')
  stopped = false
  await releaseSpeech(w.desk, w.sarah)
  while (w.network.posts.length < 40) {
    w.desk.pass(1_000)
    await new Promise((next) => setTimeout(next, 5))
  }
  ending.abort()
  await Promise.all(running)
  assert.equal(new Set(w.network.posts.map(({ key }) => key)).size, 40, 'each left once')
})

test('another brand goes on speaking, and pressed twice it is stopped once', async () => {
  await using w = await world()
  const other = await makeWorkspace(w.db.database, 'Voiles de Nantes')
  await stopSpeech(w.desk, { workspaceId: other.workspaceId, memberId: other.members.maud, role: 'admin' })
  await Promise.all([
    stopSpeech(w.desk, { workspaceId: other.workspaceId, memberId: other.members.tom, role: 'trainee' }),
    stopSpeech(w.desk, { workspaceId: other.workspaceId, memberId: other.members.sarah, role: 'manager' }),
  ])
  const halts = await inWorkspace(w.desk.db, other.workspaceId, (trx) =>
    trx.selectFrom('speech_halts').selectAll().execute(),
  )
  assert.equal(halts.length, 1)
  await w.hold('Bonjour Noé, nous cherchons votre colis.')
  w.desk.pass(6_000)
  await runAll(makeDeliverer(w.desk))
  assert.deepEqual(await w.states(), ['sent'])
})
