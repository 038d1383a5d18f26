import assert from 'node:assert/strict'
import { webcrypto } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { type AddressInfo, createServer as createSilent } from 'node:net'
import { test } from 'node:test'
import { areBrowserKeys, findPushKeys, readPushPublicKey } from '#server/access/push-keys.ts'
import { testDatabase } from '#test/database.ts'
import { testDesk } from '#test/desk.ts'
import { encryptPush } from './encrypt.ts'
import { makePush } from './send-push.ts'

const { subtle } = webcrypto
const raw = (text: string) => Buffer.from(text, 'base64url')

test('the words of RFC 8291 become the bytes that it prints', () => {
  const sealed = encryptPush(
    raw('V2hlbiBJIGdyb3cgdXAsIEkgd2FudCB0byBiZSBhIHdhdGVybWVsb24'),
    {
      publicKey: raw('BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'),
      auth: raw('BTBZMqHH6r4Tts7J_aSIgg'),
    },
    { salt: raw('DGv6ra1nlYgDCS1FRnbzlw'), privateKey: raw('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'), step: 1 },
  )
  assert.equal(
    sealed.toString('base64url'),
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  )
})

/** A browser's side of it, by the Web's own cryptography. */
const browser = async () => {
  const pair = await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
  const point = Buffer.from(await subtle.exportKey('raw', pair.publicKey))
  const auth = Buffer.from(webcrypto.getRandomValues(new Uint8Array(16)))
  const hkdf = async (
    key: Uint8Array<ArrayBuffer>,
    salt: Uint8Array<ArrayBuffer>,
    info: Uint8Array<ArrayBuffer>,
    bytes: number,
  ) => {
    const base = await subtle.importKey('raw', key, 'HKDF', false, ['deriveBits'])
    return new Uint8Array(await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, base, bytes * 8))
  }
  const read = async (body: Buffer): Promise<string> => {
    const salt = Uint8Array.from(body.subarray(0, 16))
    const length = body.readUInt8(20)
    const sender = Uint8Array.from(body.subarray(21, 21 + length))
    const theirs = await subtle.importKey('raw', sender, { name: 'ECDH', namedCurve: 'P-256' }, false, [])
    const shared = new Uint8Array(await subtle.deriveBits({ name: 'ECDH', public: theirs }, pair.privateKey, 256))
    const about = Uint8Array.from(Buffer.concat([Buffer.from('WebPush: info\0'), point, sender]))
    const key = await hkdf(shared, Uint8Array.from(auth), about, 32)
    const info = (name: string) => new TextEncoder().encode(`Content-Encoding: ${name}\0`)
    const contentKey = await subtle.importKey('raw', await hkdf(key, salt, info('aes128gcm'), 16), 'AES-GCM', false, [
      'decrypt',
    ])
    const iv = await hkdf(key, salt, info('nonce'), 12)
    const record = Buffer.from(
      await subtle.decrypt({ name: 'AES-GCM', iv }, contentKey, Uint8Array.from(body.subarray(21 + length))),
    )
    const end = record.lastIndexOf(2)
    assert.ok(record.subarray(end + 1).every((byte) => byte === 0))
    return record.subarray(0, end).toString()
  }
  return { p256dh: point.toString('base64url'), auth: auth.toString('base64url'), read }
}

interface Request {
  headers: IncomingHttpHeaders
  body: Buffer
}

/** A push service that answers as it is told. */
const service = async (status: number, location?: string) => {
  const got: Request[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    got.push({ headers: request.headers, body: Buffer.concat(parts) })
    response.writeHead(status, location === undefined ? {} : { location }).end('x'.repeat(50))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    got,
    host,
    endpoint: `http://${host}/push/abc`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const verified = async (header: string, origin: string): Promise<Record<string, unknown>> => {
  const [, head = '', claims = '', signature = '', key = ''] =
    /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(header) ?? []
  const publicKey = await subtle.importKey('raw', raw(key), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify'])
  const said = new TextEncoder().encode(`${head}.${claims}`)
  assert.ok(await subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, publicKey, raw(signature), said))
  const claim = JSON.parse(raw(claims).toString())
  assert.equal(claim.aud, origin)
  return claim
}

const PUSH = {
  payload: JSON.stringify({ title: 'Fleurs du Port', body: 'Une note vous nomme.' }),
  urgent: true,
  topic: 'abc',
}

test('a browser reads what the desk sent, the push service reads nothing but who sends and how soon', async () => {
  await using db = await testDatabase()
  const desk = testDesk(db.database)
  assert.equal(await readPushPublicKey(desk), null)
  const keys = await findPushKeys(desk)
  assert.deepEqual(await findPushKeys(desk), keys)
  assert.equal(await readPushPublicKey(desk), keys.publicKey)
  const kept = await db.database.app.selectFrom('installation').select('value').where('key', '=', 'push-key').execute()
  assert.ok(!JSON.stringify(kept).includes(keys.privateKey))

  const phone = await browser()
  assert.ok(areBrowserKeys(phone.p256dh, phone.auth))
  await using there = await service(201)
  const now = () => Date.UTC(2026, 2, 2, 9)
  const push = makePush({ keys, contact: 'mailto:desk@fleurs-du-port.test', now, allow: [there.host] })
  assert.deepEqual(await push({ endpoint: there.endpoint, ...phone }, PUSH), { kind: 'taken' })
  const [request] = there.got
  assert.ok(request)
  assert.equal(await phone.read(request.body), PUSH.payload)
  assert.ok(!request.body.includes('Fleurs'))
  assert.equal((request.body.length - 21 - 65 - 16) % 256, 0)
  const { headers } = request
  assert.deepEqual(
    [headers['content-encoding'], headers.urgency, headers.topic, headers.ttl],
    ['aes128gcm', 'high', 'abc', '86400'],
  )
  const claim = await verified(headers.authorization ?? '', `http://${there.host}`)
  assert.deepEqual(claim, { aud: claim.aud, exp: now() / 1000 + 43_200, sub: 'mailto:desk@fleurs-du-port.test' })
})

test('what a push service answers is believed where it is clear', async () => {
  const keys = { publicKey: '', privateKey: '' }
  const { privateKey } = await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign'])
  keys.privateKey = Buffer.from(await subtle.exportKey('pkcs8', privateKey)).toString('base64')
  const phone = await browser()
  const answer = async (status: number, location?: string) => {
    await using there = await service(status, location)
    const push = makePush({ keys, contact: null, now: () => 0, allow: [there.host] })
    const { kind, ...rest } = await push({ endpoint: there.endpoint, ...phone }, PUSH)
    assert.equal(there.got.length, 1)
    return { kind, ...('permanent' in rest && { permanent: rest.permanent }) }
  }
  assert.deepEqual(await answer(410), { kind: 'gone' })
  assert.deepEqual(await answer(404), { kind: 'gone' })
  assert.deepEqual(await answer(429), { kind: 'failed', permanent: false })
  assert.deepEqual(await answer(503), { kind: 'failed', permanent: false })
  assert.deepEqual(await answer(413), { kind: 'failed', permanent: true })
  assert.deepEqual(await answer(302, 'http://127.0.0.1:1/'), { kind: 'failed', permanent: true })
})

test('an address inside is never visited: no private host, no plain http, no odd port', async (t) => {
  await using inside = await service(201)
  const knocks: unknown[] = []
  const silent = createSilent((socket) => void knocks.push(socket.destroy()))
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done))
  const { port } = silent.address() as AddressInfo
  t.after(() => silent.close())
  const phone = await browser()
  const { privateKey } = await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign'])
  const der = Buffer.from(await subtle.exportKey('pkcs8', privateKey)).toString('base64')
  const push = makePush({ keys: { publicKey: '', privateKey: der }, contact: null, now: () => 0 })
  for (const endpoint of [
    inside.endpoint,
    `https://127.0.0.1:${port}/x`,
    'https://127.0.0.1/x',
    'https://10.0.0.1/x',
    'https://[::1]/x',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/x',
    'https://user:secret@push.example.org/x',
    'file:///etc/passwd',
    'nonsense',
  ]) {
    const handed = await push({ endpoint, ...phone }, PUSH)
    assert.ok(handed.kind === 'failed' && handed.certain, endpoint)
  }
  assert.equal(inside.got.length, 0)
  assert.equal(knocks.length, 0)
})

test('keys that no browser makes are refused', async () => {
  const { p256dh, auth } = await browser()
  assert.ok(!areBrowserKeys(p256dh, 'AAAA'))
  assert.ok(!areBrowserKeys('AAAA', auth))
  assert.ok(!areBrowserKeys(Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 1)]).toString('base64url'), auth))
})
