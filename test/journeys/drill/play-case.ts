import assert from 'node:assert/strict'
import { builtInScenarios } from '#core/drill/scenarios/index.ts'
import { fr as t } from '../../../src/web/drill/words-fr.ts'
import { fr } from '../../../src/web/words/fr.ts'
import { plain, reads } from '../gestures.ts'
import { carryOut } from './deeds.ts'
import type { Play } from './play.ts'
import { addressIn, type Seat } from './seat.ts'
import { reach } from './story-clock.ts'

/** Plays a drill to its end, beat by beat. */
export const playThrough = async (seat: Seat, { beats }: Play): Promise<void> => {
  const { desk, workspaceId, one } = seat
  for (const { at, deeds } of beats) {
    await reach(desk.database, workspaceId, at)
    for (const deed of deeds) await carryOut(seat, deed)
  }
  const lasts = builtInScenarios.find(({ id }) => id === one.scenario)?.lasts ?? 0
  await reach(desk.database, workspaceId, lasts)
}

/** What the page says of a rule. */
const told = (seat: Seat, code: string) =>
  seat.trainee.page.locator('.drill-scores article').filter({ has: seat.trainee.page.getByText(`${code}, `) })

/** Reads the debrief in the page; gives its marks out of 100. */
export const readDebrief = async (seat: Seat, { tells }: Play, outcome: keyof typeof t.outcomes): Promise<number> => {
  const { page } = seat.trainee
  await page.goto(addressIn(seat, 'drill'))
  await page.locator('.drill-scores article').first().waitFor()
  await reads(page.locator('.page-answer'), t.outcomes[outcome])
  await reads(page.locator('.drill-band'), fr.exercise.over)
  for (const [code, says] of tells) await reads(told(seat, code), says)
  const said = plain(await page.locator('.page-answer').innerText())
  const [, total] = /^(\d+) sur 100/.exec(said) ?? []
  assert.ok(total, said)
  return Number(total)
}
