import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { onTheWall } from '#core/scheduled/wall-moment.ts'
import { DAY_MS } from '#core/time.ts'
import { fr as t } from '../../../src/web/scheduled/words-fr.ts'
import { fr as s } from '../../../src/web/statements/words-fr.ts'
import { goTo, reads, toast } from '../gestures.ts'
import type { Scene } from '../journey.ts'
import { pressOn, seesFocus, tabTo, typeInto } from '../keyboard.ts'
import { eventually } from '../patience.ts'
import type { Person } from '../person.ts'
import { letItsHourCome } from './town.ts'

/** Fine on the day that it is written; with a broken-down truck it is not. */
export const PEONIES = 'Profitez des pivoines au marché : notre camion bleu vous attend. Sarah'

/** A day or an hour in the browser's own field, by its keys, in whichever of these ways its language reads them. */
const typeMoment = async (page: Page, field: Locator, ways: readonly string[], value: string): Promise<void> => {
  await tabTo(page, field)
  for (const keys of ways) {
    for (let part = 0; part < 3; part += 1) await page.keyboard.press('ArrowLeft')
    await page.keyboard.type(keys)
    if ((await field.inputValue()) === value) return
  }
  throw new Error(`${value} cannot be typed into ${String(field)}`)
}

const dayWays = (day: string): string[] => {
  const [year, month, date] = day.split('-')
  return [`${date}${month}${year}`, `${month}${date}${year}`]
}

const hourWays = (hour: string): string[] => {
  const [hours = '', minutes = ''] = hour.split(':')
  const twelve = String(Number(hours) % 12 || 12).padStart(2, '0')
  return [`${hours}${minutes}`, `${twelve}${minutes}${Number(hours) < 12 ? 'AM' : 'PM'}`]
}

/** Words for tomorrow, planned on an ordinary day, that Julien is asked to read (W1, V1). */
export const planForTomorrow = async ({ part }: Scene, { page }: Person): Promise<void> => {
  part('words are planned for tomorrow (W1)')
  await goTo(page, 'p', /\/statements/)
  await pressOn(page, page.getByRole('link', { name: s.publishOne }))
  await tabTo(page, page.getByLabel(t.when.label))
  await page.keyboard.press('ArrowDown')
  const { day, hour } = onTheWall('Europe/Paris', Date.now() + DAY_MS)
  await typeMoment(page, page.getByLabel(t.when.day), dayWays(day), day)
  await typeMoment(page, page.getByLabel(t.when.hour), hourWays(hour), hour)
  await typeInto(page, page.getByLabel(s.write.common), PEONIES)
  await reads(page.locator('.account-texts'), s.write.clear)

  part('the page that is opened again has them as they were left, and the guard reads them anew (W1)')
  await page.reload()
  await reads(page.locator('.statement-writing'), /Votre texte inachevé/)
  await reads(page.locator('.account-texts'), s.write.clear)
  await reads(page.locator('.when-fields'), /Part demain à/)
  await eventually(async () => assert.ok(await page.getByRole('button', { name: t.when.ask(1) }).isEnabled()))
  await page.keyboard.press('Control+Enter')
  await reads(toast(page), /^Départ demain à/)
  await seesFocus(page, t.when.ask(1))
  await goTo(page, 'i', /\/inbox/)
}

/** The cell suspends them and says what they have come to touch; their hour comes, and they stay (C3). */
export const seeItSuspended = async (scene: Scene, { page }: Person): Promise<void> => {
  scene.part('what is planned is suspended, and has become unfortunate (C3)')
  const planned = page.locator('.scheduled-post').filter({ hasText: PEONIES })
  await reads(page.locator('.cell-grid'), t.cellPaused(1))
  await reads(planned, t.pausedBy('Camion en panne'))
  await reads(planned.locator('.flags'), t.touches('Camion en panne', true))
  await reads(planned.locator('.flags'), t.kinds.title(t.quoted('camion')))
  await reads(planned.locator('.flags'), t.kinds.cheerful(t.quoted('Profitez')))
  await letItsHourCome(scene)
  await reads(planned, t.pausedBy('Camion en panne'))
}

/** After the close nothing leaves late by surprise: she reads what they touch, lets them go, and the guard reads them once more (W1, C3). */
export const letItGo = async ({ part }: Scene, { page }: Person): Promise<void> => {
  part('what its hour has left behind asks, and leaves by her word (W1, C3)')
  await goTo(page, 'p', /\/statements/)
  const planned = page.locator('.scheduled-post').filter({ hasText: PEONIES })
  await reads(planned, t.whys['incident-over'])
  await reads(planned.locator('.flags'), t.touches('Camion en panne', false))
  await pressOn(page, planned.getByRole('button', { name: t.letGo }))
  await reads(toast(page), t.gone)
  await seesFocus(page, t.letGo)
  await reads(page.locator('.statements > li').filter({ hasText: PEONIES }), s.said(''))
}
