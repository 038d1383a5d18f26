import assert from 'node:assert/strict'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { type Bulletin, bodyFor, WAY_SHAPES, type WayShape } from '#core/notification/bulletin.ts'
import { newHookSecret, whyUnsigned } from '#server/access/signed-hook.ts'
import { makeWaySender } from './send-bulletin.ts'

const NOW = Date.UTC(2026, 2, 3, 13)
const bulletin: Bulletin = {
  ...{ id: '0195-1', kind: 'gravity', brand: 'Fleurs & <Port>', headline: 'Gravité 3 sur 4 : 27 fois l’habitude.' },
  ...{ lines: ['Monterait au niveau 4 si @channel'], url: 'https://desk.example/w/1/inbox', at: NOW },
  data: { alertId: 'a', level: 3, total: 7 },
}

interface Came {
  headers: IncomingHttpHeaders
  body: string
}

const receiver = async (answer: { status: number; body?: string }) => {
  const came: Came[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    came.push({ headers: request.headers, body })
    response.writeHead(answer.status, { location: 'https://elsewhere.example/' }).end(answer.body ?? '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    ...{ came, host, url: `http://${host}/hooks/secret-key` },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

test('a signed webhook carries the id, the second and a signature that its receiver can check', async () => {
  await using to = await receiver({ status: 204 })
  const secret = newHookSecret()
  const send = makeWaySender({ allow: [to.host], now: () => NOW })
  assert.deepEqual(await send('standard', { url: to.url, secret }, bulletin), { kind: 'taken' })
  const [first] = to.came
  assert.ok(first)
  const signed = {
    id: first.headers['webhook-id'] as string,
    timestamp: first.headers['webhook-timestamp'] as string,
    signature: first.headers['webhook-signature'] as string,
    raw: Buffer.from(first.body),
  }
  assert.equal(signed.id, bulletin.id)
  assert.equal(whyUnsigned(secret, signed, NOW), null)
  assert.equal(whyUnsigned(newHookSecret(), signed, NOW), 'bad-signature')
  assert.equal(whyUnsigned(secret, { ...signed, raw: Buffer.from(`${first.body} `) }, NOW), 'bad-signature')
  assert.deepEqual(JSON.parse(first.body), {
    type: 'vigie.alert.gravity',
    timestamp: '2026-03-03T13:00:00.000Z',
    data: { alertId: 'a', level: 3, total: 7, brand: bulletin.brand, text: bulletin.headline, url: bulletin.url },
  })
})

test('each receiver gets the body that it publishes, and nothing that it would obey', () => {
  const target = { url: '', chat: '-100', numbers: ['+33612345678'] }
  const sent = (shape: WayShape) => JSON.parse(bodyFor(shape, bulletin, target))
  assert.match(sent('slack').text, /^Fleurs &amp; &lt;Port&gt;\. Gravité 3/)
  assert.ok(!sent('mattermost').text.includes('@channel'))
  assert.equal(sent('telegram').chat_id, '-100')
  assert.equal(sent('telegram').parse_mode, undefined)
  assert.equal(sent('teams').type, 'message')
  assert.equal(sent('teams').attachments[0].contentType, 'application/vnd.microsoft.card.adaptive')
  assert.equal(sent('teams').attachments[0].content.type, 'AdaptiveCard')
  assert.deepEqual(sent('sms').phoneNumbers, ['+33612345678'])
  assert.ok(sent('sms').textMessage.text.endsWith(`\n${bulletin.url}`))
  const long = { ...bulletin, headline: 'x'.repeat(9_000), lines: ['y'.repeat(9_000)] }
  assert.ok(JSON.parse(bodyFor('sms', long, target)).textMessage.text.length <= 420)
  assert.ok(JSON.parse(bodyFor('telegram', long, target)).text.length <= 4_096)
  for (const shape of WAY_SHAPES) assert.ok(bodyFor(shape, long, target).length < 30_000, shape)
})

test('what the receiver says decides: taken, tried again, or given up', async () => {
  for (const [answer, expected] of [
    [{ status: 200, body: 'ok' }, 'taken'],
    [{ status: 200, body: '{"ok":true}' }, 'taken'],
    [{ status: 200, body: '{"ok":false,"description":"chat not found"}' }, 'final'],
    [{ status: 202 }, 'taken'],
    [{ status: 404, body: 'no_service' }, 'final'],
    [{ status: 410 }, 'final'],
    [{ status: 429 }, 'again'],
    [{ status: 503 }, 'again'],
    [{ status: 302 }, 'final'],
  ] as const) {
    await using to = await receiver(answer)
    const handed = await makeWaySender({ allow: [to.host], now: () => NOW })('slack', { url: to.url }, bulletin)
    const found = handed.kind === 'failed' ? (handed.permanent ? 'final' : 'again') : handed.kind
    assert.equal(found, expected, JSON.stringify(answer))
    if (handed.kind === 'failed') assert.ok(!handed.reason.includes('secret-key'), handed.reason)
  }
})

test('a private address is no way out unless the configuration names it, and a gateway gets its own header', async () => {
  await using to = await receiver({ status: 200 })
  const shut = await makeWaySender({ allow: [], now: () => NOW })('slack', { url: to.url }, bulletin)
  assert.equal(shut.kind === 'failed' && shut.permanent, true)
  assert.equal(to.came.length, 0)
  const open = makeWaySender({ allow: [to.host], now: () => NOW })
  await open('sms', { url: to.url, numbers: ['+33612345678'], authorization: 'Basic dXNlcjpwYXNz' }, bulletin)
  assert.equal(to.came[0]?.headers.authorization, 'Basic dXNlcjpwYXNz')
  assert.equal(to.came[0]?.headers['webhook-signature'], undefined)
})
