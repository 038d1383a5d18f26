import assert from 'node:assert/strict'
import { test } from 'node:test'
import { webhook } from '#connectors/webhook/index.ts'
import { newSecret } from '#connectors/webhook/signature.ts'
import { secretPlace } from '#server/channels/open-channel.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { listening } from '#test/listening.ts'
import { makeAccount } from '#test/mention.ts'
import { type SignedHook, signHook } from '#test/signed-hooks.ts'
import { receiveHook } from './receive-hook.ts'

const source = async () => {
  const w = await listening([webhook])
  const id = await makeAccount(w.desk, w.workspaceId, webhook.id)
  const secret = newSecret()
  const setSecret = async (fresh: string) => {
    const sealed = w.desk.seal.seal('channel-secret', secretPlace(id), JSON.stringify({ secrets: [fresh] }))
    await inWorkspace(w.desk.db, w.workspaceId, (trx) =>
      trx.updateTable('channel_accounts').set({ secret: sealed }).where('id', '=', id).execute(),
    )
  }
  await setSecret(secret)
  return {
    ...w,
    id,
    secret,
    setSecret,
    hook: (number: number) => signHook(secret, number, { at: w.desk.now() }),
    post: ({ headers, body }: SignedHook, over: { raw?: Buffer; desk?: Desk; id?: string } = {}) =>
      receiveHook(over.desk ?? w.desk, over.id ?? id, { headers, raw: over.raw ?? Buffer.from(body) }),
  }
}

test('a signed webhook is kept before it is answered, and a repeat is known', async () => {
  await using w = await source()
  assert.deepEqual(await w.post(w.hook(1)), { kind: 'kept' })
  assert.deepEqual(await w.post(w.hook(1)), { kind: 'known' })
  const [receipt] = await w.rows('receipts')
  assert.deepEqual([receipt?.source, receipt?.raw?.toString(), receipt?.state], ['webhook', w.hook(1).body, 'waiting'])
  await w.read()
  assert.equal((await w.rows('cases')).length, 1)
})

test('many at once, some of them twice, share their commits, and each hears what became of its own', async () => {
  await using w = await source()
  const numbers = Array.from({ length: 120 }, (_, i) => i % 100)
  const answers = await Promise.all(numbers.map((number) => w.post(w.hook(number))))
  const kinds = answers.map((answer) => ('kind' in answer ? answer.kind : answer.refused))
  assert.equal(kinds.filter((kind) => kind === 'kept').length, 100)
  assert.equal(kinds.filter((kind) => kind === 'known').length, 20)
  assert.equal((await w.rows('receipts')).length, 100)
})

test('what is unsigned, changed on the way, too old, too large or for nobody is refused, and nothing is kept', async () => {
  await using w = await source()
  const good = w.hook(1)
  assert.deepEqual(await w.post({ ...good, headers: {} }), { refused: 'unsigned', status: 401 })
  const changed = Buffer.from(good.body.replace('mention-1', 'mention-2'))
  assert.deepEqual(await w.post(good, { raw: changed }), { refused: 'bad-signature', status: 401 })
  const old = signHook(w.secret, 1, { at: w.desk.now() - 600_000 })
  assert.deepEqual(await w.post(old), { refused: 'too-old', status: 401 })
  assert.deepEqual(await w.post(good, { raw: Buffer.alloc(2_000_000) }), { refused: 'too-large', status: 413 })
  for (const id of ['nobody', crypto.randomUUID(), w.accountId])
    assert.deepEqual(await w.post(good, { id }), { refused: 'no-such-account', status: 404 })
  assert.equal((await w.rows('receipts')).length, 0)
})

test('a disconnected account and a changed secret are known within seconds', async () => {
  await using w = await source()
  assert.deepEqual(await w.post(w.hook(1)), { kind: 'kept' })
  await w.setSecret(newSecret())
  w.desk.pass(5_000)
  assert.deepEqual(await w.post(w.hook(2)), { refused: 'bad-signature', status: 401 })
  await w.setSecret(w.secret)
  w.desk.pass(5_000)
  assert.deepEqual(await w.post(w.hook(2)), { kind: 'kept' })
  await inWorkspace(w.desk.db, w.workspaceId, (trx) =>
    trx
      .updateTable('channel_accounts')
      .set({ disconnected_at: new Date(w.desk.now()) })
      .where('id', '=', w.id)
      .execute(),
  )
  w.desk.pass(5_000)
  assert.deepEqual(await w.post(w.hook(3)), { refused: 'no-such-account', status: 404 })
})

test('what could not be kept is never said to be: 503, and the network comes again', async () => {
  await using w = await source()
  await w.post(w.hook(1))
  const gone = new Proxy(w.desk.db, {
    get: (db, name, self) => (name === 'worker' ? assert.fail('the database is gone') : Reflect.get(db, name, self)),
  })
  assert.deepEqual(await w.post(w.hook(2), { desk: { ...w.desk, db: gone } }), { refused: 'not-kept', status: 503 })
  assert.deepEqual(await w.post(w.hook(2)), { kind: 'kept' })
})
