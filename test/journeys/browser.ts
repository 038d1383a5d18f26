import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** True, or what is missing: what `requires` takes. */
export const chromiumReady = (): true | string =>
  existsSync(CHROMIUM) ||
  `it is not at ${CHROMIUM} (Debian: apt-get install chromium; elsewhere set CHROMIUM to its path)`

/** The Chromium of the system, which speaks to nobody but to the pages it is shown. */
export const openBrowser = (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  })
