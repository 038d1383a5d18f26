import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeSafeFetch } from '../safe-fetch.ts'
import { memoryOf, toolsWith } from '../suite/tools.ts'
import { openHostileServer } from './hostile-server.ts'
import { openSignedIn } from './signed-in.ts'

const did = 'did:plc:fleursduport'
const calm = new AbortController().signal
const question = { method: 'app.bsky.actor.getProfile', params: { actor: did } }

type Service = { password: string; opened: number; valid: string; away: boolean; refreshes: boolean }

/** A service that gives numbered tokens, of which one at a time is good. */
const openService = (service: Service) =>
  openHostileServer((asked, answer) => {
    const say = (status: number, body: object): void => {
      answer.writeHead(status, { 'content-type': 'application/json' })
      answer.end(JSON.stringify(body))
    }
    const give = (): void => {
      service.valid = `access ${++service.opened}`
      const refreshJwt = `refresh ${service.opened}`
      say(200, { did, handle: 'fleurs.test', accessJwt: service.valid, refreshJwt, active: true })
    }
    const method = asked.url?.split('/').at(-1) ?? ''
    if (service.away) say(503, {})
    else if (method === 'com.atproto.server.createSession') {
      if (service.password === 'good') give()
      else say(401, { error: 'AuthenticationRequired', message: 'Invalid identifier or password' })
    } else if (method === 'com.atproto.server.refreshSession') {
      if (service.refreshes) give()
      else say(400, { error: 'ExpiredToken', message: 'Token has been revoked' })
    } else if (asked.headers.authorization === `Bearer ${service.valid}`) say(200, { did })
    else say(400, { error: 'ExpiredToken', message: 'Token has expired' })
  })

const setting = async (changed: Partial<Service> = {}) => {
  const service: Service = { password: 'good', opened: 0, valid: '', away: false, refreshes: true, ...changed }
  const server = await openService(service)
  const memory = memoryOf()
  let now = 0
  const tools = () => toolsWith({ memory, now: () => now, fetch: makeSafeFetch({ allow: [server.host] }) })
  const open = () => openSignedIn(tools(), { service: server.url, did, password: 'abcd' })
  const later = (ms: number): void => {
    now += ms
  }
  const signIns = () => server.asked.filter((url) => url.includes('Session')).map((url) => url.split('.').at(-1))
  return { service, open, later, signIns, asked: server.asked, [Symbol.asyncDispose]: server.close }
}

test('many questions at once sign in once', async () => {
  await using desk = await setting()
  const account = desk.open()
  const answers = await Promise.all(Array.from({ length: 10 }, () => account.ask(question, calm)))
  assert.ok(answers.every(({ kind }) => kind === 'answer'))
  assert.deepEqual(desk.signIns(), ['createSession'])
})

test('a session of another process uses the tokens that the first one got, and then those that it renewed', async () => {
  await using desk = await setting()
  const [one, other] = [desk.open(), desk.open()]
  assert.equal((await one.ask(question, calm)).kind, 'answer')
  assert.equal((await other.ask(question, calm)).kind, 'answer')
  desk.service.valid = 'none'
  assert.equal((await one.ask(question, calm)).kind, 'answer')
  assert.equal((await other.ask(question, calm)).kind, 'answer')
  assert.deepEqual(desk.signIns(), ['createSession', 'refreshSession'])
})

test('a refresh that is refused falls back on the app password; one without an answer waits', async () => {
  await using desk = await setting({ refreshes: false })
  const account = desk.open()
  await account.ask(question, calm)
  desk.service.valid = 'none'
  assert.equal((await account.ask(question, calm)).kind, 'answer')
  assert.deepEqual(desk.signIns(), ['createSession', 'refreshSession', 'createSession'])
  desk.service.valid = 'none'
  desk.service.away = true
  assert.equal((await account.ask(question, calm)).kind, 'failure', 'the service is away')
})

test('a sign-in without an answer leaves the question unasked, and is tried again', async () => {
  await using desk = await setting({ away: true })
  const account = desk.open()
  const answer = await account.ask(question, calm)
  assert.equal(answer.kind, 'unsent')
  desk.service.away = false
  assert.equal((await account.ask(question, calm)).kind, 'answer')
})

test('a password that was refused is not tried again for ten minutes, by any session', async () => {
  await using desk = await setting({ password: 'bad' })
  const refused = await desk.open().ask(question, calm)
  assert.ok(refused.kind === 'signed-out' && refused.reason === 'wrong-password')
  const asked = desk.asked.length
  assert.equal((await desk.open().ask(question, calm)).kind, 'signed-out')
  assert.equal(desk.asked.length, asked)
  desk.service.password = 'good'
  desk.later(10 * 60_000)
  assert.equal((await desk.open().ask(question, calm)).kind, 'answer')
})
