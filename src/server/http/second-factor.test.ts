import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { codeAt } from '#server/access/codes.ts'
import { hashPassword } from '#server/access/password.ts'
import { FRESH_MS } from '#server/access/session.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { testDatabase } from '#test/database.ts'
import { fakeNetwork } from '#test/fake-network.ts'
import { makeAccount, makeMention } from '#test/mention.ts'
import { openTestSite } from '#test/site.ts'
import { makeWorkspace } from '#test/workspace.ts'

const PASSWORD = 'une marée très basse'
const STEP = 30_000
const cookieIn = (answer: LightMyRequestResponse): string =>
  String([answer.headers['set-cookie']].flat()[0]).split(';')[0] ?? ''

const open = async (practice = false) => {
  const db = await testDatabase()
  const connector = { ...fakeNetwork().connector, practice }
  const site = await openTestSite(db.database, { connectors: [connector] })
  const { workspaceId, members } = await makeWorkspace(db.database)
  const { app } = db.database
  await app.updateTable('workspaces').set({ second_factor: 'when-real' }).execute()
  const email = 'aicha@fleurs-du-port.test'
  const password_hash = await hashPassword(PASSWORD)
  await app.updateTable('members').set({ email, password_hash }).where('id', '=', members.aicha).execute()
  const cookie = await site.cookieOf(members.aicha)
  const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown, as = cookie) =>
    site.ask({ method, url: `/api${url}`, cookie: as, ...(body === undefined ? {} : { body }) })
  const signIn = (code?: string, as = email) =>
    site.ask({ method: 'POST', url: '/api/session', body: { email: as, password: PASSWORD, ...(code && { code }) } })
  /** Sets up the codes of a telephone, and gives what it shows and what was written down. */
  const enrol = async () => {
    const { secret } = (await ask('POST', '/me/second-factor/codes', {})).json()
    const show = () => codeAt(secret, site.desk.now())
    const confirmed = await ask('PUT', '/me/second-factor/codes', { code: show() })
    assert.equal(confirmed.statusCode, 200, confirmed.body)
    site.desk.pass(STEP)
    return { show, recoveryCodes: confirmed.json().recoveryCodes as string[] }
  }
  const eventNames = () =>
    inWorkspace(db.database, workspaceId, async (trx) =>
      (await trx.selectFrom('events').select('name').orderBy('id').execute()).map(({ name }) => name),
    )
  const close = async () => {
    await site[Symbol.asyncDispose]()
    await db.close()
  }
  return {
    ...{ site, desk: site.desk, db: db.database, workspaceId, members, email, cookie, ask, signIn, enrol, eventNames },
    [Symbol.asyncDispose]: close,
  }
}

const send = async (w: Awaited<ReturnType<typeof open>>) => {
  const accountId = await makeAccount(w.desk, w.workspaceId)
  const { caseId } = await makeMention(w.desk, w.workspaceId, accountId)
  const text = 'Bonjour Noé, je suis désolée de cette attente. Écrivez-nous en message privé, je regarde. Aïcha'
  const reply = { deliveryId: w.desk.newId(), audience: 'public', text, accountId, seenMark: '1.1.0' }
  return {
    reply: () => w.ask('POST', `/w/${w.workspaceId}/cases/${caseId}/replies`, reply),
    draft: () => w.ask('PUT', `/w/${w.workspaceId}/cases/${caseId}/draft`, { audience: 'public', text }),
  }
}

test('once a real account is connected, nobody speaks for the brand by a password alone; reading and drafting go on', async () => {
  await using w = await open()
  const { reply, draft } = await send(w)
  const refused = await reply()
  assert.deepEqual([refused.statusCode, refused.json().refused], [403, 'second-factor-missing'])
  assert.equal((await draft()).statusCode, 200)
  assert.equal((await w.ask('GET', `/w/${w.workspaceId}/inbox`)).statusCode, 200)
  const session = async () => (await w.ask('GET', '/session')).json().workspaces[0].secondFactorNeeded
  assert.equal(await session(), true)
  await w.enrol()
  assert.equal(await session(), false)
  assert.equal((await reply()).statusCode, 200)
})

test('practice is open to a newcomer as they are, unless the brand asks for it always', async () => {
  await using w = await open(true)
  const { reply } = await send(w)
  assert.equal((await reply()).statusCode, 200)
  await w.db.app.updateTable('workspaces').set({ second_factor: 'always' }).execute()
  assert.equal((await reply()).json().refused, 'second-factor-missing')
})

test('an administrator asks for it always after a fresh sign-in, sees who has none, and takes it back; a manager does not', async () => {
  await using w = await open(true)
  const at = `/w/${w.workspaceId}/second-factor`
  const { reply } = await send(w)
  const maud = await w.site.cookieOf(w.members.maud)
  const read = async () => (await w.ask('GET', at, undefined, maud)).json()
  const set = (policy: string, as = maud) => w.ask('PUT', at, { policy }, as)
  const before = await read()
  assert.deepEqual([before.policy, before.asked, before.without.length], ['when-real', false, 5])
  assert.equal((await set('always', await w.site.cookieOf(w.members.sarah))).json().refused, 'not-allowed')
  assert.equal((await set('off')).statusCode, 400, 'no screen and no route switches it off')
  assert.equal((await set('always')).statusCode, 200)
  assert.equal((await reply()).json().refused, 'second-factor-missing')
  await w.enrol()
  assert.deepEqual(
    [(await read()).asked, (await read()).without.some((one: { id: string }) => one.id === w.members.aicha)],
    [true, false],
  )
  assert.equal((await set('when-real')).statusCode, 200)
  assert.equal((await read()).asked, false)
  assert.equal((await w.eventNames()).filter((name) => name === 'second-factor.policy-changed').length, 2)
  w.desk.pass(FRESH_MS)
  assert.equal((await set('always')).json().refused, 'fresh-sign-in-needed')
})

test('with codes set up a password opens nothing without one, each code opens once, and a wrong one opens nothing', async () => {
  await using w = await open()
  const { show } = await w.enrol()
  const bare = await w.signIn()
  assert.deepEqual([bare.statusCode, bare.json().refused], [401, 'second-factor-needed'])
  assert.equal(bare.headers['set-cookie'], undefined)
  assert.equal((await w.signIn('000000')).json().refused, 'wrong-code')
  const code = show()
  assert.equal((await w.signIn(code)).statusCode, 200)
  assert.equal((await w.signIn(code)).json().refused, 'wrong-code', 'seen over a shoulder it is worth nothing')
  w.desk.pass(STEP)
  const both = await Promise.all([w.signIn(show()), w.signIn(show())])
  assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [200, 401], 'of two at once one wins')
  w.desk.pass(10 * STEP)
  assert.equal((await w.signIn(code)).json().refused, 'wrong-code', 'an old one is worth nothing')
})

test('codes are not guessed: ten tries, then the account rests', async () => {
  await using w = await open()
  const { show } = await w.enrol()
  for (let i = 0; i < 10; i += 1) assert.equal((await w.signIn(String(100_000 + i))).json().refused, 'wrong-code')
  assert.equal((await w.signIn(show())).json().refused, 'too-many-attempts')
})

test('the telephone is lost: each recovery code opens once, and new ones end the old', async () => {
  await using w = await open()
  const { recoveryCodes } = await w.enrol()
  assert.equal(new Set(recoveryCodes).size, 10)
  const [first = '', second = ''] = recoveryCodes
  const opened = await w.signIn(first.toUpperCase())
  assert.equal(opened.statusCode, 200, opened.body)
  assert.equal((await w.signIn(first)).json().refused, 'wrong-code')
  const cookie = cookieIn(opened)
  assert.equal((await w.ask('GET', '/me/second-factor', undefined, cookie)).json().recoveryLeft, 9)
  const renewed = await w.ask('POST', '/me/second-factor/recovery-codes', {}, cookie)
  assert.equal(renewed.json().recoveryCodes.length, 10)
  assert.equal((await w.signIn(second)).json().refused, 'wrong-code')
  assert.equal((await w.signIn(renewed.json().recoveryCodes[0])).statusCode, 200)
})

test('the secret is sealed, a factor is changed by a fresh sign-in only, and every brand of the member hears of it', async () => {
  await using w = await open()
  const { show } = await w.enrol()
  const row = await w.db.app.selectFrom('code_makers').selectAll().executeTakeFirstOrThrow()
  assert.ok(!row.secret.includes(Buffer.from('JBSWY')), 'bytes, not text')
  assert.equal((await w.ask('POST', '/me/second-factor/codes', {})).json().refused, 'codes-set-up')
  w.desk.pass(FRESH_MS)
  assert.equal((await w.ask('DELETE', '/me/second-factor/codes')).json().refused, 'fresh-sign-in-needed')
  const cookie = cookieIn(await w.signIn(show()))
  assert.equal((await w.ask('DELETE', '/me/second-factor/codes', undefined, cookie)).statusCode, 200)
  assert.equal((await w.signIn()).statusCode, 200)
  assert.deepEqual(await w.eventNames(), ['member.factor-added', 'member.factor-removed'])
})

test('an administrator opens a new password to a colleague of theirs; the second factor is still asked', async () => {
  await using w = await open()
  const { show } = await w.enrol()
  const maud = await w.site.cookieOf(w.members.maud)
  const offer = (body: object = {}) => w.ask('POST', `/w/${w.workspaceId}/members/${w.members.aicha}/reset`, body, maud)
  const accept = (token: string, password = 'un phare dans la nuit') =>
    w.site.ask({ method: 'POST', url: '/api/resets/acceptance', body: { token, password } })
  const tokenOf = (answer: LightMyRequestResponse) => String(answer.json().url).split('#')[1] ?? ''
  const [dead, token] = [tokenOf(await offer()), tokenOf(await offer())]
  assert.equal((await accept(dead)).json().refused, 'link-used')
  assert.equal((await accept(token)).statusCode, 200)
  assert.equal((await accept(token)).json().refused, 'link-used')
  assert.equal((await w.ask('GET', '/session')).statusCode, 401, 'every session has ended')
  const again = (code?: string) =>
    w.site.ask({
      method: 'POST',
      url: '/api/session',
      body: { email: w.email, password: 'un phare dans la nuit', ...(code && { code }) },
    })
  assert.equal((await again()).json().refused, 'second-factor-needed')
  assert.equal((await again(show())).statusCode, 200)
  const lost = tokenOf(await offer({ factors: true }))
  assert.equal((await accept(lost)).statusCode, 200)
  assert.equal((await again()).statusCode, 200, 'a lost telephone is forgotten with it')
})

test('nobody is given a new password by the administrator of one brand while they work for another', async () => {
  await using w = await open()
  const other = await makeWorkspace(w.db, 'Voiles de Nantes')
  const at = new Date(w.desk.now())
  await w.db.app
    .insertInto('memberships')
    .values({ workspace_id: other.workspaceId, member_id: w.members.aicha, role: 'agent', created_at: at })
    .execute()
  const maud = await w.site.cookieOf(w.members.maud)
  const answer = await w.ask('POST', `/w/${w.workspaceId}/members/${w.members.aicha}/reset`, {}, maud)
  assert.equal(answer.json().refused, 'member-elsewhere')
})

test('a passkey that nobody made opens nothing, and what a browser is asked to sign is asked once', async () => {
  await using w = await open()
  const asked = await w.site.ask({ method: 'POST', url: '/api/session/passkey-challenge', body: {} })
  const { options } = asked.json()
  assert.equal(options.userVerification, 'required')
  assert.equal(options.rpId, 'desk.fleurs-du-port.test')
  const clientDataJSON = Buffer.from(
    JSON.stringify({ type: 'webauthn.get', challenge: options.challenge, origin: 'https://desk.fleurs-du-port.test' }),
  ).toString('base64url')
  await w.db.app
    .insertInto('passkeys')
    .values({
      ...{ id: 'Y2xlZg', member_id: w.members.aicha, name: 'une clef', public_key: Buffer.alloc(77), counter: 0 },
      created_at: new Date(w.desk.now()),
    })
    .execute()
  const enter = (id: string) =>
    w.site.ask({
      method: 'POST',
      url: '/api/session/passkey',
      body: {
        response: {
          ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
          response: { clientDataJSON, authenticatorData: Buffer.alloc(37).toString('base64url'), signature: 'AAAA' },
        },
      },
    })
  for (const id of ['cGVyc29ubmU', 'Y2xlZg', 'Y2xlZg']) {
    const answer = await enter(id)
    assert.deepEqual([answer.statusCode, answer.json().refused], [401, 'passkey-refused'])
    assert.equal(answer.headers['set-cookie'], undefined)
  }
  const left = await w.db.app.selectFrom('passkey_challenges').select('challenge').execute()
  assert.deepEqual(left, [], 'a false answer spends it as well')
})
