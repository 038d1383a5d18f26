import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { type Client, createClient } from '#contract/client.ts'
import { contract, type DeskContract } from '#contract/index.ts'
import { fr } from '../../src/web/words/fr.ts'
import type { Desk } from './desk.ts'
import { PATIENCE_MS } from './patience.ts'

/** Somebody at a browser of their own, and everything that went wrong there. */
export interface Person extends AsyncDisposable {
  name: string
  page: Page
  /** The desk's own API, with the session of this browser. */
  call: Client<DeskContract>
  /** The same, in a brand or a drill that the page does not show. */
  callIn(workspaceId: string): Client<DeskContract>
  faults: string[]
}

export interface Look {
  width?: number
  height?: number
  language?: 'fr' | 'en'
  colours?: 'light' | 'dark'
}

const optionsFor = ({
  width = 1440,
  height = 900,
  language = 'fr',
  colours = 'light',
}: Look): BrowserContextOptions => ({
  viewport: { width, height },
  locale: language === 'fr' ? 'fr-FR' : 'en-GB',
  timezoneId: 'Europe/Paris',
  colorScheme: colours,
  reducedMotion: 'reduce',
  // A finger's screen is a phone's.
  ...(width < 600 && { hasTouch: true }),
})

/** The desk refuses with 4xx as a matter of course, and the browser notes each of them; nothing else may be noted. */
const isRefusal = (text: string, url: string, desk: Desk): boolean =>
  /^Failed to load resource: the server responded with a status of 4\d\d/.test(text) &&
  url.startsWith(`${desk.url}/api/`)

/** Errors, anything that the page's policy had to stop, and any word to another host than the desk. */
const watch = (page: Page, desk: Desk, faults: string[]): void => {
  page.on('pageerror', (error) => faults.push(`error in the page: ${error.stack ?? error.message}`))
  page.on('crash', () => faults.push('the page crashed'))
  page.on('console', (message) => {
    const { url } = message.location()
    if (message.type() === 'error' && !isRefusal(message.text(), url, desk)) faults.push(`console: ${message.text()}`)
  })
  page.on('dialog', (dialog) => {
    faults.push(`a dialog of the browser: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!/^(data|blob|about):/.test(url) && !url.startsWith(`${desk.url}/`)) faults.push(`a request elsewhere: ${url}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} from ${response.url()}`)
  })
}

const workspaceIn = (page: Page): string => /\/w\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''

/** Opens a browser window for somebody; `look` says what screen they have. */
export const openWindow = async (browser: Browser, desk: Desk, name: string, look: Look = {}): Promise<Person> => {
  const context = await browser.newContext(optionsFor(look))
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const faults: string[] = []
  watch(page, desk, faults)
  const send = async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const answer = await context.request.fetch(`${desk.url}${String(url)}`, {
      method: init.method ?? 'GET',
      headers: { ...(init.headers as Record<string, string>), origin: desk.url },
      ...(init.body == null ? {} : { data: String(init.body) }),
    })
    return new Response(new Uint8Array(await answer.body()), { status: answer.status() })
  }
  return {
    name,
    page,
    faults,
    call: createClient<DeskContract>(contract, () => workspaceIn(page), send),
    callIn: (workspaceId) => createClient<DeskContract>(contract, () => workspaceId, send),
    [Symbol.asyncDispose]: () => context.close(),
  }
}

export const emailOf = (name: string): string =>
  `${name
    .normalize('NFD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase()}@fleursduport.example`
export const PASSWORD = 'un bouquet de pivoines'

/** Enters through the door, as every morning. */
export const signIn = async ({ page, name }: Person, desk: Desk): Promise<void> => {
  await page.goto(desk.url)
  await page.getByLabel(fr.entry.email).fill(emailOf(name))
  await page.getByLabel(fr.entry.password).fill(PASSWORD)
  await page.getByRole('button', { name: fr.entry.enter, exact: true }).click()
  await page.waitForURL(/\/inbox/)
}
