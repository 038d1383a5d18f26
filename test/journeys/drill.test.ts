import assert from 'node:assert/strict'
import { fr as t } from '../../src/web/drill/words-fr.ts'
import { fr } from '../../src/web/words/fr.ts'
import { airlineWeekend } from './drill/cases/airline-weekend.ts'
import { operatorsOutage } from './drill/cases/operators-outage.ts'
import { productSafety } from './drill/cases/product-safety.ts'
import { undeliveredBouquet } from './drill/cases/undelivered-bouquet.ts'
import { wrongAccount } from './drill/cases/wrong-account.ts'
import { playOwnScenario } from './drill/own-scenario.ts'
import type { Case, Play } from './drill/play.ts'
import { playThrough, readDebrief } from './drill/play-case.ts'
import type { Seat } from './drill/seat.ts'
import { letTimeBeSkipped } from './drill/story-clock.ts'
import { press, reads } from './gestures.ts'
import { journey, type Scene } from './journey.ts'
import { enterAsColleague, enterAsSarah } from './morning.ts'
import { emailOf, PASSWORD, type Person } from './person.ts'

const CASES = [undeliveredBouquet, operatorsOutage, wrongAccount, airlineWeekend, productSafety]
const SEED = 'un samedi'
/** Slow beside what is skipped: how fast this machine is changes nothing. */
const COMPRESSION = 5

const workspaceIn = ({ page }: Person): string => /\/w\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''

/** Julien reads what a second person must read; no screen of his is needed. */
const bringJulien = async ({ seat }: Scene, sarah: Person): Promise<Person> => {
  const { url } = await sarah.call.inviteMember({ email: emailOf('Julien Tessier'), role: 'validator' })
  const julien = await seat('Julien Tessier')
  await julien.call.acceptInvitation({ token: url.split('#')[1] ?? '', name: julien.name, password: PASSWORD })
  return julien
}

/** From the palette to a drill by the keyboard alone: who answers and who looks on is chosen in its form. */
const startByKeyboard = async (sarah: Person, others: readonly Person[]): Promise<string> => {
  const { page } = sarah
  await press(page, 'Control+k', page.locator('.sheet-search'))
  await page.keyboard.type('exercices')
  await reads(page.locator('.pick').first(), fr.commands.names.goDrill)
  await page.keyboard.press('Enter')
  await reads(page.locator('.page-answer'), t.hallNone)
  await page.getByLabel(t.compression).focus()
  // ×20, ×10, ×5.
  for (const _ of [10, COMPRESSION]) await page.keyboard.press('ArrowUp')
  await reads(page.locator('.drill-about'), `divisés par ${COMPRESSION}`)
  for (const { name } of [sarah, ...others]) {
    await page.getByLabel(t.partOf(name)).focus()
    await page.keyboard.type(name === sarah.name ? 'o' : 'r')
  }
  await page.getByLabel(t.seed).focus()
  await page.keyboard.type(SEED)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/drill$/)
  await reads(page.locator('.drill-band'), fr.exercise.band)
  await reads(page.locator('.page-answer'), 'L’exercice est en cours')
  return workspaceIn(sarah)
}

/** The same by the desk’s API. */
const start = async (sarah: Person, brandId: string, one: Case, others: readonly Person[]): Promise<string> => {
  const { members } = await sarah.callIn(brandId).listMembers()
  const trainees = members.flatMap(({ id, name }) => (others.some((other) => other.name === name) ? [id] : []))
  const { member } = await sarah.call.readSession()
  const asked = { scenario: { id: one.scenario }, compression: COMPRESSION, seed: SEED }
  return (await sarah.callIn(brandId).startDrill({ ...asked, trainees, observers: [member.id] })).workspaceId
}

const sit = (scene: Scene, one: Case, workspaceId: string, people: Record<'trainee' | 'julien' | 'sarah', Person>) => {
  const { trainee, julien, sarah } = people
  const as = {
    trainee: trainee.callIn(workspaceId),
    reader: julien.callIn(workspaceId),
    manager: sarah.callIn(workspaceId),
  }
  const seat: Seat = {
    desk: scene.desk,
    workspaceId,
    trainee,
    as,
    one,
    told: new Map(),
    refunds: new Set(),
    incident: null,
  }
  return seat
}

/** What whoever looks on sees of it: the moods, the words that were said, and the marks as they fall. */
const lookOn = async ({ page }: Person): Promise<void> => {
  await reads(page.locator('.drill-moods'), /Camille Roux.* en colère/)
  await reads(page.locator('.drill-moments').first(), /G7/)
}

journey('the five cases of the trade, each played badly and then well by a trainee at the desk', {}, async (scene) => {
  const { desk, part } = scene
  const sarah = await enterAsSarah(scene)
  await letTimeBeSkipped(desk.database)
  const julien = await bringJulien(scene, sarah)
  const brandId = workspaceIn(sarah)
  const trainees = await Promise.all(CASES.map(({ trainee }) => enterAsColleague(scene, sarah, trainee)))

  const play = async (one: Case, trainee: Person, how: 'badly' | 'well', workspaceId: string): Promise<number> => {
    const seat = sit(scene, one, workspaceId, { trainee, julien, sarah })
    const script: Play = one[how]
    await playThrough(seat, script)
    return readDebrief(seat, script, how === 'badly' ? 'grew' : 'calmed')
  }

  part('a drill is started by the keyboard')
  const [early] = trainees
  assert.ok(early)
  const begun = await startByKeyboard(sarah, [early, julien])

  part('all five at once, each badly and then well; whoever looks on plays one of their own')
  await Promise.all(
    CASES.map(async (one, nth) => {
      const trainee = trainees[nth]
      assert.ok(trainee)
      const others = [trainee, julien]
      const first = nth === 0 ? begun : await start(sarah, brandId, one, others)
      const [badly] = await Promise.all([play(one, trainee, 'badly', first), nth === 0 && lookOn(sarah)])
      const again = await start(sarah, brandId, one, others)
      const [well] = await Promise.all([
        play(one, trainee, 'well', again),
        nth === 0 && playOwnScenario(sarah, `${desk.url}/w/${brandId}/drill`),
      ])
      assert.ok(well >= one.well.least, `${one.scenario}: ${well} out of 100`)
      assert.ok(well > badly + 30, `${one.scenario}: ${well} after ${badly}`)
      await reads(trainee.page.locator('.drill-debrief'), `contre ${badly} la dernière fois`)
    }),
  )
})
