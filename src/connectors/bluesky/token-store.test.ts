import assert from 'node:assert/strict'
import { test } from 'node:test'
import { memoryOf, toolsWith } from '../suite/tools.ts'
import { openTokenStore } from './token-store.ts'

const secret = { service: 'https://bsky.social', did: 'did:plc:fleursduport', password: 'abcd-efgh-ijkl-mnop' }
const tokens = {
  did: secret.did,
  handle: 'fleurs.test',
  access: 'eyJ.access',
  refresh: 'eyJ.refresh',
  server: 'https://pds.test',
  active: true,
}

test('a sign-in is kept for the next session, and cannot be read without the app password', async () => {
  const kept = new Map<string, string>()
  const tools = toolsWith({ memory: memoryOf(kept) })
  await openTokenStore(tools, secret).save({ tokens, shut: null })
  assert.deepEqual(await openTokenStore(tools, secret).load(), { tokens, shut: null })
  const [written = ''] = kept.values()
  assert.doesNotMatch(Buffer.from(JSON.parse(written), 'base64').toString('latin1'), /eyJ|access|fleurs/)
  const changed = openTokenStore(tools, { ...secret, password: 'qrst-uvwx-yz23-4567' })
  assert.deepEqual(await changed.load(), { tokens: null, shut: null }, 'another password starts anew')
})

test('what was spoilt in the memory is as if it were not there', async () => {
  for (const value of ['', 'AAAA', 'x'.repeat(500), 12, { tokens }]) {
    const memory = memoryOf()
    await memory.put('session', value)
    assert.deepEqual(await openTokenStore(toolsWith({ memory }), secret).load(), { tokens: null, shut: null })
  }
})

test('a memory that cannot be written costs a sign-in, nothing else', async () => {
  const memory = { ...memoryOf(), put: () => Promise.reject(new Error('disk full')) }
  const told: string[] = []
  const log = { info: () => undefined, warn: (_: object, message: string) => void told.push(message) }
  await openTokenStore(toolsWith({ memory, log }), secret).save({ tokens, shut: null })
  assert.deepEqual(told, ['a sign-in could not be kept'])
})
