import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { makeDeliverer } from '#server/jobs/deliver.ts'
import { testDatabase } from '#test/database.ts'
import { fakeNetwork } from '#test/fake-network.ts'
import { makeAccount, makeMention } from '#test/mention.ts'
import { openTestSite } from '#test/site.ts'
import { makeWorkspace, type Person } from '#test/workspace.ts'

const FIRST = 'Bonjour Noé, désolé ! Écrivez-nous en message privé, je regarde votre commande. Tom'
const SECOND =
  'Bonjour Noé, je suis désolé de cette attente. Écrivez-nous en message privé, je regarde votre commande. Tom'
const EDITED = SECOND.replace('je regarde', 'nous regardons')

const open = async () => {
  const db = await testDatabase()
  const network = fakeNetwork()
  const site = await openTestSite(db.database, { connectors: [network.connector] })
  const { workspaceId, members } = await makeWorkspace(db.database)
  const accountId = await makeAccount(site.desk, workspaceId)
  const mention = await makeMention(site.desk, workspaceId, accountId)
  const ask = async (who: Person, method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => {
    const cookie = await site.cookieOf(members[who])
    const answer = await site.ask({ method, url: `/api/w/${workspaceId}${path}`, cookie, ...(body && { body }) })
    return { status: answer.statusCode, json: answer.json() }
  }
  return {
    ...{ site, network, members, accountId, mention, ask },
    reply: (text: string) => ({ deliveryId: randomUUID(), audience: 'public', text, accountId, seenMark: '1.1.0' }),
    async [Symbol.asyncDispose]() {
      await site[Symbol.asyncDispose]()
      await db.close()
    },
  }
}

test('the trainee’s story: asked, returned with a reason, asked again, edited in place, approved, and read by the public (V1, V2, V3)', async () => {
  await using w = await open()
  const caseUrl = `/cases/${w.mention.caseId}`

  // The trainee has no way to send; the words wait under the id of the delivery that they will be.
  assert.equal((await w.ask('tom', 'POST', `${caseUrl}/replies`, w.reply(FIRST))).status, 403)
  const asked = await w.ask('tom', 'POST', `${caseUrl}/approvals`, w.reply(FIRST))
  assert.deepEqual([asked.status, asked.json.state, asked.json.reasons], [200, 'waiting', [{ kind: 'trainee' }]])
  assert.equal((await w.ask('tom', 'GET', '/approvals')).status, 403)
  assert.equal((await w.ask('aicha', 'GET', '/approvals')).status, 403)

  // The validator is told, reads why it waits, and gives it back with a reason.
  const bell = await w.ask('julien', 'GET', '/notifications')
  assert.deepEqual(
    bell.json.notifications.map((n: { kind: string }) => n.kind),
    ['approval.asked'],
  )
  const list = await w.ask('julien', 'GET', '/approvals')
  assert.deepEqual(
    list.json.approvals.map((a: { authorName: string; text: string }) => [a.authorName, a.text]),
    [['Noé Faure', FIRST]],
  )
  const id = asked.json.id
  assert.equal((await w.ask('tom', 'POST', `/approvals/${id}/return`, { reason: 'Non.' })).status, 403)
  assert.equal((await w.ask('julien', 'POST', `/approvals/${id}/return`, { reason: ' ' })).status, 400)
  assert.equal(
    (await w.ask('julien', 'POST', `/approvals/${id}/return`, { reason: 'Plus posé, sans « ! ».' })).status,
    200,
  )

  // The words are in the trainee's composer again, with the reason beside them.
  const back = await w.ask('tom', 'GET', caseUrl)
  assert.deepEqual([back.json.drafts[0].text, back.json.approvals[0].returnReason], [FIRST, 'Plus posé, sans « ! ».'])

  // Asked again; the validator changes three words and approves them.
  const again = await w.ask('tom', 'POST', `${caseUrl}/approvals`, w.reply(SECOND))
  const shown = await w.ask('julien', 'GET', `/approvals/${again.json.id}`)
  const { wording } = shown.json
  const approval = { accountId: w.accountId, wording, seenMark: '1.1.0', text: EDITED }
  const approved = await w.ask('julien', 'POST', `/approvals/${again.json.id}/approval`, approval)
  assert.deepEqual([approved.status, approved.json.status], [200, 'approved'])
  const late = await w.ask('sarah', 'POST', `/approvals/${again.json.id}/approval`, approval)
  assert.deepEqual([late.status, late.json.refused], [409, 'already-decided'])

  // It leaves under the trainee's name; the log says who did what.
  w.site.desk.pass(10_000)
  const deliverer = makeDeliverer(w.site.desk)
  while (await deliverer.round()) await deliverer.settle()
  await deliverer.settle()
  assert.deepEqual(
    w.network.posts.map((post) => post.text),
    [EDITED],
  )
  const after = await w.ask('tom', 'GET', caseUrl)
  assert.deepEqual(
    [after.json.messages.at(-1).text, after.json.messages.at(-1).member.name, after.json.approvals],
    [EDITED, 'Tom Rivière', []],
  )
  const { events } = (await w.ask('sarah', 'GET', `${caseUrl}/timeline`)).json
  assert.deepEqual(
    events
      .filter((e: { name: string }) => /^approval|delivery.(held|sent)/.test(e.name))
      .map((e: { name: string; by: { name: string } | null }) => [e.name, e.by?.name ?? null]),
    [
      ['approval.asked', 'Tom Rivière'],
      ['approval.returned', 'Julien Tessier'],
      ['approval.asked', 'Tom Rivière'],
      ['approval.approved', 'Julien Tessier'],
      ['delivery.held', 'Tom Rivière'],
      ['delivery.sent', null],
    ],
  )
})

test('what a writer asked for is withdrawn by them, and by nobody else', async () => {
  await using w = await open()
  const asked = await w.ask('tom', 'POST', `/cases/${w.mention.caseId}/approvals`, w.reply(FIRST))
  assert.equal((await w.ask('aicha', 'DELETE', `/approvals/${asked.json.id}`)).json.refused, 'not-yours')
  assert.deepEqual((await w.ask('tom', 'DELETE', `/approvals/${asked.json.id}`)).json, {
    text: FIRST,
    audience: 'public',
  })
  assert.deepEqual((await w.ask('julien', 'GET', '/approvals')).json.approvals, [])
})

test('somebody trusted may wish a second reader', async () => {
  await using w = await open()
  const asked = await w.ask('aicha', 'POST', `/cases/${w.mention.caseId}/approvals`, w.reply(SECOND))
  assert.deepEqual(asked.json.reasons, [{ kind: 'wished' }])
})
