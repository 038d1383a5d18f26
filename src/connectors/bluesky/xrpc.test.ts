import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeSafeFetch } from '../safe-fetch.ts'
import { toolsWith } from '../suite/tools.ts'
import type { Answer } from './answer.ts'
import { outcomeBeforeWriting, outcomeOfLooking, outcomeOfPolling, outcomeOfWriting } from './classify.ts'
import { type Behave, openHostileServer } from './hostile-server.ts'
import { askServer } from './xrpc.ts'

const now = Date.parse('2026-03-02T09:00:00Z')
const soon = Math.floor(now / 1000) + 90

const json =
  (status: number, body: object, headers: Record<string, string> = {}): Behave =>
  (_, answer) => {
    answer.writeHead(status, { 'content-type': 'application/json', ...headers })
    answer.end(JSON.stringify(body))
  }

const publish = async (behave: Behave, signal = new AbortController().signal, timeoutMs = 5000): Promise<Answer> => {
  await using server = await openHostileServer(behave)
  const tools = toolsWith({ now: () => now, fetch: makeSafeFetch({ allow: [server.host], timeoutMs }) })
  return await askServer(
    tools,
    server.url,
    { method: 'com.atproto.repo.putRecord', input: { text: 'Bonjour' } },
    signal,
  )
}

const publishing = async (behave: Behave) => {
  const answer = await publish(behave)
  assert.notEqual(answer.kind, 'answer')
  return answer.kind === 'answer' ? null : outcomeOfWriting(answer)
}

test('a yes is a yes only when it is JSON, and whole', async () => {
  assert.deepEqual(await publish(json(200, { uri: 'at://x' })), { kind: 'answer', data: { uri: 'at://x' } })
  const page = await publishing((_, answer) => answer.end('<html><title>Bienvenue</title>'))
  assert.equal(page?.kind, 'ambiguous')
  const half = await publishing((_, answer) => {
    answer.writeHead(200, { 'content-type': 'application/json', 'content-length': '400' })
    answer.write('{"uri":"at://did')
    setImmediate(() => answer.destroy())
  })
  assert.equal(half?.kind, 'ambiguous')
})

test('a reset, a hang and a server’s own fault leave the publishing in doubt', async () => {
  assert.equal((await publishing((asked) => asked.socket.destroy()))?.kind, 'ambiguous')
  for (const status of [500, 502, 503, 504, 408]) {
    assert.equal((await publishing(json(status, { error: 'InternalServerError' })))?.kind, 'ambiguous', String(status))
  }
  const hang = await publish(() => undefined, new AbortController().signal, 200)
  assert.ok(hang.kind === 'doubt' && outcomeOfWriting(hang).kind === 'ambiguous')
})

test('a stopped question that never left is certainly not published; one that left is in doubt', async () => {
  const stopped = await publish(json(200, {}), AbortSignal.abort())
  assert.ok(stopped.kind === 'unsent' && outcomeOfWriting(stopped).kind === 'later')
  const stop = new AbortController()
  const left = await publish(() => stop.abort(), stop.signal)
  assert.ok(left.kind === 'doubt', left.kind)
})

test('a refused connection is certainly not published', async () => {
  const server = await openHostileServer(json(200, {}))
  await server.close()
  const tools = toolsWith({ now: () => now, fetch: makeSafeFetch({ allow: [server.host] }) })
  const answer = await askServer(tools, server.url, { method: 'x.y.z' }, new AbortController().signal)
  assert.ok(answer.kind === 'unsent' && outcomeOfWriting(answer).kind === 'later')
})

test('too many requests: not published, and not before the time that the network names', async () => {
  const reset = await publishing(json(429, { error: 'RateLimitExceeded' }, { 'ratelimit-reset': String(soon) }))
  assert.ok(reset?.kind === 'later' && reset.reason === 'rate-limited' && reset.retryAt === soon * 1000)
  const after = await publishing(json(429, { error: 'RateLimitExceeded' }, { 'retry-after': '30' }))
  assert.ok(after?.kind === 'later' && after.retryAt === now + 30_000)
  const dated = await publishing(json(429, {}, { 'retry-after': new Date(now + 60_000).toUTCString() }))
  assert.ok(dated?.kind === 'later' && dated.retryAt === now + 60_000)
  const absurd = await publishing(json(429, {}, { 'ratelimit-reset': '99999999999', 'retry-after': 'demain' }))
  assert.ok(absurd?.kind === 'later' && absurd.retryAt === now + 24 * 3_600_000)
})

test('a verdict in the protocol’s words is final; a page of a proxy on the way is none', async () => {
  const cases: [number, object, string][] = [
    [400, { error: 'InvalidRequest', message: 'Invalid record: grapheme too big at $.record.text' }, 'too-long'],
    [400, { error: 'InvalidRequest', message: 'nope' }, 'refused-by-network'],
    [400, { error: 'AccountTakedown', message: '' }, 'account-suspended'],
    [401, { error: 'AccountDeactivated' }, 'account-deactivated'],
    [400, { error: 'BlobTooLarge' }, 'media-refused'],
    [413, { error: 'PayloadTooLarge' }, 'too-long'],
  ]
  for (const [status, body, reason] of cases) {
    const outcome = await publishing(json(status, body))
    assert.ok(outcome?.kind === 'refused' && outcome.reason === reason, JSON.stringify(outcome))
  }
  for (const status of [400, 403, 404, 302]) {
    const outcome = await publishing((_, answer) => {
      answer.writeHead(status, { 'content-type': 'text/html' })
      answer.end('<html>Un instant…</html>')
    })
    assert.ok(outcome?.kind === 'later' && outcome.reason === 'service-unavailable', JSON.stringify(outcome))
  }
})

test('a step that publishes nothing is never in doubt', () => {
  const outcome = outcomeBeforeWriting({ kind: 'doubt', detail: 'reset' })
  assert.ok(outcome.kind === 'later' && outcome.reason === 'unreachable')
  const looked = outcomeOfLooking({ kind: 'failure', status: 429, error: '', message: '', retryAt: now })
  assert.ok(looked.kind === 'unavailable' && looked.retryAt === now)
})

test('a poll asks a person only when the sign-in was turned down', () => {
  const kinds = [
    outcomeOfPolling({ kind: 'signed-out', reason: 'wrong-password', detail: '' }),
    outcomeOfPolling({ kind: 'failure', status: 400, error: 'AccountTakedown', message: '' }),
    outcomeOfPolling({ kind: 'failure', status: 500, error: 'InternalServerError', message: '' }),
    outcomeOfPolling({ kind: 'failure', status: 429, error: '', message: '', retryAt: now }),
    outcomeOfPolling({ kind: 'unsent', detail: '' }),
    outcomeOfPolling({ kind: 'doubt', detail: '' }),
  ].map((polled) => (polled.kind === 'polled' ? '' : `${polled.kind} ${polled.reason}`))
  assert.deepEqual(kinds, [
    'attention wrong-password',
    'attention account-suspended',
    'later service-unavailable',
    'later rate-limited',
    'later unreachable',
    'later unreachable',
  ])
})
