import type { Page } from 'playwright-core'

export interface Stop {
  /** How a screen reader would call it, more or less. */
  name: string
  /** Whether one sees that the focus is there. */
  shown: boolean
}

// Run in the page, which alone knows its styles: text, since these tests are compiled without the types of a browser.
const whereIsFocus = `(() => {
  const it = document.activeElement
  if (it === null || it === document.body) return null
  const around = it.closest('label, .box, .search-box') ?? it
  const styles = [it, around].map((element) => getComputedStyle(element))
  const shown = styles.some((style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none')
  const name = it.getAttribute('aria-label') ?? it.labels?.[0]?.innerText ?? it.innerText ?? it.tagName
  return { name: name.trim().replace(/\\s+/g, ' ').slice(0, 80) || it.tagName, shown }
})()`

/** Where the keyboard is now; null when it is nowhere. */
export const focusNow = async (page: Page): Promise<Stop | null> => (await page.evaluate(whereIsFocus)) as Stop | null

const MOST = 120

/** Every place where Tab stops, from the top of the page until it has gone round. */
export const tabStops = async (page: Page): Promise<Stop[]> => {
  const stops: Stop[] = []
  await page.evaluate('document.activeElement?.blur()')
  for (let pressed = 0; pressed < MOST; pressed += 1) {
    await page.keyboard.press('Tab')
    const stop = await focusNow(page)
    if (stop === null) return stops
    stops.push(stop)
  }
  throw new Error(`Tab never leaves the page: ${stops.map((stop) => stop.name).join(' | ')}`)
}
