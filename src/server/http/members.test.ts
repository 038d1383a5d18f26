import assert from 'node:assert/strict'
import { test } from 'node:test'
import { INVITATION_MS } from '#server/access/links.ts'
import { hashPassword } from '#server/access/password.ts'
import { testDatabase } from '#test/database.ts'
import { fakeNetwork } from '#test/fake-network.ts'
import { makeAccount, makeMention } from '#test/mention.ts'
import { openTestSite, type TestSite } from '#test/site.ts'
import { makeWorkspace } from '#test/workspace.ts'

const PASSWORD = 'une marée très basse'

const open = async (site: TestSite) => {
  const brand = await makeWorkspace(site.desk.db)
  const cookie = await site.cookieOf(brand.members.maud)
  const at = `/api/w/${brand.workspaceId}`
  const invite = async (email: string, role = 'agent', as = cookie) => {
    const answer = await site.ask({ method: 'POST', url: `${at}/invitations`, cookie: as, body: { email, role } })
    assert.equal(answer.statusCode, 200, answer.body)
    assert.match(answer.json().url, /^https:\/\/desk\.fleurs-du-port\.test\/join#[\w-]{43}$/)
    return String(answer.json().url).split('#')[1] ?? ''
  }
  return { ...brand, cookie, at, invite }
}

const accept = (site: TestSite, token: string, password = PASSWORD) =>
  site.ask({ method: 'POST', url: '/api/invitations/acceptance', body: { token, name: 'Noé Faure', password } })

test('an invitation is used once, for the e-mail and the role that it was made for', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { invite, workspaceId } = await open(site)
  const token = await invite('noe@fleurs-du-port.test', 'trainee')
  const joined = await accept(site, token)
  assert.equal(joined.statusCode, 200, joined.body)
  assert.equal(joined.json().member.email, 'noe@fleurs-du-port.test')
  assert.deepEqual(
    joined.json().workspaces.map((w: { id: string; role: string }) => [w.id, w.role]),
    [[workspaceId, 'trainee']],
  )
  assert.equal((await accept(site, token)).json().refused, 'link-used')
})

test('two who accept the same invitation at once are one member', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { invite } = await open(site)
  const token = await invite('noe@fleurs-du-port.test')
  const answers = await Promise.all([accept(site, token), accept(site, token)])
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, 410])
})

test('an invitation dies after three days, when a newer one is made, and with the rights of its author', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { invite, at, cookie, members } = await open(site)
  for (const nothing of ['', ' ', 'x'.repeat(43)])
    assert.equal((await accept(site, nothing)).json().refused, 'link-unknown')
  const first = await invite('noe@fleurs-du-port.test')
  const second = await invite('Noe@fleurs-du-port.test')
  assert.equal((await accept(site, first)).json().refused, 'link-used')
  site.desk.pass(INVITATION_MS)
  assert.equal((await accept(site, second)).json().refused, 'link-expired')
  const again = await site.cookieOf(members.maud)
  await site.ask({ method: 'PUT', url: `${at}/members/${members.sarah}/role`, cookie: again, body: { role: 'admin' } })
  const bySarah = await invite('lucas@fleurs-du-port.test', 'admin', await site.cookieOf(members.sarah))
  await site.ask({ method: 'PUT', url: `${at}/members/${members.sarah}/role`, cookie: again, body: { role: 'agent' } })
  assert.equal((await accept(site, bySarah)).json().refused, 'link-unknown')
  assert.notEqual(cookie, again)
})

test('an account that exists is joined by its own password, and never by its e-mail alone', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { invite } = await open(site)
  const boats = await makeWorkspace(db.database, 'Voiles de Nantes')
  await db.database.app
    .updateTable('members')
    .set({ email: 'tom@voiles.test', password_hash: await hashPassword(PASSWORD) })
    .where('id', '=', boats.members.tom)
    .execute()
  const token = await invite('TOM@voiles.test')
  const stranger = await accept(site, token, 'whatever the thief chose')
  assert.deepEqual([stranger.statusCode, stranger.json().refused], [401, 'wrong-credentials'])
  const tom = await accept(site, token)
  assert.equal(tom.statusCode, 200, tom.body)
  assert.equal(tom.json().member.id, boats.members.tom)
  assert.equal(tom.json().member.name, 'Tom Rivière', 'a link renames nobody')
  assert.equal(tom.json().workspaces.length, 2)
})

test('whoever works here already is not invited again', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { at, cookie } = await open(site)
  const { members } = (await site.ask({ url: `${at}/members`, cookie })).json()
  const answer = await site.ask({
    method: 'POST',
    url: `${at}/invitations`,
    cookie,
    body: { email: members[0].email, role: 'admin' },
  })
  assert.deepEqual([answer.statusCode, answer.json().refused], [409, 'already-member'])
})

test('the last administrator stays one, even when two of them dismiss each other at once', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { at, cookie, members } = await open(site)
  const demote = (id: string, as: string) =>
    site.ask({ method: 'PUT', url: `${at}/members/${id}/role`, cookie: as, body: { role: 'agent' } })
  const remove = (id: string, as: string) => site.ask({ method: 'DELETE', url: `${at}/members/${id}`, cookie: as })
  assert.equal((await demote(members.maud, cookie)).json().refused, 'last-admin')
  assert.equal((await remove(members.maud, cookie)).json().refused, 'last-admin')
  await site.ask({ method: 'PUT', url: `${at}/members/${members.sarah}/role`, cookie, body: { role: 'admin' } })
  const sarah = await site.cookieOf(members.sarah)
  const answers = await Promise.all([demote(members.sarah, cookie), remove(members.maud, sarah)])
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).filter((one) => one === 200).length, 1)
  const admins = await db.database.app.selectFrom('memberships').select('role').where('role', '=', 'admin').execute()
  assert.equal(admins.length, 1)
})

test('a member who is removed is out at their next request, everywhere if no other brand knows them', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { at, cookie, members, workspaceId } = await open(site)
  const tom = await site.cookieOf(members.tom)
  assert.equal((await site.ask({ url: `${at}/workspace`, cookie: tom })).statusCode, 200)
  assert.equal((await site.ask({ method: 'DELETE', url: `${at}/members/${members.tom}`, cookie })).statusCode, 200)
  assert.equal((await site.ask({ url: `${at}/workspace`, cookie: tom })).statusCode, 401)
  const boats = await makeWorkspace(db.database, 'Voiles de Nantes')
  const aicha = await site.cookieOf(members.aicha)
  await db.database.app
    .insertInto('memberships')
    .values({ workspace_id: boats.workspaceId, member_id: members.aicha, role: 'agent', created_at: new Date() })
    .execute()
  await site.ask({ method: 'DELETE', url: `${at}/members/${members.aicha}`, cookie })
  assert.equal((await site.ask({ url: `/api/w/${workspaceId}/workspace`, cookie: aicha })).statusCode, 404)
  assert.equal((await site.ask({ url: `/api/w/${boats.workspaceId}/workspace`, cookie: aicha })).statusCode, 200)
})

test('another brand is opened by whoever administers one, and by nobody else', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { members, cookie } = await open(site)
  const opened = (as: string, timeZone = 'Europe/Paris') =>
    site.ask({
      method: 'POST',
      url: '/api/workspaces',
      cookie: as,
      body: { name: 'Les Épices d’Inès', language: 'fr', timeZone },
    })
  assert.equal((await opened(await site.cookieOf(members.sarah))).statusCode, 403)
  assert.equal((await opened(cookie, 'Europe/Nantes')).json().refused, 'unknown-time-zone')
  const answer = await opened(cookie)
  assert.equal(answer.statusCode, 200, answer.body)
  assert.equal(
    (await site.ask({ url: `/api/w/${answer.json().id}/workspace`, cookie })).json().name,
    'Les Épices d’Inès',
  )
  assert.equal(
    (await site.ask({ url: `/api/w/${answer.json().id}/workspace`, cookie: await site.cookieOf(members.sarah) }))
      .statusCode,
    404,
  )
})

test('the open cases of a member who is removed go back to the queue, and say so', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database, { connectors: [fakeNetwork().connector] })
  const { at, cookie, members, workspaceId } = await open(site)
  const { caseId } = await makeMention(site.desk, workspaceId, await makeAccount(site.desk, workspaceId))
  const assigned = await site.ask({
    method: 'PUT',
    url: `${at}/cases/${caseId}/owner`,
    cookie,
    body: { memberId: members.aicha },
  })
  assert.equal(assigned.statusCode, 200, assigned.body)
  await site.ask({ method: 'DELETE', url: `${at}/members/${members.aicha}`, cookie })
  const { rows } = (await site.ask({ url: `${at}/inbox?owner=nobody`, cookie })).json()
  assert.deepEqual(
    rows.map((row: { id: string }) => row.id),
    [caseId],
  )
  const { events } = (await site.ask({ url: `${at}/cases/${caseId}/timeline`, cookie })).json()
  assert.ok(events.some((event: { name: string }) => event.name === 'case.unassigned'))
})
