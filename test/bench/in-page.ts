/** What the benches run inside the page, as text: nothing of the browser exists on this side. */

export const twoFrames =
  'new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(painted))))'

/**
 * How long after the next key what the guard says of it is on screen, in milliseconds; for a key that makes or takes away a finding. The
 * key is pressed between the two.
 */
export const watchFindings = `void (globalThis.findingsShown = new Promise((painted, late) => {
  setTimeout(() => late(new Error('the guard said nothing within a minute')), 60_000)
  const found = () => document.querySelectorAll('.side .finding:not(.ok)').length
  const before = found()
  document.addEventListener('keydown', ({ timeStamp }) => {
    const look = new MutationObserver(() => {
      if (found() === before) return
      look.disconnect()
      requestAnimationFrame(() => setTimeout(() => painted(performance.now() - timeStamp)))
    })
    look.observe(document.querySelector('.side'), { subtree: true, childList: true })
  }, { once: true, capture: true })
}))`
export const findingsShown = `globalThis.findingsShown`

/** Presses J and waits until another conversation is painted, without asking over and over. */
export const openNext = `new Promise((painted) => {
  const name = () => document.querySelector('[data-case].open')?.dataset.case
  const thread = () => document.querySelector('.thread-inside')
  const from = name()
  const look = new MutationObserver(() => {
    if (name() === from || !thread()?.children.length) return
    look.disconnect()
    requestAnimationFrame(() => setTimeout(painted))
  })
  look.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] })
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', code: 'KeyJ', bubbles: true }))
})`

/** When the row with these words has been painted, in milliseconds since 1970. */
export const paintedRow = (words: string): string => `new Promise((painted, late) => {
  setTimeout(() => late(new Error('no row came within a minute')), 60_000)
  const seen = () => [...document.querySelectorAll('[data-case] .row-text')].some((row) => row.textContent.includes(${JSON.stringify(words)}))
  const look = new MutationObserver(() => {
    if (!seen()) return
    look.disconnect()
    requestAnimationFrame(() => setTimeout(() => painted(performance.timeOrigin + performance.now())))
  })
  look.observe(document.body, { subtree: true, childList: true })
})`

/** What has been loaded; with `first`, what was asked for before the rows of the inbox were there. */
export const loadedUrls = (first: boolean): string => `(() => {
  const all = performance.getEntriesByType('resource')
  const rows = all.find(({ name }) => name.includes('/inbox?'))?.responseEnd ?? 0
  return all.filter(({ startTime }) => !${first} || startTime <= rows).map(({ name }) => name)
})()`

export const isRowAt = (x: number, y: number): string =>
  `document.elementFromPoint(${x}, ${y})?.closest('[data-case]') != null`

/** The queue follows the open conversation; its first row is on screen again after this. */
export const backToTop = `document.querySelector('.queue').scrollTop = 0`
