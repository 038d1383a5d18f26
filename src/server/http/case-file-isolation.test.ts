import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inWorkspace } from '#server/db/transaction.ts'
import { testDatabase } from '#test/database.ts'
import { fakeNetwork } from '#test/fake-network.ts'
import { makeAccount, makeMention } from '#test/mention.ts'
import { ORIGIN, openTestSite, type TestSite } from '#test/site.ts'
import { makeWorkspace } from '#test/workspace.ts'

const TABLES = [
  'gestures',
  'gesture_reversals',
  'commitments',
  'case_questions',
  'fact_sources',
  'message_checks',
  'removals',
  'files',
] as const

/** A brand with one promise, one question, one system and one removal that waits. */
const fill = async (site: TestSite, name: string) => {
  const brand = await makeWorkspace(site.desk.db, name)
  const accountId = await makeAccount(site.desk, brand.workspaceId)
  const mention = await makeMention(site.desk, brand.workspaceId, accountId)
  const at = `/api/w/${brand.workspaceId}`
  const post = async (person: 'aicha' | 'maud', url: string, body: object) => {
    const cookie = await site.cookieOf(brand.members[person])
    const answer = await site.ask({ method: 'POST', url: at + url, cookie, body })
    assert.equal(answer.statusCode, 200, `${url} ${answer.body}`)
    return answer.json()
  }
  const dueAt = site.desk.now() + 3_600_000
  await post('aicha', `/cases/${mention.caseId}/commitments`, { what: 'Rappeler', dueAt })
  await post('aicha', `/cases/${mention.caseId}/questions`, { department: 'Entrepôt', question: 'Parti ?', dueAt })
  const source = await post('maud', '/fact-sources', { name: 'Boutique' })
  const removal = await post('aicha', `/messages/${mention.messageId}/removals`, { cause: 'threat', reason: 'Menace' })
  const { commitments, questions } = (
    await site.ask({ url: `${at}/cases/${mention.caseId}/file`, cookie: await site.cookieOf(brand.members.maud) })
  ).json()
  const ids = { commitmentId: commitments[0].id, questionId: questions[0].id, removalId: removal.id, source }
  const rows = () =>
    inWorkspace(site.desk.db, brand.workspaceId, async (trx) =>
      JSON.stringify(await Promise.all(TABLES.map((table) => trx.selectFrom(table).selectAll().execute()))),
    )
  return { ...brand, ...mention, ...ids, at, rows }
}

test('with the ids of another brand, nothing of its case files is read, promised, answered, removed or told', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database, { connectors: [fakeNetwork().connector] })
  const ours = await fill(site, 'Fleurs du Port')
  const theirs = await fill(site, 'Voiles de Nantes')
  const before = await theirs.rows()
  const cookie = await site.cookieOf(ours.members.maud)
  const dueAt = site.desk.now() + 3_600_000
  const tries: [method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object][] = [
    ['GET', `/cases/${theirs.caseId}/file`],
    ['GET', `/cases/${theirs.caseId}/checks`],
    ['POST', `/cases/${theirs.caseId}/gestures`, { kind: 'gift', amountCents: 1, reason: 'x', overrideReason: 'x' }],
    ['POST', `/cases/${theirs.caseId}/commitments`, { what: 'x', dueAt }],
    ['POST', `/cases/${theirs.caseId}/questions`, { department: 'x', question: 'x', dueAt }],
    ['PUT', `/commitments/${theirs.commitmentId}/outcome`, { outcome: 'kept' }],
    ['PUT', `/questions/${theirs.questionId}/answer`, { answer: 'x' }],
    ['DELETE', `/fact-sources/${theirs.source.id}`],
    ['POST', `/messages/${theirs.messageId}/checks`, {}],
    ['POST', `/messages/${theirs.messageId}/removals`, { cause: 'threat', reason: 'x' }],
    ['GET', `/removals/${theirs.removalId}/evidence`],
    ['POST', `/removals/${theirs.removalId}/confirmation`, {}],
    ['POST', `/removals/${theirs.removalId}/refusal`, { reason: 'x' }],
    ['POST', `/removals/${theirs.removalId}/withdrawal`, {}],
  ]
  for (const [method, url, body] of tries) {
    const answer = await site.ask({ method, url: ours.at + url, cookie, ...(body && { body }) })
    assert.equal(answer.statusCode, 404, `${method} ${url} ${answer.body}`)
  }
  const colleague = { department: 'x', question: 'x', dueAt, askedOf: theirs.members.aicha }
  const asked = await site.ask({
    method: 'POST',
    url: `${ours.at}/cases/${ours.caseId}/questions`,
    cookie,
    body: colleague,
  })
  assert.equal(asked.json().refused, 'not-a-member')
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(8)])
  const kept = await site.app.inject({
    ...{ method: 'POST', url: `${ours.at}/cases/${theirs.caseId}/documents`, payload: png },
    headers: { cookie, origin: ORIGIN, 'content-type': 'application/octet-stream' },
  })
  assert.equal(kept.statusCode, 404)
  const number = await inWorkspace(site.desk.db, theirs.workspaceId, (trx) =>
    trx.selectFrom('cases').select('number').executeTakeFirstOrThrow(),
  )
  const told = await site.app.inject({
    ...{ method: 'POST', url: `${ours.at}/facts`, headers: { authorization: `Bearer ${ours.source.token}` } },
    payload: { id: 'e', case: { number: number.number }, kind: 'refund', status: 'requested' },
  })
  assert.equal(told.json().refused, 'no-such-case')
  assert.equal(await theirs.rows(), before)
})
