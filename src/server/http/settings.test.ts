import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inWorkspace } from '#server/db/transaction.ts'
import { testDatabase } from '#test/database.ts'
import { fakeNetwork } from '#test/fake-network.ts'
import { openTestSite, type TestSite } from '#test/site.ts'
import { makeWorkspace } from '#test/workspace.ts'

const open = async (site: TestSite) => {
  const { workspaceId, members } = await makeWorkspace(site.desk.db)
  const cookie = await site.cookieOf(members.maud)
  const at = `/api/w/${workspaceId}`
  const put = (path: string, body: unknown) => site.ask({ method: 'PUT', url: `${at}${path}`, cookie, body })
  const get = async (path: string) => (await site.ask({ url: `${at}${path}`, cookie })).json()
  const told = () =>
    inWorkspace(site.desk.db, workspaceId, async (trx) =>
      (await trx.selectFrom('events').select(['name', 'data']).orderBy('id').execute()).map(({ name, data }) => ({
        name,
        data,
      })),
    )
  return { workspaceId, members, cookie, at, put, get, told }
}

test('the settings of a brand change one by one; the log says which, and not to what', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { put, get, told } = await open(site)
  const ways = [{ kind: 'phone', value: '02 40 00 00 00' }]
  const changed = await put('/workspace', { undoMs: 8000, privateWays: ways })
  assert.deepEqual(
    [changed.json().undoMs, changed.json().privateWays, changed.json().name],
    [8000, ways, 'Fleurs du Port'],
  )
  assert.deepEqual(await get('/workspace'), changed.json())
  assert.deepEqual(await told(), [{ name: 'workspace.updated', data: { settings: ['undo_ms', 'private_ways'] } }])
  for (const wrong of [
    { undoMs: 4_999 },
    { undoMs: 10_001 },
    { undoMs: 1.5 },
    { lateAfterMinutes: 0 },
    { timeZone: 'Nantes' },
    { name: '  ' },
    { id: 'x' },
  ])
    assert.equal((await put('/workspace', wrong)).statusCode, 400, JSON.stringify(wrong))
})

test('opening hours come back as they were given, and nonsense is refused whole', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { put, get } = await open(site)
  const hours = {
    timeZone: 'Europe/Paris',
    weekly: {
      monday: [
        { opens: '09:00', closes: '12:30' },
        { opens: '14:00', closes: '24:00' },
      ],
      friday: [{ opens: '22:00', closes: '02:00' }],
    },
    holidays: ['2026-12-25'],
    exceptional: [{ date: '2026-12-24', slots: [{ opens: '10:00', closes: '16:00' }] }],
  }
  assert.equal((await put('/calendar', hours)).statusCode, 200)
  const { calendar } = await get('/promises')
  assert.deepEqual(calendar, {
    ...hours,
    weekly: { ...hours.weekly, tuesday: [], wednesday: [], thursday: [], saturday: [], sunday: [] },
  })
  for (const [wrong, code] of [
    [{ ...hours, timeZone: 'Europe/Nantes' }, 'unknown-time-zone'],
    [{ ...hours, holidays: ['2026-02-30'] }, 'not-a-date'],
    [{ ...hours, weekly: {} }, 'never-open'],
    [{ ...hours, weekly: { monday: [{ opens: '09:00', closes: '09:00' }] } }, 'empty-slot'],
  ] as const) {
    const answer = await put('/calendar', wrong)
    assert.deepEqual([answer.statusCode, answer.json().data.faults[0].code], [422, code])
  }
  assert.equal((await put('/calendar', { ...hours, weekly: { lundi: [] } })).statusCode, 400)
  assert.deepEqual((await get('/promises')).calendar, calendar)
})

test('a promise is that of the network until the brand makes its own', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database, { connectors: [fakeNetwork().connector] })
  const { put, get, told } = await open(site)
  const [start] = (await get('/promises')).policies
  assert.deepEqual([start.connector, start.firstReplyMinutes, start.default], ['fake', 120, true])
  const promise = { firstReplyMinutes: 60, nextReplyMinutes: 90, thanksReplyMinutes: 600, calendar: 'business' }
  assert.equal((await put('/promises/fake', promise)).statusCode, 200)
  assert.deepEqual((await get('/promises')).policies[0], {
    ...promise,
    connector: 'fake',
    network: 'Fake',
    default: false,
  })
  assert.equal((await put('/promises/nowhere', promise)).statusCode, 404)
  assert.equal((await put('/promises/fake', { ...promise, firstReplyMinutes: 0 })).statusCode, 400)
  assert.deepEqual(
    (await told()).map(({ name }) => name),
    ['promise.changed'],
  )
})

test('labels are named once, whatever the capitals, and go everywhere at once', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { at, cookie, get, told } = await open(site)
  const create = (name: string) => site.ask({ method: 'POST', url: `${at}/labels`, cookie, body: { name } })
  const { id } = (await create('Livraison')).json()
  assert.equal((await create('livraison')).json().refused, 'label-exists')
  await create('  Abîmé ')
  assert.deepEqual(
    (await get('/labels')).labels.map((one: { name: string }) => one.name),
    ['Abîmé', 'Livraison'],
  )
  assert.equal((await site.ask({ method: 'DELETE', url: `${at}/labels/${id}`, cookie })).statusCode, 200)
  assert.equal((await site.ask({ method: 'DELETE', url: `${at}/labels/${id}`, cookie })).statusCode, 404)
  assert.deepEqual(
    (await told()).map(({ name }) => name),
    ['label.created', 'label.created', 'label.deleted'],
  )
})

test('one reads one’s own notifications, up to what was on screen', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { put, get, workspaceId, members } = await open(site)
  const tell = (member_id: string, kind: string) =>
    inWorkspace(db.database, workspaceId, (trx) =>
      trx
        .insertInto('notifications')
        .values({
          id: site.desk.newId(),
          workspace_id: workspaceId,
          member_id,
          kind,
          created_at: new Date(site.desk.now()),
        })
        .execute(),
    )
  await tell(members.maud, 'mentioned')
  await tell(members.tom, 'case-given')
  const upTo = site.desk.now()
  site.desk.pass(1000)
  await tell(members.maud, 'reply-refused')
  await put('/notifications', { upTo })
  const { notifications } = await get('/notifications')
  assert.deepEqual(
    notifications.map((one: { kind: string; readAt: number | null }) => [one.kind, one.readAt !== null]),
    [
      ['reply-refused', false],
      ['mentioned', true],
    ],
  )
})

test('one’s own preferences are kept beside those that are not given', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { cookie } = await open(site)
  const me = (body: unknown) => site.ask({ method: 'PUT', url: '/api/me', cookie, body })
  await me({ preferences: { theme: 'dark' } })
  const { member } = (await me({ language: 'en', preferences: { density: 'compact' } })).json()
  assert.deepEqual([member.language, member.preferences], ['en', { theme: 'dark', density: 'compact' }])
  assert.equal((await me({ email: 'other@fleurs-du-port.test' })).statusCode, 400)
})
