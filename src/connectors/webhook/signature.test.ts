import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import type { OpenAccount } from '../connector.ts'
import { isSigned, keyOf, newSecret, signatureOf } from './signature.ts'
import { MOST_RAW_BYTES, verifyHook } from './verify.ts'

const keyIn = (secret: string): Uint8Array => keyOf(secret) ?? assert.fail('not a secret')
const account = (...secrets: string[]): OpenAccount => ({
  id: 'a',
  externalId: 'forum',
  handle: 'forum',
  secret: { secrets },
  settings: {},
})

describe('the signature of a webhook', () => {
  it('is the one that the reference library makes, for any id, time and text', () => {
    const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/)
    fc.assert(
      fc.property(id, fc.integer({ min: 0, max: 4_000_000_000 }), fc.string(), (name, seconds, body) => {
        const secret = newSecret()
        const reference = new Webhook(secret).sign(name, new Date(seconds * 1000), body)
        assert.equal(signatureOf(keyIn(secret), name, seconds, body), reference)
      }),
    )
  })

  it('is accepted by the reference library, and accepts its own', () => {
    const secret = newSecret()
    const seconds = Math.floor(Date.now() / 1000)
    const body = '{"bonjour":"é"}'
    const headers = {
      'webhook-id': 'evt_1',
      'webhook-timestamp': String(seconds),
      'webhook-signature': signatureOf(keyIn(secret), 'evt_1', seconds, body),
    }
    assert.deepEqual(new Webhook(secret).verify(body, headers), { bonjour: 'é' })
    const request = {
      headers: { ...headers, 'webhook-signature': new Webhook(secret).sign('evt_1', new Date(seconds * 1000), body) },
      raw: Buffer.from(body),
    }
    assert.deepEqual(verifyHook(request, account(secret), seconds * 1000), { kind: 'accepted', key: 'evt_1' })
  })

  it('covers the bytes, also those that are no text', () => {
    const key = keyIn(newSecret())
    const broken = Buffer.from([0x7b, 0xff, 0x7d])
    const replaced = Buffer.from(broken.toString())
    const signature = signatureOf(key, 'evt', 1, broken)
    assert.equal(isSigned([key], signature, 'evt', '1', broken), true)
    assert.equal(isSigned([key], signature, 'evt', '1', replaced), false)
  })

  it('may be made with the secret before, while the source changes to the new one', () => {
    const [old, fresh, foreign] = [newSecret(), newSecret(), newSecret()]
    const raw = Buffer.from('{}')
    const signedWith = (...secrets: string[]) => {
      const signature = secrets.map((secret) => signatureOf(keyIn(secret), 'evt', 100, raw)).join(' ')
      return { headers: { 'webhook-id': 'evt', 'webhook-timestamp': '100', 'webhook-signature': signature }, raw }
    }
    for (const request of [signedWith(old), signedWith(fresh), signedWith(foreign, old)]) {
      assert.equal(verifyHook(request, account(fresh, old), 100_000).kind, 'accepted')
    }
    assert.equal(verifyHook(signedWith(old), account(fresh), 100_000).kind, 'refused')
    assert.equal(verifyHook(signedWith(foreign), account(fresh, old), 100_000).kind, 'refused')
  })

  it('is worth five minutes on either side', () => {
    const secret = newSecret()
    const raw = Buffer.from('{}')
    const request = {
      headers: {
        'webhook-id': 'evt',
        'webhook-timestamp': '1000',
        'webhook-signature': signatureOf(keyIn(secret), 'evt', 1000, raw),
      },
      raw,
    }
    const at = (seconds: number) => verifyHook(request, account(secret), seconds * 1000)
    assert.equal(at(1300).kind, 'accepted')
    assert.equal(at(700).kind, 'accepted')
    assert.deepEqual(at(1301), { kind: 'refused', status: 401, reason: 'too-old' })
    assert.deepEqual(at(699), { kind: 'refused', status: 401, reason: 'too-early' })
  })

  it('is not even looked at when the request cannot be one of the source', () => {
    const secret = newSecret()
    const good = { 'webhook-id': 'evt', 'webhook-timestamp': '1000', 'webhook-signature': 'v1,AAAA' }
    const reasonOf = (headers: Record<string, string | undefined>, raw: Uint8Array = Buffer.from('{}')) => {
      const verdict = verifyHook({ headers, raw }, account(secret), 1_000_000)
      return verdict.kind === 'refused' ? verdict.reason : verdict.kind
    }
    assert.equal(reasonOf({}), 'unsigned')
    assert.equal(reasonOf({ ...good, 'webhook-signature': undefined }), 'unsigned')
    assert.equal(reasonOf({ ...good, 'webhook-id': 'a b' }), 'bad-id')
    assert.equal(reasonOf({ ...good, 'webhook-id': 'x'.repeat(257) }), 'bad-id')
    assert.equal(reasonOf({ ...good, 'webhook-timestamp': '1e3' }), 'bad-timestamp')
    assert.equal(reasonOf({ ...good, 'webhook-timestamp': '-1000' }), 'bad-timestamp')
    assert.equal(reasonOf({ ...good, 'webhook-signature': 'v1,'.repeat(2000) }), 'bad-signature')
    assert.equal(reasonOf(good, new Uint8Array(MOST_RAW_BYTES + 1)), 'too-large')
    for (const kind of ['v1a', 'v2', 'V1', '']) {
      const signature = `${kind},${signatureOf(keyIn(secret), 'evt', 1000, '{}').slice(3)}`
      assert.equal(reasonOf({ ...good, 'webhook-signature': signature }), 'bad-signature', kind)
    }
  })
})

describe('a secret', () => {
  it('is 24 to 64 bytes in base64, with or without its prefix', () => {
    assert.equal(keyOf(newSecret())?.length, 32)
    assert.notEqual(newSecret(), newSecret())
    const letters = Buffer.alloc(24, 7).toString('base64')
    assert.deepEqual(keyOf(letters), keyOf(`whsec_${letters}`))
    for (const bad of [
      '',
      'whsec_',
      'whsec_abc',
      `whsec_${Buffer.alloc(65).toString('base64')}`,
      'whsec_é',
      `${letters} `,
    ])
      assert.equal(keyOf(bad), null, bad)
  })
})
