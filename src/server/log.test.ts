import assert from 'node:assert/strict'
import { test } from 'node:test'
import Fastify, { type FastifyBaseLogger } from 'fastify'
import { newToken } from '#server/access/token.ts'
import { testDatabase } from '#test/database.ts'
import { makeLog } from './log.ts'

/** Planted in a line; none may come out. */
const canaries = {
  words: 'où est ma commande CANARI-7431',
  email: 'canari.roux@fleurs-du-port.test',
  token: newToken(),
  password: 'CANARI mot de passe',
  cookie: `__Host-vigie=${newToken()}`,
  secret: 'whsec_CANARIc2VjcmV0c2VjcmV0c2VjcmV0',
}

const listen = () => {
  const lines: string[] = []
  const log = makeLog({ level: 'trace', to: { write: (line) => lines.push(line) } })
  return { log, read: () => lines.join('') }
}

const assertClean = (said: string): void => {
  assert.notEqual(said, '')
  for (const [what, canary] of Object.entries(canaries)) assert.ok(!said.includes(canary), `${what} came out: ${said}`)
  assert.doesNotMatch(said, /CANARI|canari/)
}

test('nobody’s words, address or key come out, under whatever name and however deep they are handed over', () => {
  const { log, read } = listen()
  log.info(
    { text: canaries.words, html: canaries.words, excerpt: canaries.words, subject: canaries.words },
    'a message',
  )
  log.info(
    { member: { email: canaries.email, deep: { password: canaries.password, raw: Buffer.from('CANARI') } } },
    'a member',
  )
  log.warn({ headers: { cookie: canaries.cookie, authorization: `Bearer ${canaries.token}` } }, 'a request')
  log.warn({ token: canaries.token, session: [canaries.token, { set: canaries.secret }] }, 'a key')
  log.error(`${canaries.email} signed in with ${canaries.token} at postgres://vigie:${canaries.token}@db/vigie`)
  log.info({ why: `sent to ${canaries.email} under ${canaries.secret}` }, 'a sentence')
  assertClean(read())
})

test('an error comes without what it quotes', () => {
  const { log, read } = listen()
  const error = (() => {
    try {
      return JSON.parse(`${canaries.words}`)
    } catch (caught) {
      return caught
    }
  })()
  log.error({ err: error }, 'a body that is not JSON')
  log.error({
    err: Object.assign(new Error('row'), {
      detail: canaries.words,
      query: canaries.words,
      parameters: [canaries.words],
    }),
  })
  log.error({ err: new Error('outer', { cause: new Error(`for "${canaries.words}"`) }) })
  log.error(new Error(`nobody is called '${canaries.password}'`))
  const said = read()
  assertClean(said)
  assert.match(said, /"type":"SyntaxError"/)
  assert.match(said, /at .*log\.test\.ts/)
})

test('an error of the database comes with its code and its table, and without the row', async () => {
  await using db = await testDatabase()
  const { log, read } = listen()
  const twice = { id: crypto.randomUUID(), email: canaries.email, name: canaries.words, created_at: new Date() }
  await db.database.app.insertInto('members').values(twice).execute()
  const error = await db.database.app
    .insertInto('members')
    .values({ ...twice, id: crypto.randomUUID() })
    .execute()
    .catch((caught: unknown) => caught)
  log.error({ err: error }, 'twice')
  const unreadable = await db.database.owner
    .query('select $1::uuid', [canaries.words])
    .catch((caught: unknown) => caught)
  log.error({ err: unreadable }, 'not an id')
  const said = read()
  assertClean(said)
  assert.match(said, /"code":"23505","constraint":"members_by_email","table":"members"/)
})

test('a request is told by its method and its number, never by its address', async () => {
  const { log, read } = listen()
  const app = Fastify({ loggerInstance: log as FastifyBaseLogger })
  app.get('/search', async () => {
    throw new Error('no')
  })
  await app.inject({ url: `/search?q=${encodeURIComponent(canaries.words)}`, headers: { cookie: canaries.cookie } })
  const said = decodeURIComponent(read().replaceAll('%', '%25'))
  assertClean(said)
  assert.match(said, /"method":"GET"/)
})

test('identifiers, codes and figures stay readable', () => {
  const { log, read } = listen()
  log.info(
    { delivery: '0199f3c2-7a54-7d10-9b3e-4c9a1f0e7d21', state: 'sent', ms: 12, loop: 'read-receipts' },
    'delivery moved',
  )
  const line = JSON.parse(read())
  assert.equal(line.delivery, '0199f3c2-7a54-7d10-9b3e-4c9a1f0e7d21')
  assert.deepEqual(
    [line.level, line.state, line.ms, line.loop, line.msg],
    ['info', 'sent', 12, 'read-receipts', 'delivery moved'],
  )
})
