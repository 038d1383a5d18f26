import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { fr } from '../../src/web/words/fr.ts'
import { eventually } from './patience.ts'
import type { Person } from './person.ts'

/** What is read on a screen, without the spaces that typography makes narrow or unbreakable. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Waits until these words can be read there. */
export const reads = async (place: Locator, words: string | RegExp, patienceMs?: number): Promise<void> => {
  await eventually(async () => {
    const text = plain((await place.allInnerTexts()).join('\n'))
    const found = typeof words === 'string' ? text.includes(plain(words)) : words.test(text)
    assert.ok(found, `« ${words} » is not in « ${text} »`)
  }, patienceMs)
}

export const rowOf = (page: Page, name: string): Locator => page.getByRole('option').filter({ hasText: name })

/** Waits for a customer in the queue; those who came meanwhile wait under a pill. */
export const findRow = async (page: Page, name: string): Promise<Locator> => {
  const row = rowOf(page, name).first()
  await eventually(async () => {
    const pill = page.locator('.new-pill button')
    if (await pill.isVisible()) await pill.click({ timeout: 2_000 })
    await page.mouse.move(900, 5)
    if (!(await row.isVisible())) throw new Error(`${name} is not in the queue`)
  })
  return row
}

/** Opens a conversation of the queue, and takes the hand off the list: while it is there, the list keeps still. */
export const openCase = async ({ page }: Person, name: string): Promise<void> => {
  await (await findRow(page, name)).click()
  await reads(page.locator('.case-who h2'), name)
  await page.locator('.composer').waitFor()
  await page.mouse.move(900, 5)
}

/** The case that the address of the page names. */
export const caseIn = (page: Page): string => new URL(page.url()).searchParams.get('case') ?? ''

export const box = (page: Page): Locator => page.locator('.composer textarea')

/** Presses a key until it has done what it does: one that falls before its screen is ready is lost, as it is for anyone. */
export const press = (page: Page, key: string, done: Locator): Promise<void> =>
  eventually(async () => {
    if (await done.isVisible()) return
    await page.keyboard.press(key)
    await done.waitFor({ timeout: 5_000 })
  })

/** Answers with the keyboard alone: R goes to the box. */
export const write = async ({ page }: Person, words: string): Promise<void> => {
  await press(page, 'r', page.locator('.composer textarea:focus'))
  await box(page).fill(words)
}

/** The words that the guard has underlined, as they stand, with how severely. */
export const underlined = (page: Page): Promise<string[]> => page.locator('.mirror mark').allTextContents()

export const sendButton = (page: Page): Locator =>
  page.getByRole('button', { name: fr.composer.send.public, exact: true })

/** Sends with the keyboard, and sees the reply being held: it can be taken back. */
export const send = async (page: Page): Promise<void> => {
  // The page itself watches from before the key on: on a slow machine the moment would pass unseen.
  const held = page.locator('.delivery.held').waitFor()
  await page.keyboard.press('Control+Enter')
  await held
}

/** Goes to a screen by its two keys, G and its letter. Both must fall within a second, which a machine under load may miss. */
export const goTo = (page: Page, letter: string, address: RegExp): Promise<void> =>
  eventually(async () => {
    await page.keyboard.press('g')
    await page.keyboard.press(letter)
    await page.waitForURL(address, { timeout: 5_000 })
  })

/** The last thing done, as the desk says it. */
export const toast = (page: Page): Locator => page.locator('.toast')

/** What the conversation shows, message by message. */
export const thread = (page: Page): Locator => page.locator('.thread article')

/** Chooses in a list that is asked, by typing and Enter. */
export const choose = async (page: Page, title: string, words: string): Promise<void> => {
  const dialog = page.getByRole('dialog', { name: title })
  await dialog.locator('input').fill(words)
  await dialog.getByRole('menuitem').or(dialog.getByRole('option')).filter({ hasText: words }).first().click()
}
