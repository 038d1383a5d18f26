import assert from 'node:assert/strict'
import { fr as a } from '../../../src/web/approvals/words/fr.ts'
import { fr as t } from '../../../src/web/crisis/words-fr.ts'
import { fr as s } from '../../../src/web/statements/words-fr.ts'
import { goTo, press, reads, toast } from '../gestures.ts'
import type { Scene } from '../journey.ts'
import { chooseIn, pressOn, seesFocus, typeInto } from '../keyboard.ts'
import { eventually } from '../patience.ts'
import type { Person } from '../person.ts'
import { FACT } from './cell.ts'

const UPDATE = `${FACT} Nous nous en occupons, et chaque client touché recevra un message de notre part. Sarah`
const TOO_MUCH = `${FACT} Nous nous en occupons. Tous les clients ont été remboursés. Sarah`

/** Eleven texts for a day like this, in one press. */
export const prepareStatements = async ({ part }: Scene, { page }: Person): Promise<void> => {
  part('texts are prepared (C4)')
  await goTo(page, 'p', /\/statements/)
  await pressOn(page, page.getByRole('button', { name: s.libraryStart }))
  await reads(toast(page), s.libraryStarted)
  await seesFocus(page, s.libraryStart)
  await goTo(page, 'u', /\/crisis/)
}

/** The first word to everybody: begun from a prepared text, held in while it claims what nobody confirmed, then read by somebody else (C1, C3, G4, V1). */
export const writeTheFirstUpdate = async ({ part }: Scene, { page }: Person): Promise<void> => {
  part('the first public update, from a prepared text (C1)')
  await press(page, 'u', page.locator('.statement-writing'))
  await reads(page.locator('.statement-about'), s.write.held('Sarah Duval'))
  await chooseIn(page, page.getByLabel(s.write.from), `${s.moments.taken} : Quelqu’un`)
  const words = page.getByLabel(s.write.common)
  await eventually(async () => assert.match(await words.inputValue(), /Je m’appelle Sarah/))

  part('a claim that nobody confirmed is held in (G4)')
  await typeInto(page, words, TOO_MUCH)
  await reads(page.locator('.statement-writing'), s.write.keptIn)
  await reads(page.locator('.statement-findings'), 'G4')
  const ask = page.getByRole('button', { name: s.write.ask(1) })
  assert.equal(await ask.isEnabled(), false)

  part('without it, it goes to be read (C3, V1)')
  await typeInto(page, words, UPDATE)
  await reads(page.locator('.account-texts'), s.write.clear)
  // The guard may have said so of the words before the last key.
  await eventually(async () => assert.ok(await ask.isEnabled()))
  await page.keyboard.press('Control+Enter')
  await reads(toast(page), s.write.asked)
  await page.waitForURL(/\/crisis/)
  await reads(page.locator('.cell-statements'), s.waits('Sarah Duval'))
  await seesFocus(page, s.write.ask(1))
}

/** Julien reads it and lets it go, at his own keyboard (V1). */
export const approveIt = async ({ part }: Scene, { page }: Person, words = FACT, done = a.approved): Promise<void> => {
  part('Julien reads it and lets it go (V1)')
  await goTo(page, 'v', /\/approvals/)
  await reads(page.locator('.request-words'), words)
  const approve = page.getByRole('button', { name: a.approve, exact: false })
  await eventually(async () => assert.ok(await approve.first().isEnabled()))
  await press(page, 'a', toast(page).filter({ hasText: done }))
  await seesFocus(page, a.approve)
}

/** It stands on the network, and was read there again a minute later (C3, D2). */
export const readItBack = async ({ part }: Scene, { page }: Person): Promise<void> => {
  part('it stands on the network, and is read back (C3, D2)')
  const mine = page.locator('.cell-statements .statement-post')
  await reads(mine, FACT)
  await reads(mine, /Relu en ligne/)
  await reads(page.locator('.cell-clocks'), t.untilNext)
  await reads(page.locator('.criteria'), `${t.criteria['public-told']} : ${t.met}`)
}
