import assert from 'node:assert/strict'
import { fr as drill } from '../../../src/web/drill/words-fr.ts'
import { fr as outreach } from '../../../src/web/outreach/words-fr.ts'
import { fr as statements } from '../../../src/web/statements/words-fr.ts'
import { fr } from '../../../src/web/words/fr.ts'
import { box, press, reads, sendButton, thread, toast, underlined } from '../gestures.ts'
import { eventually } from '../patience.ts'
import { addressIn, type Seat } from './seat.ts'

/** Opens a case by its address, as a link to it does. */
export const openAt = async (seat: Seat, caseId: string): Promise<void> => {
  const { page } = seat.trainee
  await page.goto(addressIn(seat, `inbox?queue=all&case=${caseId}`))
  await page.locator('.composer textarea').waitFor()
}

/** Types at the keyboard, letter by letter, where the answer goes. */
const typeAnswer = async ({ trainee: { page } }: Seat, text: string): Promise<void> => {
  await press(page, 'r', page.locator('.composer textarea:focus'))
  await box(page).fill('')
  await page.keyboard.type(text)
  await eventually(async () => assert.equal(await box(page).inputValue(), text))
}

/** Types an answer and gives it to the desk: it is held for the undo, or waits for a reader. */
export const typeAndSend = async (seat: Seat, caseId: string, text: string, asks = false): Promise<void> => {
  const { page } = seat.trainee
  await openAt(seat, caseId)
  await typeAnswer(seat, text)
  const given = page.locator('.delivery.held').or(page.locator('.delivery.waiting')).first().waitFor()
  await page.keyboard.press(asks ? 'Escape' : 'Control+Enter')
  if (asks) await page.keyboard.press('v')
  await given
}

/** Types what the guard holds in: the words are underlined, and the button stays shut. */
export const typeInVain = async (seat: Seat, caseId: string, text: string, held: string): Promise<void> => {
  const { page } = seat.trainee
  await openAt(seat, caseId)
  await typeAnswer(seat, text)
  await eventually(async () => {
    const words = (await underlined(page)).join(' ')
    assert.ok(words.includes(held), `« ${held} » is not underlined in « ${words} »`)
  })
  await reads(page.locator('.composer-foot'), fr.composer.blocked)
  assert.ok(await sendButton(page).isDisabled())
  await box(page).fill('')
}

const writeStatement = async (seat: Seat, text: string): Promise<void> => {
  const { page } = seat.trainee
  await page.goto(addressIn(seat, `statements/write${seat.incident === null ? '' : `?incident=${seat.incident}`}`))
  const words = page.getByLabel(statements.write.common)
  // What was typed in vain before is kept by the server and stands there still.
  await words.fill('')
  await words.click()
  await page.keyboard.type(text)
}

/** Types a statement and asks for its reading: nothing leaves before. */
export const stateToAll = async (seat: Seat, text: string): Promise<void> => {
  const { page } = seat.trainee
  await writeStatement(seat, text)
  await page.getByRole('button', { name: statements.write.ask(1) }).click()
  await reads(toast(page), statements.write.asked)
}

export const stateInVain = async (seat: Seat, text: string): Promise<void> => {
  const { page } = seat.trainee
  await writeStatement(seat, text)
  await reads(page.locator('.statement-writing'), statements.write.keptIn)
  assert.ok(await page.getByRole('button', { name: statements.write.ask(1) }).isDisabled())
}

/** The department’s file, from the drill’s screen into the cell, and a message to those whom it names. */
export const tellFirst = async (seat: Seat, text: string): Promise<void> => {
  const { page } = seat.trainee
  await page.goto(addressIn(seat, 'drill'))
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: drill.takeList(2) }).click()
  const file = await (await downloading).path()
  await page.goto(addressIn(seat, `incidents/${seat.incident}/outreach`))
  await page.getByLabel(outreach.file, { exact: true }).setInputFiles(file)
  await page.getByRole('button', { name: outreach.import, exact: true }).click()
  await reads(page.locator('.imports'), outreach.imported(2, 0))
  await page.getByLabel(outreach.words, { exact: true }).fill('')
  await page.getByLabel(outreach.words, { exact: true }).click()
  await page.keyboard.type(text)
  await page.getByRole('button', { name: outreach.prepare, exact: true }).click()
  await page.locator('.outreach-people li').nth(1).waitFor()
  await page.getByRole('button', { name: outreach.ask, exact: true }).click()
  await reads(page.locator('.page-answer'), outreach.answer.asked(2, 1))
}

/** What somebody says now, as it stands in their thread. */
export const see = async (seat: Seat, caseId: string, says: RegExp): Promise<void> => {
  await openAt(seat, caseId)
  await reads(thread(seat.trainee.page), says)
}
