import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import type { Locator, Page } from 'playwright-core'
import { focusNow } from './accessibility/tab-stops.ts'
import { eventually } from './patience.ts'

/** So many presses of Tab are the most that anybody makes for one thing. */
const MOST = 90

/** The keyboard is somewhere, and one sees where, or at the top of a page that has just opened: asked after each thing that was done. */
export const seesFocus = (page: Page, after: string): Promise<void> =>
  eventually(async () => {
    const focus = await focusNow(page)
    assert.ok(focus, `after « ${after} » the keyboard is nowhere`)
    if ((await page.locator('#main:focus').count()) > 0) return
    assert.ok(focus.shown, `after « ${after} » nobody sees that the keyboard is at « ${focus.name} »`)
  })

/** Goes there with Tab alone, and sees where it is at the end. */
export const tabTo = async (page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  await target.waitFor()
  const there = target.and(page.locator(':focus'))
  for (let pressed = 0; pressed <= MOST; pressed += 1) {
    if ((await there.count()) > 0) return seesFocus(page, `${pressed} × ${key}`)
    await page.keyboard.press(key)
  }
  throw new Error(`${MOST} × ${key} do not lead to ${String(target)}`)
}

/** A button, a link or a summary, reached with Tab and pressed with Enter. */
export const pressOn = async (page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  await tabTo(page, target, key)
  await page.keyboard.press('Enter')
}

/** Types into a field in the place of what stood there. */
export const typeInto = async (page: Page, field: Locator, words: string): Promise<void> => {
  await tabTo(page, field)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(words)
  await eventually(async () => assert.equal(await field.inputValue(), words))
}

/** A list of the browser forgets after a second what was typed, which a machine under load may take for two letters. */
const FORGETS_MS = 1_200

/** Chooses in the browser’s own list by typing the beginning of a line. */
export const chooseIn = async (page: Page, list: Locator, words: string): Promise<void> => {
  await tabTo(page, list)
  await eventually(async () => {
    await page.keyboard.type(words)
    const chosen = await list.locator('option:checked').innerText()
    if (chosen.startsWith(words)) return
    await pause(FORGETS_MS)
    assert.fail(`« ${chosen} » is chosen instead of « ${words} »`)
  })
}

/** Finds one line in the list of a dialog by typing, and takes it with Enter. */
export const pickByTyping = async (page: Page, title: string, words: string): Promise<void> => {
  const dialog = page.getByRole('dialog', { name: title })
  await dialog.getByRole('combobox').and(page.locator(':focus')).waitFor()
  await page.keyboard.type(words)
  await dialog.getByRole('option', { selected: true }).filter({ hasText: words }).waitFor()
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
}

/** Goes down the queue with J until this customer is open. */
export const walkTo = async (page: Page, name: string): Promise<void> => {
  await page.locator('.queue .row').first().waitFor()
  const who = page.locator('.case-who h2')
  for (let pressed = 0; pressed < MOST; pressed += 1) {
    if ((await who.count()) > 0 && (await who.innerText()).includes(name))
      return void (await page.locator('.composer').waitFor())
    const before = page.url()
    await eventually(async () => {
      if (page.url() === before) await page.keyboard.press('j')
      await page.waitForURL((url) => url.href !== before, { timeout: 5_000 })
    })
    await who.waitFor()
  }
  throw new Error(`J does not lead to ${name}`)
}
