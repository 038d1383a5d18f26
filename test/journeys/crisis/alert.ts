import { fr as t } from '../../../src/web/crisis/words-fr.ts'
import { fr } from '../../../src/web/words/fr.ts'
import { press, reads, toast } from '../gestures.ts'
import type { Scene } from '../journey.ts'
import { pressOn, seesFocus } from '../keyboard.ts'
import type { Person } from '../person.ts'
import { letTownCalmDown, letTownSpeak } from './town.ts'

/** The alert comes to the screen by itself; she reads how unusual the moment is, and why it is grave (L3). */
export const hearTheAlert = async (scene: Scene, { page }: Person): Promise<void> => {
  const { part } = scene
  part('the town speaks, and the alert comes to the screen by itself (L3)')
  await letTownSpeak(scene)
  const banner = page.getByRole('status', { name: fr.alerts.title })
  await reads(banner, /[\d,]+ fois l’habitude d’un \p{L}+ \d+ h : \d+ messages en \d+ minutes/u)
  await reads(banner, fr.alerts.untaken)
  await letTownCalmDown(scene)

  part('she reads why (L3)')
  await pressOn(page, banner.locator('summary'))
  for (const sign of ['Volume', 'Mots', 'Qui parle', 'Étendue']) await reads(banner.locator('.gravity-signs'), sign)
  await reads(banner.locator('.gravity-signs'), /messages/)
  await seesFocus(page, 'the gauge')
}

/** Somebody has it in hand, and nobody else is told any more (L4); then one key opens the cell, and nothing is asked (C1, C4). */
export const takeItAndDeclare = async ({ part }: Scene, { page }: Person): Promise<void> => {
  part('she takes it (L4)')
  const banner = page.getByRole('status', { name: fr.alerts.title })
  await press(page, 'w', toast(page).filter({ hasText: fr.alerts.taken }))
  await reads(banner, fr.alerts.takenBy('Sarah Duval', '').split(' depuis')[0] ?? '')
  await seesFocus(page, 'W')

  part('one key declares the incident (C1, C4)')
  await press(page, 'o', page.locator('.cell-head'))
  await page.waitForURL(/\/crisis\?incident=/)
  await reads(page.locator('.cell-opened'), /^Niveau [12]/)
  await reads(page.locator('.cell-answer'), 'Les mentions montent encore')
  await reads(page.locator('.crew'), 'Sarah Duval')
  await reads(page.locator('.may-say'), t.weAreOnBy('Sarah Duval'))
  await seesFocus(page, 'O')
}
