import assert from 'node:assert/strict'
import { createECDH, randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { defaultChoices } from '#core/notification/choices.ts'
import { findPushKeys } from '#server/access/push-keys.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type TestDatabase, testDatabase } from '#test/database.ts'
import { openTestSite, type TestSite } from '#test/site.ts'
import { makeWorkspace, type Person, type TestWorkspace } from '#test/workspace.ts'

let db: TestDatabase
let site: TestSite
let brand: TestWorkspace

before(async () => {
  db = await testDatabase()
  site = await openTestSite(db.database, { site: { mails: true } })
  brand = await makeWorkspace(db.database)
})
after(async () => {
  await site[Symbol.asyncDispose]()
  await db.close()
})

const ask = async (person: Person, method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown) => {
  const cookie = await site.cookieOf(brand.members[person])
  const answer = await site.ask({ method, url: `/api/w/${brand.workspaceId}${path}`, cookie, body })
  return { status: answer.statusCode, json: answer.json() }
}

const browser = (endpoint: string) => {
  const keys = createECDH('prime256v1')
  keys.generateKeys()
  const p256dh = keys.getPublicKey().toString('base64url')
  return { name: 'Téléphone', endpoint, p256dh, auth: randomBytes(16).toString('base64url') }
}

test('everybody begins with what is grave, and keeps what they choose', async () => {
  const { json } = await ask('aicha', 'GET', '/notification-settings')
  assert.deepEqual(json.choices, defaultChoices('Europe/Paris'))
  assert.equal(json.email.ready, true)
  assert.equal(json.pushKey, null)
  const { publicKey } = await findPushKeys(site.desk)
  const slots = [{ days: [6, 7], from: '20:00', until: '08:00' }]
  const chosen = { means: { ...json.choices.means, note: ['push'] }, quiet: { timeZone: 'America/Cayenne', slots } }
  assert.equal((await ask('aicha', 'PUT', '/notification-settings', chosen)).status, 200)
  const kept = await ask('aicha', 'GET', '/notification-settings')
  assert.deepEqual([kept.json.choices, kept.json.pushKey], [chosen, publicKey])
  assert.deepEqual((await ask('sarah', 'GET', '/notification-settings')).json.choices, json.choices)
  const nowhere = { ...chosen, quiet: { ...chosen.quiet, timeZone: 'Mars/Olympus' } }
  assert.equal((await ask('aicha', 'PUT', '/notification-settings', nowhere)).json.refused, 'unknown-time-zone')
  const noDay = {
    ...chosen,
    quiet: { timeZone: 'Europe/Paris', slots: [{ days: [8], from: '25:00', until: '08:00' }] },
  }
  assert.equal((await ask('aicha', 'PUT', '/notification-settings', noDay)).status, 400)
})

test('a device is its owner’s: sealed, seen and removed by nobody else, and the next one’s who signs in there', async () => {
  const phone = browser('https://push.example.org/send/abc')
  const { json: added } = await ask('aicha', 'POST', '/notification-devices', phone)
  const [row] = await inWorkspace(site.desk.db, brand.workspaceId, (trx) =>
    trx.selectFrom('notification_devices').selectAll().execute(),
  )
  assert.ok(row && !row.subscription.includes('push.example.org'))
  assert.deepEqual((await ask('sarah', 'GET', '/notification-settings')).json.devices, [])
  assert.equal((await ask('sarah', 'DELETE', `/notification-devices/${added.id}`)).status, 404)
  await ask('sarah', 'POST', '/notification-devices', phone)
  assert.deepEqual((await ask('aicha', 'GET', '/notification-settings')).json.devices, [])
  const [hers] = (await ask('sarah', 'GET', '/notification-settings')).json.devices
  assert.equal((await ask('sarah', 'DELETE', `/notification-devices/${hers.id}`)).status, 200)
})

test('an address that a browser gives is hostile: what lies inside is never kept', async () => {
  for (const endpoint of [
    'http://push.example.org/x',
    'https://127.0.0.1/x',
    'https://10.1.2.3/x',
    'https://push.example.org:8443/x',
  ]) {
    const { status } = await ask('tom', 'POST', '/notification-devices', browser(endpoint))
    assert.ok(status >= 400, endpoint)
  }
  const bad = { ...browser('https://push.example.org/x'), p256dh: 'AAAA' }
  assert.equal((await ask('tom', 'POST', '/notification-devices', bad)).json.refused, 'device-refused')
  for (let n = 0; n < 10; n += 1)
    assert.equal(
      (await ask('tom', 'POST', '/notification-devices', browser(`https://push.example.org/${n}`))).status,
      200,
    )
  const eleventh = await ask('tom', 'POST', '/notification-devices', browser('https://push.example.org/11'))
  assert.equal(eleventh.json.refused, 'too-many-devices')
})
