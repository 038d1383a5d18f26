import assert from 'node:assert/strict'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { requires } from '../requires.ts'
import { chromiumReady, openBrowser } from './browser.ts'
import { type Desk, openDesk, webReady } from './desk.ts'
import { type Look, openWindow, type Person } from './person.ts'

export interface Scene {
  t: TestContext
  desk: Desk
  browser: Browser
  /** Somebody sits down at a browser; nothing is opened in it yet. */
  seat(name: string, look?: Look): Promise<Person>
  /** Says which part of the story begins, for whoever reads that it failed. */
  part(title: string): void
}

/** What they all had on screen when it went wrong, kept outside of the tree. */
const keepScreens = async (people: readonly Person[]): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-journey-failed-'))
  for (const [place, { name, page, faults }] of people.entries()) {
    const file = join(folder, `${place + 1}-${name.replaceAll(' ', '-')}`)
    await page.screenshot({ path: `${file}.png` }).catch(() => {})
    const text = await page
      .locator('body')
      .innerText({ timeout: 5_000 })
      .catch(() => 'the page does not answer')
    await writeFile(`${file}.html`, await page.content().catch(() => ''))
    await writeFile(`${file}.txt`, [page.url(), ...faults, text].join('\n\n'))
  }
  return folder
}

export interface Needs {
  /** Hosts of test servers that the desk may speak to. */
  allow?: readonly string[]
  /** Faults that the story itself brings about. */
  tolerates?: RegExp
}

/**
 * A whole story in a real browser, on a real desk. It fails when its steps do, and also when any page had an error, broke its policy or
 * spoke to another host, and when the desk logged an error.
 */
export const tell = async (
  t: TestContext,
  { allow = [], tolerates }: Needs,
  story: (scene: Scene) => Promise<void>,
): Promise<void> => {
  if (!requires('Chromium', chromiumReady(), t) || !requires('the web application', webReady(), t)) return
  await using desk = await openDesk(allow)
  await using browser = await openBrowser()
  const people: Person[] = []
  let part = 'the beginning'
  let since = performance.now()
  const turnTo = (title: string) => {
    t.diagnostic(`${part}: ${((performance.now() - since) / 1_000).toFixed(1)} s`)
    part = title
    since = performance.now()
  }
  const seat = async (name: string, look?: Look): Promise<Person> => {
    const person = await openWindow(browser, desk, name, look)
    people.push(person)
    return person
  }
  try {
    await story({ t, desk, browser, seat, part: turnTo })
    turnTo('the end')
    for (const { name, faults } of people) {
      const ours = faults.filter((fault) => tolerates === undefined || !tolerates.test(fault))
      assert.deepEqual(ours, [], `at ${name}’s screen`)
    }
    assert.deepEqual(desk.complaints(), [])
  } catch (error) {
    const folder = await keepScreens(people)
    console.error(`In « ${part} ». The screens are in ${folder}`, ...desk.complaints())
    throw error
  }
}

export const journey = (title: string, needs: Needs, story: (scene: Scene) => Promise<void>): void => {
  test(title, (t) => tell(t, needs, story))
}
