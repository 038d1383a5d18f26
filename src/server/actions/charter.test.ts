import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Charter } from '#core/charter/charter.ts'
import { NO_CHARTER } from '#core/guard/guard-charter.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, isRefused } from '#server/desk.ts'
import { readCase } from '#server/queries/case.ts'
import { readCharter, readCharterVersion } from '#server/queries/charter.ts'
import { charterInForce } from '#server/queries/charter-in-force.ts'
import { readPromises } from '#server/queries/promises.ts'
import { testDatabase } from '#test/database.ts'
import { testDesk } from '#test/desk.ts'
import { fakeNetwork } from '#test/fake-network.ts'
import { makeAccount, makeMention } from '#test/mention.ts'
import { makeWorkspace, type Person } from '#test/workspace.ts'
import { approveCharter } from './approve-charter.ts'
import { editCharter } from './edit-charter.ts'
import { removeMember } from './remove-member.ts'
import { sendReply } from './send-reply.ts'
import { startCharter } from './start-charter.ts'
import { updateCalendar } from './update-calendar.ts'
import { updatePolicy } from './update-policy.ts'

const roles = { maud: 'admin', sarah: 'manager', julien: 'validator', aicha: 'agent', tom: 'trainee' } as const

const world = async () => {
  const db = await testDatabase()
  const desk = testDesk(db.database, [fakeNetwork().connector])
  const { workspaceId, members } = await makeWorkspace(db.database)
  const accountId = await makeAccount(desk, workspaceId)
  const mention = await makeMention(desk, workspaceId, accountId)
  desk.pass(60_000)
  const as = (person: Person): Actor => ({ workspaceId, memberId: members[person], role: roles[person] })
  const newest = async () => {
    const { draft, inForce } = await readCharter(desk, as('aicha'))
    const version = draft ?? inForce
    assert.ok(version !== null)
    return version
  }
  const seen = async () => {
    const { number, revision } = await newest()
    return { number, revision }
  }
  const edit = async (change: Partial<Charter>, person: Person = 'sarah') =>
    editCharter(desk, as(person), { ...(await seen()), charter: { ...(await newest()).charter, ...change } })
  const approve = async (person: Person, side: 'brand' | 'agency') =>
    approveCharter(desk, as(person), { ...(await seen()), side })
  const inForce = () => inWorkspace(desk.db, workspaceId, charterInForce)
  const events = async () =>
    inWorkspace(desk.db, workspaceId, async (trx) =>
      (await trx.selectFrom('events').select(['name', 'data']).orderBy('id').execute()).filter(
        (e) => !/^(case|message)\./.test(e.name),
      ),
    )
  const world = { desk, workspaceId, accountId, mention, as, newest, seen, edit, approve, inForce, events }
  return { ...world, [Symbol.asyncDispose]: () => db.close() }
}

const codeOf = (answer: unknown): string | null => (isRefused(answer) ? answer.refused : null)

test('a charter starts ready to sign, and nothing holds before both sides have signed', async () => {
  await using w = await world()
  assert.deepEqual((await w.inForce()).guard, NO_CHARTER)
  assert.deepEqual(await startCharter(w.desk, w.as('sarah'), { language: 'fr' }), { number: 1, revision: 1 })
  assert.equal(codeOf(await startCharter(w.desk, w.as('maud'), { language: 'en' })), 'charter-started')
  const { charter } = await w.newest()
  assert.match(charter.mission, /Fleurs du Port/)
  assert.deepEqual(
    charter.networks.map(({ connector, calendar }) => [connector, calendar]),
    [['fake', 'business']],
  )
  assert.deepEqual(await w.approve('aicha', 'agency'), { number: 1, inForce: false })
  assert.deepEqual((await w.inForce()).guard, NO_CHARTER)
  assert.deepEqual(await w.approve('sarah', 'brand'), { number: 1, inForce: true })
  assert.equal((await w.inForce()).guard.signature, 'required')
  assert.deepEqual(
    (await w.events()).map(({ name }) => name),
    ['charter.started', 'charter.approved', 'charter.approved', 'charter.came-into-force'],
  )
})

test('two hands sign, one of which may bind the brand', async () => {
  await using w = await world()
  await startCharter(w.desk, w.as('sarah'), { language: 'fr' })
  assert.equal(codeOf(await w.approve('aicha', 'agency')), null)
  assert.equal(codeOf(await w.approve('aicha', 'brand')), 'other-hand-needed')
  assert.equal(codeOf(await w.approve('julien', 'agency')), 'side-approved')
  assert.equal(codeOf(await w.approve('julien', 'brand')), 'manager-needed')
  assert.equal(codeOf(await w.approve('maud', 'brand')), null)
  assert.equal(codeOf(await w.approve('sarah', 'brand')), 'charter-in-force')
})

test('a signature of someone who has left brings nothing into force; the next version is signed anew', async () => {
  await using w = await world()
  await startCharter(w.desk, w.as('sarah'), { language: 'fr' })
  await w.approve('julien', 'agency')
  await removeMember(w.desk, w.as('maud'), { id: w.as('julien').memberId })
  assert.equal(codeOf(await w.approve('sarah', 'brand')), 'approver-left')
  assert.deepEqual(await w.edit({ competitors: ['Roses Express'] }), { number: 2, revision: 1 })
  await w.approve('aicha', 'agency')
  assert.deepEqual(await w.approve('sarah', 'brand'), { number: 2, inForce: true })
})

test('two managers who sign the same side at once: one does, and the other is told', async () => {
  await using w = await world()
  await startCharter(w.desk, w.as('sarah'), { language: 'fr' })
  const answers = await Promise.all([w.approve('sarah', 'brand'), w.approve('maud', 'brand')])
  assert.deepEqual(answers.map(codeOf).toSorted(), [null, 'side-approved'].toSorted())
  assert.equal((await w.newest()).approvals.length, 1)
})

test('what one has not read cannot be signed, nor changed', async () => {
  await using w = await world()
  await startCharter(w.desk, w.as('sarah'), { language: 'fr' })
  const read = await w.seen()
  await w.edit({ mission: 'Répondre à tous, et vite.' })
  assert.equal(codeOf(await approveCharter(w.desk, w.as('maud'), { ...read, side: 'brand' })), 'charter-moved-on')
  const stale = { ...read, charter: (await w.newest()).charter }
  assert.equal(codeOf(await editCharter(w.desk, w.as('maud'), stale)), 'charter-moved-on')
})

test('an edit after a signature opens the next version, and the signature stays where it was given', async () => {
  await using w = await world()
  await startCharter(w.desk, w.as('sarah'), { language: 'fr' })
  await w.approve('aicha', 'agency')
  assert.deepEqual(await w.edit({ competitors: ['Roses Express'] }), { number: 2, revision: 1 })
  assert.deepEqual((await w.newest()).approvals, [])
  const first = await readCharterVersion(w.desk, w.as('tom'), { number: 1 })
  assert.ok(!isRefused(first))
  assert.deepEqual([first.approvals.map(({ by }) => by.name), first.charter.competitors], [['Aïcha Morel'], []])
})

test('a charter that contradicts itself is signed by nobody', async () => {
  await using w = await world()
  await startCharter(w.desk, w.as('sarah'), { language: 'fr' })
  await w.edit({ goodwill: { allowed: true, capCents: 0, perYearCents: 0 } })
  const answer = await w.approve('sarah', 'brand')
  assert.ok(isRefused(answer))
  assert.deepEqual([answer.refused, answer.data], ['charter-contradicts', { codes: ['gesture-without-cap'] }])
})

test('promises and hours come from the charter, and are then changed nowhere else', async () => {
  await using w = await world()
  await startCharter(w.desk, w.as('sarah'), { language: 'fr' })
  const day = [{ from: '08:00', to: '20:00' }]
  const week = [day, day, day, day, day, day, []]
  const networks = [
    { connector: 'fake', expectedPerWeek: 40, firstReplyMinutes: 60, nextReplyMinutes: 90, calendar: 'business' },
  ] as const
  await w.edit({ week, networks })
  await w.approve('aicha', 'agency')
  await w.approve('sarah', 'brand')
  const { policies, hours } = await readPromises(w.desk, w.as('aicha'))
  assert.deepEqual(
    policies.map((p) => [p.firstReplyMinutes, p.nextReplyMinutes, p.calendar]),
    [[60, 90, 'business']],
  )
  assert.deepEqual(hours.weekly, week)
  const promise = { firstReplyMinutes: 30, nextReplyMinutes: 30, calendar: 'always' } as const
  assert.equal(
    codeOf(await updatePolicy(w.desk, w.as('maud'), { connector: 'fake', ...promise })),
    'settled-by-charter',
  )
  const always = { ...hours, weekly: [day, day, day, day, day, day, day] }
  assert.equal(codeOf(await updateCalendar(w.desk, w.as('maud'), always)), 'settled-by-charter')
  // A closed day is a daily matter.
  assert.equal(codeOf(await updateCalendar(w.desk, w.as('maud'), { ...hours, holidays: ['2026-12-25'] })), null)
})

test('a new version replaces the old one at once, in the guard of an open case too, and the old one is kept', async () => {
  await using w = await world()
  await startCharter(w.desk, w.as('sarah'), { language: 'fr' })
  await w.approve('aicha', 'agency')
  await w.approve('sarah', 'brand')
  await w.edit({ reservedWords: [{ words: 'tulipe', instead: 'fleur', severity: 'block' }] })
  const before = await readCase(w.desk, w.as('aicha'), { id: w.mention.caseId })
  assert.ok(!isRefused(before))
  assert.ok(before.guard.charter?.reservedWords.every(({ words }) => words !== 'tulipe'))
  await w.approve('aicha', 'agency')
  await w.approve('maud', 'brand')
  const after = await readCase(w.desk, w.as('aicha'), { id: w.mention.caseId })
  assert.ok(!isRefused(after))
  assert.deepEqual(after.guard.charter?.reservedWords, [{ words: 'tulipe', instead: 'fleur', severity: 'block' }])
  const { versions, inForce, draft } = await readCharter(w.desk, w.as('tom'))
  assert.deepEqual([versions.length, inForce?.number, draft], [2, 2, null])
  const rewriting = inWorkspace(w.desk.db, w.workspaceId, (trx) =>
    sql`update charter_versions set charter = '{}' where number = 1`.execute(trx),
  )
  await assert.rejects(rewriting, /not rewritten/)
})

test('a reply that the guard holds in is counted by rule, without its words', async () => {
  await using w = await world()
  const text = 'Bonjour Noé, donnez-nous votre numéro de téléphone ici et nous vous appelons. Aïcha'
  const reply = { id: w.mention.caseId, deliveryId: w.desk.newId(), audience: 'public' as const, text }
  const answer = await sendReply(w.desk, w.as('aicha'), { ...reply, accountId: w.accountId, seenMark: '1.1.0' })
  assert.equal(codeOf(answer), 'guard-findings')
  const refused = (await w.events()).filter(({ name }) => name === 'guard.refused')
  assert.equal(refused.length, 1)
  assert.ok(!JSON.stringify(refused).includes('téléphone'))
  const { fired, kept, heldIn } = await readCharter(w.desk, w.as('sarah'))
  assert.equal(heldIn, 1)
  assert.equal(fired.find(({ rule }) => rule === 'G1')?.heldIn, 1)
  assert.deepEqual(kept, [{ connector: 'fake', perWeek: 1, missed: 0 }])
  w.desk.pass(31 * 86_400_000)
  assert.deepEqual((await readCharter(w.desk, w.as('sarah'))).fired, [])
})
