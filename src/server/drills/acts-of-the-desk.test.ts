import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drill } from '#connectors/drill/index.ts'
import { askDepartment } from '#server/actions/ask-department.ts'
import { askRemoval } from '#server/actions/ask-removal.ts'
import { changeDrill } from '#server/actions/change-drill.ts'
import { confirmRemoval } from '#server/actions/confirm-removal.ts'
import { declareIncident } from '#server/actions/declare-incident.ts'
import { importOrders } from '#server/actions/import-orders.ts'
import { moveOutreach, readOutreachWords } from '#server/actions/move-outreach.ts'
import { orderInject } from '#server/actions/order-inject.ts'
import { prepareOutreach } from '#server/actions/prepare-outreach.ts'
import { tickOutreaches } from '#server/actions/tick-outreaches.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor } from '#server/desk.ts'
import { readDebrief } from '#server/queries/debrief.ts'
import { readDrill } from '#server/queries/drill.ts'
import { readDrillConsole } from '#server/queries/drill-console.ts'
import { testDatabase } from '#test/database.ts'
import { testDesk } from '#test/desk.ts'
import { answer, beginDrillFor, casesIn, makeHands, SHORT_STORY } from '#test/drill-story.ts'
import { eventually } from '#test/journeys/patience.ts'
import { allowed } from '#test/waiting-reply.ts'
import { makeWorkspace } from '#test/workspace.ts'

const COMPRESSION = 20
/** Seconds of the desk in so many minutes of the story. */
const story = (minutes: number) => (minutes * 60) / COMPRESSION

const begin = async (database: Parameters<typeof testDesk>[0], scenario: { id: string } | { text: string }) => {
  const desk = testDesk(database, [drill])
  const { workspaceId, members } = await makeWorkspace(database)
  const sarah: Actor = { workspaceId, memberId: members.sarah, role: 'manager' }
  const aicha: Actor = { workspaceId, memberId: members.aicha, role: 'agent' }
  const asked = { scenario, compression: COMPRESSION, player: aicha, besides: [members.julien] }
  const { player, observer, workspaceId: inside } = await beginDrillFor(desk, sarah, asked)
  const julien: Actor = { workspaceId: inside, memberId: members.julien, role: 'validator' }
  return { desk, player, observer, julien, hands: makeHands(desk) }
}

const scoreOf = async (here: Awaited<ReturnType<typeof begin>>, code: string) => {
  const debrief = allowed(await readDebrief(here.desk, here.player))
  const found = debrief.codes.find((one) => one.code === code)
  return { score: found?.score ?? null, moments: found?.moments ?? [] }
}

/** The story follows the desk’s log as far as every transaction has ended: it hears of a deed soon, not at once. */
const heard = async ({ desk, observer, hands }: Awaited<ReturnType<typeof begin>>, kind: string, times = 1) =>
  eventually(async () => {
    await hands.second()
    const { deeds } = allowed(await readDrillConsole(desk, observer))
    assert.equal(deeds.filter((one) => one.kind === kind).length, times, `${kind} in ${deeds.map((one) => one.kind)}`)
    return deeds
  })

/** The department’s file is taken from the drill’s screen and told to everybody on it, as on any day. */
const tellThose = async (here: Awaited<ReturnType<typeof begin>>, incidentId: string, template: string) => {
  const { desk, player, julien } = here
  const [word] = allowed(await readDrill(desk, player)).words.filter(({ list }) => list !== null)
  assert.ok(word?.list)
  const content = Buffer.from(word.list.text).toString('base64')
  const { accepted } = allowed(await importOrders(desk, player, { id: incidentId, name: 'liste.csv', content }))
  const asked = { language: 'fr', subject: 'Panne', template, withWriters: false, fact: null, perMinute: 10 } as const
  const { id, sendable } = allowed(await prepareOutreach(desk, player, { id: incidentId, ...asked }))
  assert.deepEqual([accepted, sendable], [word.list.people, word.list.people])
  allowed(await moveOutreach(desk, player, { id, step: 'ask' }))
  allowed(await readOutreachWords(desk, julien, { id, verdict: 'approve' }))
  await tickOutreaches(desk)
}

test('whoever is told by an outreach before they write has nothing to complain about, and it counts (C2)', async () => {
  await using db = await testDatabase()
  const here = await begin(db.database, { id: 'operators-outage' })
  const { desk, player, observer, hands } = here
  await hands.pass(story(9))
  const { id: incidentId } = allowed(await declareIncident(desk, player, { title: 'Panne', level: 2 }))
  const [first] = await casesIn(desk, player)
  assert.ok(first)
  const dueAt = desk.now() + 3_600_000
  const question = 'Quels clients prioritaires sont touchés ?'
  allowed(await askDepartment(desk, player, { id: first.id, department: 'Entreprises', question, dueAt }))
  await heard(here, 'ask')
  await hands.pass(story(10))
  const answered = await inWorkspace(desk.db, player.workspaceId, (trx) =>
    trx.selectFrom('case_questions').select('answer').executeTakeFirstOrThrow(),
  )
  assert.match(answered.answer ?? '', /fichier.*« Exercices »/)

  await tellThose(here, incidentId, 'Bonjour, des cartes multi-réseaux vous attendent à la boutique d’Arras. Aïcha')
  await hands.pass(story(2))
  await heard(here, 'decide')
  const deeds = await heard(here, 'contact', 2)
  const told = deeds.filter(({ kind }) => kind === 'contact')
  assert.deepEqual(told.map(({ person, by }) => [person, by?.name]).toSorted(), [
    ['Dr Ludivine Perrot', 'Aïcha Morel'],
    ['Taxis de l’Artois', 'Aïcha Morel'],
  ])
  const kinds = deeds.map(({ kind }) => kind).toSorted()
  assert.deepEqual(kinds, ['ask', 'cell', 'contact', 'contact', 'decide', 'pause', 'submit', 'take'])

  await hands.pass(story(110), story(10))
  const written = await inWorkspace(desk.db, player.workspaceId, (trx) =>
    trx
      .selectFrom('messages as m')
      .innerJoin('authors as a', 'a.id', 'm.author_id')
      .select('m.text')
      .where('a.external_id', 'in', ['clinic', 'taxis'])
      .where('m.direction', '=', 'in')
      .execute(),
  )
  assert.ok(written.length > 0)
  assert.ok(
    written.every(({ text }) => /prévenus/i.test(text)),
    JSON.stringify(written),
  )
  allowed(await changeDrill(desk, observer, { to: 'stop' }))
  const { score, moments } = await scoreOf(here, 'C2')
  assert.equal(score, 100)
  assert.ok(moments.some(({ quote }) => quote?.includes('multi-réseaux')))
  await hands.stop()
})

test('somebody whom no private message reaches is reached where they write in private themselves (P2)', async () => {
  await using db = await testDatabase()
  const shut = JSON.parse(SHORT_STORY)
  for (const person of shut.people) person.door = 'not-mutual'
  const here = await begin(db.database, { text: JSON.stringify(shut) })
  const { desk, player, observer, hands } = here
  await hands.pass(story(4))
  allowed(await orderInject(desk, observer, { by: 'noe', audience: 'private', text: 'Je vous écris ici, alors.' }))
  await hands.pass(story(2))
  const kase = (await casesIn(desk, player)).find(({ person, audience }) => person === 'noe' && audience === 'private')
  assert.ok(kase)
  allowed(
    await answer(desk, player, kase.id, 'Merci Noé, je regarde et je vous réponds à midi. Aïcha', {
      audience: 'private',
    }),
  )
  await hands.pass(story(2))
  const [told] = (await heard(here, 'reply')).filter(({ kind }) => kind === 'reply')
  assert.equal(told?.person, 'Noé Faure')
  await hands.stop()
})

test('criticism that two people have hidden is missed and shown around (D1)', async () => {
  await using db = await testDatabase()
  const here = await begin(db.database, { text: SHORT_STORY })
  const { desk, player, observer, julien, hands } = here
  await hands.pass(story(4))
  const said = await inWorkspace(desk.db, player.workspaceId, (trx) =>
    trx.selectFrom('messages').select('id').where('text', 'like', '%enterrement%').executeTakeFirstOrThrow(),
  )
  const asked = await askRemoval(desk, player, {
    id: said.id,
    cause: 'spam',
    reason: 'Il répète partout la même chose.',
  })
  assert.equal(allowed(await confirmRemoval(desk, julien, allowed(asked))).state, 'hidden')
  await heard(here, 'hide')
  await hands.pass(story(8))
  const shown = await inWorkspace(desk.db, player.workspaceId, (trx) =>
    trx.selectFrom('messages').select('attachments').where('direction', '=', 'in').execute(),
  )
  assert.ok(shown.some(({ attachments }) => JSON.stringify(attachments).includes('enterrement')))
  const [hidden] = (await heard(here, 'hide')).filter(({ kind }) => kind === 'hide')
  assert.deepEqual([hidden?.by?.name, hidden?.person], ['Aïcha Morel', 'Noé Faure'])
  allowed(await changeDrill(desk, observer, { to: 'stop' }))
  const { score, moments } = await scoreOf(here, 'D1')
  assert.ok(score !== null && score <= 25)
  assert.match(moments[0]?.quote ?? '', /enterrement/)
  await hands.stop()
})
