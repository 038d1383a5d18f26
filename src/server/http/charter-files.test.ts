import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { fakeNetwork } from '#test/fake-network.ts'
import { makeAccount } from '#test/mention.ts'
import { openTestSite } from '#test/site.ts'
import { makeWorkspace, type Person } from '#test/workspace.ts'

const world = async () => {
  const db = await testDatabase()
  const site = await openTestSite(db.database, { connectors: [fakeNetwork().connector] })
  const brand = await makeWorkspace(db.database)
  await makeAccount(site.desk, brand.workspaceId)
  const at = `/api/w/${brand.workspaceId}/charter`
  const ask = async (person: Person, method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown) =>
    site.ask({ method, url, body, cookie: await site.cookieOf(brand.members[person]) })
  return {
    at,
    ask,
    site,
    async [Symbol.asyncDispose]() {
      await site[Symbol.asyncDispose]()
      await db.close()
    },
  }
}

test('from the first word to a signed PDF, over HTTP alone', async () => {
  await using w = await world()
  assert.equal((await w.ask('aicha', 'POST', w.at, { language: 'fr' })).statusCode, 403)
  assert.equal((await w.ask('sarah', 'POST', w.at, { language: 'fr' })).statusCode, 200)
  const { draft } = (await w.ask('tom', 'GET', w.at)).json()
  const charter = { ...draft.charter, mission: 'Répondre <b>à tous</b>, à Łódź aussi.', competitors: ['Roses Express'] }
  const edited = await w.ask('sarah', 'PUT', w.at, { number: 1, revision: 1, charter })
  const drafted = { number: 1, revision: 2 }
  assert.deepEqual(edited.json(), drafted)
  assert.equal((await w.ask('tom', 'POST', `${w.at}/approval`, { ...drafted, side: 'agency' })).statusCode, 403)
  await w.ask('aicha', 'POST', `${w.at}/approval`, { ...drafted, side: 'agency' })
  const signed = await w.ask('sarah', 'POST', `${w.at}/approval`, { ...drafted, side: 'brand' })
  assert.deepEqual(signed.json(), { number: 1, inForce: true })

  const page = await w.ask('tom', 'GET', `${w.at}/versions/1/charter.html?language=fr`)
  assert.equal(page.statusCode, 200)
  assert.match(String(page.headers['content-type']), /text\/html/)
  assert.match(String(page.headers['content-security-policy']), /^default-src 'none'; style-src 'sha256-/)
  for (const said of ['Version 1', 'Sarah Duval', 'Aïcha Morel', 'Roses Express', '&#60;b&#62;à tous'])
    assert.ok(page.body.includes(said), said)
  const pdf = await w.ask('tom', 'GET', `${w.at}/versions/1/charter.pdf?language=en`)
  assert.equal(pdf.headers['content-type'], 'application/pdf')
  assert.match(String(pdf.headers['content-disposition']), /attachment; filename="charter-1-en.pdf"/)
  assert.ok(pdf.rawPayload.subarray(0, 5).equals(Buffer.from('%PDF-')))
})

test('a version that is not there, a number that is none, and another brand all look the same', async () => {
  await using w = await world()
  await w.ask('sarah', 'POST', w.at, { language: 'en' })
  for (const number of ['2', '0', '-1', '1e3', '99999999999', 'x'])
    for (const file of ['charter.html', 'charter.pdf'])
      assert.equal((await w.ask('sarah', 'GET', `${w.at}/versions/${number}/${file}`)).statusCode, 404, number)
  const other = await makeWorkspace(w.site.desk.db, 'Voiles de Nantes')
  const theirs = `/api/w/${other.workspaceId}/charter`
  assert.equal((await w.ask('sarah', 'GET', theirs)).statusCode, 404)
  const cookie = await w.site.cookieOf(other.members.maud)
  const answer = await w.site.ask({ url: `${theirs}/versions/1/charter.pdf`, cookie })
  assert.equal(answer.statusCode, 404)
})

test('a charter with what no charter may hold is refused by the name of the field', async () => {
  await using w = await world()
  await w.ask('sarah', 'POST', w.at, { language: 'fr' })
  const { draft } = (await w.ask('sarah', 'GET', w.at)).json()
  const spoilt: [string, object][] = [
    ['charter.moderationCauses.0', { moderationCauses: ['criticism'] }],
    ['charter.rulesOff', { rulesOff: ['G1'] }],
    ['charter.week', { week: [] }],
    ['charter.waiting.escalateAt', { waiting: { ...draft.charter.waiting, escalateAt: 1 } }],
    ['charter.mission', { mission: ' ' }],
  ]
  for (const [field, change] of spoilt) {
    const body = { number: 1, revision: 1, charter: { ...draft.charter, ...change } }
    const answer = await w.ask('sarah', 'PUT', w.at, body)
    assert.equal(answer.statusCode, 400, field)
    assert.ok(answer.json().data.fields.includes(field), `${field}: ${answer.body}`)
  }
  const elsewhere = { ...draft.charter.networks[0], connector: 'carrier' }
  const body = { number: 1, revision: 1, charter: { ...draft.charter, networks: [elsewhere] } }
  assert.equal((await w.ask('sarah', 'PUT', w.at, body)).json().refused, 'unknown-connector')
})
