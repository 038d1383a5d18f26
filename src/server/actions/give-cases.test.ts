import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AuthorProfile } from '#core/mention.ts'
import { changeCase } from '#server/cases/change-case.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, isRefused } from '#server/desk.ts'
import { readCaseFile } from '#server/queries/case-file.ts'
import { readRouting } from '#server/queries/routing.ts'
import { listening, people } from '#test/listening.ts'
import type { Person } from '#test/workspace.ts'
import { assignCase } from './assign-case.ts'
import { openDepartment } from './change-department.ts'
import { changeRouting } from './change-routing.ts'
import { closeDepartment } from './close-department.ts'
import { giveCases } from './give-cases.ts'
import { recordAbsence } from './record-absence.ts'
import { setShift } from './set-shift.ts'

const roles = { maud: 'admin', sarah: 'manager', julien: 'validator', aicha: 'agent', tom: 'trainee' } as const

/** Monday 2 March 2026, 10 h in Paris; Aïcha and Julien answer all day. */
const world = async () => {
  const w = await listening()
  const as = (person: Person): Actor => ({
    ...{ workspaceId: w.workspaceId, memberId: w.members[person], role: roles[person] },
  })
  for (const person of ['aicha', 'julien'] as const)
    await setShift(w.desk, as('sarah'), {
      ...{ memberId: w.members[person], duty: 'answer', weekdays: [1], from: '08:00', to: '20:00' },
    })
  type Routing = Parameters<typeof changeRouting>[2]
  type Takes = Omit<Routing['hands'][number], 'skills'> & { skills?: string[] }
  const route = (hands: Takes[] = [], mostOpen = 30, more: Partial<Routing> = {}) =>
    changeRouting(w.desk, as('sarah'), {
      ...{ gives: true, mostOpen, skills: [], rules: [], ...more },
      hands: hands.map((hand) => ({ skills: [], ...hand })),
    })
  const owners = async () =>
    (await w.rows('cases')).toSorted((a, b) => a.number - b.number).map(({ owner_id }) => owner_id)
  const assigned = async () =>
    (await w.rows('events'))
      .filter(({ name }) => name === 'case.assigned')
      .map(({ data, member_id }) => ({ data, member_id }))
  /** One after the other, a minute apart. */
  const say = async (lines: readonly (readonly [AuthorProfile, string])[]) => {
    for (const [author, text] of lines) {
      await w.hand([w.says(author, `m-${author.handle}`, text)])
      await w.read()
      w.desk.pass(60_000)
    }
  }
  return { w, as, route, owners, assigned, say, [Symbol.asyncDispose]: () => w[Symbol.asyncDispose]() }
}

test('nothing is given until a manager says so; then whoever has the fewest, each time with the reason, and they are told', async () => {
  await using world_ = await world()
  const { w, route, owners, assigned, say } = world_
  await say([
    [people.camille, 'Bonjour, mon colis n’est pas arrivé, pouvez-vous m’aider ?'],
    [people.noe, 'Bonjour, et le mien ?'],
    [people.lucas, 'Bonjour, moi aussi je l’attends.'],
  ])
  assert.equal(await giveCases(w.desk), 0)
  await route()
  assert.equal(await giveCases(w.desk), 3)
  const [first, second, third] = await owners()
  assert.deepEqual(new Set([first, second]), new Set([w.members.aicha, w.members.julien]))
  assert.equal(third, first)
  assert.deepEqual(
    (await assigned()).map(({ data, member_id }) => [member_id, data.because]),
    [
      [null, { kind: 'least-open', open: 0, among: 2 }],
      [null, { kind: 'least-open', open: 0, among: 2 }],
      [null, { kind: 'least-open', open: 1, among: 2 }],
    ],
  )
  assert.deepEqual(
    (await w.rows('notifications')).map(({ kind }) => kind),
    ['case-given', 'case-given', 'case-given'],
  )
  assert.equal(await giveCases(w.desk), 0)
})

test('by language; nobody over the limit; what a member puts back is not given again', async () => {
  await using world_ = await world()
  const { w, as, route, owners, say } = world_
  const takes = (person: Person, language: 'fr' | 'en') => ({
    ...{ memberId: w.members[person], languages: [language], accountIds: [] },
  })
  await route([takes('aicha', 'fr'), takes('julien', 'en')], 1)
  await say([
    [people.camille, 'Bonjour, mon colis n’est pas arrivé, pouvez-vous m’aider ?'],
    [people.noe, 'Hello, where is my parcel? I have been waiting for it.'],
    [people.lucas, 'Bonjour, vous êtes ouverts le dimanche ?'],
  ])
  assert.equal(await giveCases(w.desk), 2)
  assert.deepEqual(await owners(), [w.members.aicha, w.members.julien, null])
  const [kase] = (await w.rows('cases')).filter(({ owner_id }) => owner_id === w.members.aicha)
  assert.ok(kase !== undefined)
  await changeCase(w.desk, as('aicha'), kase.id, { kind: 'unassign' })
  assert.equal(await giveCases(w.desk), 1)
  assert.deepEqual(await owners(), [null, w.members.julien, w.members.aicha])
})

test('the same contact for the same person, and their stand-in while they are away (T2)', async () => {
  await using world_ = await world()
  const { w, as, route, assigned } = world_
  await w.hand([w.says(people.camille, 'm-1', 'Bonjour, mon colis n’est pas arrivé.')])
  await w.read()
  const [old] = await w.rows('cases')
  assert.ok(old !== undefined)
  await assignCase(w.desk, as('sarah'), { id: old.id, memberId: w.members.julien })
  await inWorkspace(w.desk.db, w.workspaceId, (trx) =>
    trx
      .insertInto('deliveries')
      .values({
        ...{ id: w.desk.newId(), workspace_id: w.workspaceId, account_id: w.accountId, case_id: old.id },
        ...{ conversation_id: old.conversation_id, member_id: w.members.julien, audience: 'public', state: 'sent' },
        ...{ text: 'Bonjour Camille', content_hash: Buffer.alloc(32), guard: '{}', external_id: 'sent-1' },
        ...{ queued_at: new Date(w.desk.now()), ready_at: new Date(w.desk.now()) },
        ...{ sent_at: new Date(w.desk.now()), finished_at: new Date(w.desk.now()) },
      })
      .execute(),
  )
  const lastAt = w.desk.now()
  await route([{ memberId: w.members.julien, languages: ['en'], accountIds: [] }])
  await w.hand([w.says(people.camille, 'm-2', 'Bonjour, autre chose.', { conversationKey: 'another' })])
  await w.read()
  assert.equal(await giveCases(w.desk), 1)
  await recordAbsence(w.desk, as('julien'), {
    ...{ memberId: w.members.julien, fromDay: '2026-03-02', untilDay: '2026-03-02', standInId: w.members.sarah },
  })
  await w.hand([w.says(people.camille, 'm-3', 'Bonjour, encore autre chose.', { conversationKey: 'a third' })])
  await w.read()
  assert.equal(await giveCases(w.desk), 1)
  assert.deepEqual(
    (await assigned()).slice(1).map(({ data }) => [data.ownerId, data.because]),
    [
      [w.members.julien, { kind: 'knows-them', lastAt }],
      [w.members.sarah, { kind: 'stands-in', forId: w.members.julien, lastAt }],
    ],
  )
})

test('the setting names people and accounts of this brand alone, and is read as it was written', async () => {
  await using world_ = await world()
  const { w, as, route } = world_
  const refused = async (answer: Promise<unknown>) => {
    const said = await answer
    return isRefused(said) ? said.refused : null
  }
  assert.equal(await refused(route([{ memberId: w.desk.newId(), languages: [], accountIds: [] }])), 'not-a-member')
  const hand = { memberId: w.members.aicha, languages: ['fr' as const], accountIds: [w.accountId] }
  assert.equal(await refused(route([{ ...hand, accountIds: [w.desk.newId()] }])), 'no-such-account')
  assert.deepEqual(await readRouting(w.desk, as('tom')), {
    ...{ gives: false, mostOpen: 30, hands: [], skills: [], rules: [] },
  })
  await route([hand], 12)
  assert.deepEqual(await readRouting(w.desk, as('tom')), {
    ...{ gives: true, mostOpen: 12, hands: [{ ...hand, skills: [] }], skills: [], rules: [] },
  })
})

test('what touches the words of a rule goes to whoever knows it, or to a department; the case keeps why, and its file shows it', async () => {
  await using world_ = await world()
  const { w, as, route, owners, assigned, say } = world_
  const opened = await openDepartment(w.desk, as('sarah'), {
    ...{ name: 'Atelier', reach: 'Poste 12', headId: w.members.aicha, people: [], promiseMinutes: 60 },
  })
  assert.ok(!isRefused(opened))
  const set = { connector: null, accountId: null, language: null }
  const billing = { kind: 'skill', skill: 'facturation' } as const
  const workshop = { kind: 'department', departmentId: opened.id } as const
  const hands = [{ memberId: w.members.julien, languages: [], accountIds: [], skills: ['facturation'] }]
  const rules = [
    { ...set, words: ['facture'], to: billing },
    { ...set, words: ['bouquet'], to: workshop },
  ]
  const unknown = await route(hands, 30, { rules })
  assert.deepEqual(unknown, { refused: 'no-such-skill' })
  assert.deepEqual(await route(hands, 30, { skills: ['facturation'], rules }), { done: true })
  await say([
    [people.camille, 'Bonjour, je ne comprends pas mes factures, pouvez-vous m’aider ?'],
    [people.noe, 'Bonjour, la facture encore, et le montant ?'],
    [people.lucas, 'Bonjour, le bouquet est fané.'],
  ])
  assert.equal(await giveCases(w.desk), 3)
  assert.deepEqual(await owners(), [w.members.julien, w.members.julien, w.members.aicha])
  const skill = { to: billing, word: 'facture', met: true }
  assert.deepEqual(
    (await assigned()).map(({ data }) => data.because),
    [
      { kind: 'least-open', open: 0, among: 1, rule: skill },
      { kind: 'least-open', open: 1, among: 1, rule: skill },
      {
        kind: 'least-open',
        open: 0,
        among: 1,
        rule: { to: { ...workshop, name: 'Atelier' }, word: 'bouquet', met: true },
      },
    ],
  )
  const [first] = (await w.rows('cases')).toSorted((a, b) => a.number - b.number)
  assert.ok(first !== undefined)
  const file = async () => {
    const read = await readCaseFile(w.desk, as('aicha'), { id: first.id })
    assert.ok(!isRefused(read))
    return read.given
  }
  assert.deepEqual((await file())?.ownerId, w.members.julien)
  await assignCase(w.desk, as('sarah'), { id: first.id, memberId: w.members.aicha, takeOver: true })
  assert.equal(await file(), null, 'a colleague gave it since')
  await closeDepartment(w.desk, as('sarah'), { id: opened.id })
  const kept = await readRouting(w.desk, as('sarah'))
  assert.ok(!isRefused(kept))
  assert.deepEqual(
    kept.rules.map(({ to }) => to),
    [billing],
  )
})
