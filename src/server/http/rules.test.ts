import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestSite } from '#test/site.ts'
import { waitingReply } from '#test/waiting-reply.ts'
import type { Person } from '#test/workspace.ts'

const SHOW = 'Bonjour Noé, notre atelier {Jardins} ouvre à 9 h. Écrivez-nous en message privé, je regarde. Aïcha'

test('over HTTP alone: a finding is contested, read by a manager with the words and the reason, and judged; a rule is switched by managers only', async () => {
  await using w = await waitingReply()
  await w.charter({})
  await using site = await openTestSite(w.desk.db, { connectors: [w.network.connector] })
  const ask = async (who: Person, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object) => {
    const cookie = await site.cookieOf(w.members[who])
    const url = `/api/w/${w.workspaceId}${path}`
    const answer = await site.ask({ method, url, cookie, ...(body && { body }) })
    return { status: answer.statusCode, json: answer.json() }
  }
  const at = { audience: 'public', text: SHOW, rule: 'A4', code: 'template-left', start: SHOW.indexOf('{') }
  const contested = await ask('aicha', 'POST', `/cases/${w.mention.caseId}/contests`, { ...at, reason: 'Son nom' })
  assert.deepEqual([contested.status, contested.json.goesToReader], [200, true])
  assert.equal((await ask('aicha', 'POST', `/cases/${w.mention.caseId}/contests`, { ...at, reason: ' ' })).status, 400)

  const view = await ask('aicha', 'GET', `/cases/${w.mention.caseId}`)
  assert.deepEqual(view.json.guard.contested, [
    { audience: 'public', rule: 'A4', code: 'template-left', words: '{Jardins}', reason: 'Son nom' },
  ])
  assert.equal((await ask('julien', 'GET', '/contests')).status, 403)
  const [one] = (await ask('sarah', 'GET', '/contests')).json.contests
  assert.deepEqual(
    [one.words, one.reason, one.by.name, one.explanation],
    ['{Jardins}', 'Son nom', 'Aïcha Morel', { code: 'template-left', params: { what: '{Jardins}' } }],
  )
  assert.equal((await ask('aicha', 'POST', `/contests/${one.id}/outcome`, { outcome: 'upheld' })).status, 403)
  assert.equal((await ask('sarah', 'POST', `/contests/${one.id}/outcome`, { outcome: 'upheld' })).status, 200)

  const reason = { reason: 'Nos noms d’ateliers' }
  assert.equal((await ask('julien', 'PUT', '/rules/A4/switch', reason)).status, 403)
  assert.equal((await ask('sarah', 'PUT', '/rules/Z9/switch', reason)).status, 400)
  assert.deepEqual((await ask('sarah', 'PUT', '/rules/G1/switch', reason)).json.refused, 'rule-kept')
  assert.equal((await ask('sarah', 'PUT', '/rules/A4/switch', reason)).status, 200)
  const { json } = await ask('tom', 'GET', '/rules')
  const line = json.rules.find(({ rule }: { rule: string }) => rule === 'A4')
  assert.deepEqual(
    [line.off.by.name, line.off.reason, line.contested, line.upheld],
    ['Sarah Duval', reason.reason, 1, 1],
  )
  assert.equal((await ask('sarah', 'DELETE', '/rules/A4/switch')).status, 200)
})
