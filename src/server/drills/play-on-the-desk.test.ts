import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { drill } from '#connectors/drill/index.ts'
import { builtInScenarios } from '#core/drill/scenarios/index.ts'
import { changeDrill } from '#server/actions/change-drill.ts'
import { noteDrill } from '#server/actions/note-drill.ts'
import { orderInject } from '#server/actions/order-inject.ts'
import { startDrill } from '#server/actions/start-drill.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, isRefused } from '#server/desk.ts'
import { brandsAtWork } from '#server/jobs/each-brand.ts'
import { readDebrief } from '#server/queries/debrief.ts'
import { readDrill } from '#server/queries/drill.ts'
import { readDrillConsole } from '#server/queries/drill-console.ts'
import { readDrills } from '#server/queries/drills.ts'
import { testDatabase } from '#test/database.ts'
import { testDesk } from '#test/desk.ts'
import { silent, type Team } from '#test/drill/play.ts'
import { good } from '#test/drill/teams/undelivered-bouquet.ts'
import { beginDrillFor, casesIn, makeHands, SHORT_STORY } from '#test/drill-story.ts'
import { playTeam } from '#test/drill-team.ts'
import { makeWorkspace } from '#test/workspace.ts'

const COMPRESSION = 60

const openBrand = async (database: Parameters<typeof testDesk>[0]) => {
  const desk = testDesk(database, [drill])
  const { workspaceId, members } = await makeWorkspace(database)
  const brand: Actor = { workspaceId, memberId: members.sarah, role: 'manager' }
  const player: Actor = { workspaceId, memberId: members.aicha, role: 'agent' }
  return { desk, brand, player, members }
}

type Brand = Awaited<ReturnType<typeof openBrand>>

const play = async ({ desk, brand, player, members }: Brand, team: Team, stepMinutes: number) => {
  const scenario = builtInScenarios.find(({ id }) => id === 'undelivered-bouquet')
  assert.ok(scenario)
  const asked = {
    scenario: { id: scenario.id },
    compression: COMPRESSION,
    player,
    besides: [members.julien],
    seed: 'a',
  }
  const here = await beginDrillFor(desk, brand, asked)
  const reader: Actor = { workspaceId: here.workspaceId, memberId: members.julien, role: 'validator' }
  const seat = { desk, hands: makeHands(desk), player: here.player, reader, scenario, compression: COMPRESSION }
  await playTeam(seat, team, stepMinutes)
  const debrief = await readDebrief(desk, here.observer)
  assert.ok(!isRefused(debrief), JSON.stringify(debrief))
  const scoreOf = (code: string) => debrief.codes.find((one) => one.code === code)?.score ?? null
  const moments = debrief.codes.flatMap((one) => one.moments)
  return { debrief, scoreOf, moments, most: Math.max(...debrief.pulses.map(({ volume }) => volume)) }
}

describe('a drill, played by the verbs of the desk', () => {
  test('the undelivered bouquet grows under silence and calms under good work, and the debrief tells them apart rule by rule', async () => {
    await using db = await testDatabase()
    const here = await openBrand(db.database)
    const { desk, brand } = here
    const badly = await play(here, silent, 40)
    assert.equal(badly.debrief.outcome, 'grew')
    assert.ok(badly.debrief.total < 30, `${badly.debrief.total}`)
    assert.equal(badly.scoreOf('A1'), 0)

    const well = await play(here, good, 8)
    assert.equal(well.debrief.outcome, 'calmed')
    assert.ok(well.debrief.total >= 85, `${well.debrief.total}`)
    assert.ok(well.most < badly.most / 1.5, `${well.most} against ${badly.most} mentions at most`)
    for (const code of ['C1', 'C4', 'D1', 'G3', 'G4', 'G7', 'P1', 'T3']) assert.equal(well.scoreOf(code), 100, code)
    assert.ok(
      well.moments.some(({ caseId, quote }) => caseId !== null && quote !== null),
      'moments can be read again where they were said',
    )
    assert.equal(well.debrief.earlier.length, 1)
    assert.equal(well.debrief.codes.find(({ code }) => code === 'A1')?.trend, 'better')
    const { drills } = await readDrills(desk, brand)
    assert.deepEqual(
      drills.map(({ state, total }) => [state, total]),
      [well, badly].map(({ debrief }) => ['over', debrief.total]),
    )
  })

  test('every situation that comes with the desk begins, and its people are owed an answer at the story’s hour', async () => {
    await using db = await testDatabase()
    const { desk, brand, player } = await openBrand(db.database)
    for (const { id, promise } of builtInScenarios) {
      const here = await beginDrillFor(desk, brand, { scenario: { id }, compression: 20, player })
      const hands = makeHands(desk)
      await hands.pass(90)
      await hands.stop()
      const owed = (await casesIn(desk, here.player)).filter(({ due_at }) => due_at !== null)
      assert.ok(owed.length > 0, `${id}: nobody has written after half an hour`)
      const shortest = Math.min(...owed.map((one) => (one.due_at?.getTime() ?? 0) - one.opened_at.getTime()))
      assert.ok(shortest <= (Math.ceil(promise / 20) + 1) * 60_000, `${id}: ${shortest}`)
      assert.deepEqual(await changeDrill(desk, here.observer, { to: 'stop' }), { done: true })
    }
    assert.deepEqual(
      await brandsAtWork(desk),
      [{ id: brand.workspaceId, drillOf: null }],
      'a story that is over asks for no work',
    )
  })
})

describe('running a drill', () => {
  test('observers see what is to come and change it, whoever answers does not; a pause stops the story', async () => {
    await using db = await testDatabase()
    const { desk, brand, player } = await openBrand(db.database)
    const here = await beginDrillFor(desk, brand, { scenario: { text: SHORT_STORY }, compression: 10, player })
    const hands = makeHands(desk)
    await hands.pass(12)

    for (const refused of [
      await readDrillConsole(desk, here.player),
      await noteDrill(desk, here.player, { text: 'Moi aussi' }),
      await orderInject(desk, here.player, { inject: 'late' }),
      await changeDrill(desk, here.player, { to: 'stop' }),
    ])
      assert.deepEqual(refused, { refused: 'drill-observers-only' })

    const before = await readDrillConsole(desk, here.observer)
    assert.ok(!isRefused(before))
    assert.ok(before.upcoming.some(({ id }) => id === 'late'))
    assert.deepEqual(await orderInject(desk, here.observer, { inject: 'late' }), { done: true })
    const words = { by: 'camille', text: 'Je suis devant la boutique.', audience: 'public' } as const
    assert.deepEqual(await orderInject(desk, here.observer, words), { done: true })
    assert.deepEqual(await noteDrill(desk, here.observer, { text: 'Bon réflexe.' }), { done: true })
    await hands.pass(12)
    const said = await inWorkspace(desk.db, here.workspaceId, (trx) =>
      trx.selectFrom('messages').select('text').where('direction', '=', 'in').execute(),
    )
    assert.ok(said.some(({ text }) => text === words.text))
    assert.ok(said.some(({ text }) => text.includes('personne ne rappelle')))
    assert.deepEqual(await orderInject(desk, here.observer, { inject: 'late' }), { refused: 'inject-past' })

    assert.deepEqual(await changeDrill(desk, here.observer, { to: 'pause' }), { done: true })
    const stood = await readDrill(desk, here.player)
    await hands.pass(600)
    const still = await readDrill(desk, here.player)
    assert.ok(!isRefused(stood) && !isRefused(still))
    assert.deepEqual([still.state, still.minute], ['paused', stood.minute])
    assert.deepEqual(await changeDrill(desk, here.observer, { to: 'resume' }), { done: true })
    await hands.pass(6)
    const on = await readDrill(desk, here.player)
    assert.ok(!isRefused(on))
    assert.deepEqual([on.state, on.minute], ['running', stood.minute + 1])
    assert.ok(on.words.some(({ says }) => says.fr === 'Le camion est en panne.') || on.minute < 6)

    assert.deepEqual(await changeDrill(desk, here.observer, { to: 'stop' }), { done: true })
    const debrief = await readDebrief(desk, here.player)
    assert.ok(!isRefused(debrief))
    assert.deepEqual(
      debrief.notes.map(({ text }) => text),
      ['Bon réflexe.'],
    )
    await hands.stop()
  })

  test('what cannot be played is refused with what to mend, and nothing is made of it', async () => {
    await using db = await testDatabase()
    const { desk, brand, members } = await openBrand(db.database)
    const asked = { compression: 20, trainees: [members.aicha], observers: [] }
    const broken = await startDrill(desk, brand, { ...asked, scenario: { text: '{ "format": "vigie-drill/1",\n }' } })
    assert.ok(isRefused(broken) && broken.refused === 'scenario-faults')
    assert.match(JSON.stringify(broken.data), /"line":2/)
    const unknown = await startDrill(desk, brand, { ...asked, scenario: { id: 'nowhere' } })
    assert.equal(isRefused(unknown) && unknown.refused, 'no-such-scenario')
    const nobody = await startDrill(desk, brand, { ...asked, trainees: [], scenario: { text: SHORT_STORY } })
    assert.equal(isRefused(nobody) && nobody.refused, 'drill-without-trainee')
    const stranger = { ...asked, trainees: [crypto.randomUUID()], scenario: { text: SHORT_STORY } }
    const strange = await startDrill(desk, brand, stranger)
    assert.equal(isRefused(strange) && strange.refused, 'not-a-member')
    assert.deepEqual((await readDrills(desk, brand)).drills, [])
  })
})
