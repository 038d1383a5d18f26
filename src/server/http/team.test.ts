import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { openTestSite } from '#test/site.ts'
import { makeWorkspace, type Person } from '#test/workspace.ts'

const open = async () => {
  const db = await testDatabase()
  const site = await openTestSite(db.database)
  const { workspaceId, members } = await makeWorkspace(db.database)
  const ask = async (as: Person, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object) => {
    const cookie = await site.cookieOf(members[as])
    const answer = await site.ask({ method, url: `/api/w/${workspaceId}${path}`, cookie, ...(body && { body }) })
    return { status: answer.statusCode, said: answer.json() }
  }
  const close = async () => {
    await site[Symbol.asyncDispose]()
    await db.close()
  }
  return { members, ask, [Symbol.asyncDispose]: close }
}

test('a manager plans, everybody sees who is there, and each says their own absence', async () => {
  await using w = await open()
  const hours = {
    memberId: w.members.aicha,
    duty: 'answer',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    from: '00:00',
    to: '24:00',
  }
  assert.equal((await w.ask('aicha', 'POST', '/shifts', hours)).status, 403)
  assert.equal((await w.ask('sarah', 'POST', '/shifts', hours)).status, 200)
  const trainee = { ...hours, memberId: w.members.tom }
  assert.deepEqual((await w.ask('sarah', 'POST', '/shifts', trainee)).said.refused, 'duty-not-theirs')
  assert.equal((await w.ask('sarah', 'POST', '/shifts', { ...hours, from: '9:00' })).status, 400)
  assert.equal((await w.ask('sarah', 'POST', '/shifts', { ...hours, weekdays: [8] })).status, 400)

  const { said } = await w.ask('tom', 'GET', '/rota')
  const answering = said.duties.find(({ duty }: { duty: string }) => duty === 'answer')
  assert.deepEqual(answering.now, [{ memberId: w.members.aicha, insteadOf: null }])
  assert.equal(said.days.length, 7)

  const away = { memberId: w.members.aicha, fromDay: said.today, untilDay: said.today, standInId: null }
  assert.equal((await w.ask('tom', 'POST', '/absences', away)).said.refused, 'absence-not-yours')
  assert.equal((await w.ask('aicha', 'POST', '/absences', away)).status, 200)
  const later = (await w.ask('tom', 'GET', `/rota?day=${said.today}`)).said
  assert.deepEqual(later.duties.find(({ duty }: { duty: string }) => duty === 'answer').now, [])
  const [absence] = later.absences
  assert.equal((await w.ask('aicha', 'PUT', `/absences/${absence.id}/end`, {})).status, 200)
  assert.equal((await w.ask('sarah', 'DELETE', `/shifts/${said.shifts[0].id}`)).status, 200)
})

test('a day that does not exist shows this week; how cases are shared out is a manager’s to say', async () => {
  await using w = await open()
  assert.equal((await w.ask('tom', 'GET', '/rota?day=2026-02-30')).status, 200)
  assert.equal((await w.ask('tom', 'GET', '/rota?day=yesterday')).status, 400)
  const rule = { words: ['facture'], connector: null, accountId: null, language: null }
  const billing = { kind: 'skill', skill: 'facturation' }
  const routing = {
    ...{ gives: true, mostOpen: 10, hands: [], skills: ['facturation'] },
    rules: [{ ...rule, to: billing }],
  }
  assert.equal((await w.ask('aicha', 'PUT', '/routing', routing)).status, 403)
  assert.equal((await w.ask('sarah', 'PUT', '/routing', { ...routing, mostOpen: 0 })).status, 400)
  const everything = { ...routing, rules: [{ ...rule, words: [], to: billing }] }
  assert.equal((await w.ask('sarah', 'PUT', '/routing', everything)).status, 400, 'a rule without a condition')
  assert.equal((await w.ask('sarah', 'PUT', '/routing', routing)).status, 200)
  assert.deepEqual((await w.ask('aicha', 'GET', '/routing')).said, routing)
})
