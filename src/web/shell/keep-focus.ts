/** Parts of a screen that can stand in for something that was in them; of a whole page only its top, which is no part of it. */
const PARTS = '.panel, section[aria-label], aside, form, article, main'

const partsAround = (element: HTMLElement): HTMLElement[] => {
  const parts: HTMLElement[] = []
  for (let at = element.parentElement; at !== null; at = at.parentElement) if (at.matches(PARTS)) parts.push(at)
  return parts
}

/** Puts the keyboard on something that takes none by itself, for as long as it stays there. */
const stand = (part: HTMLElement): void => {
  if (part.tabIndex < 0 && !part.hasAttribute('tabindex')) {
    part.tabIndex = -1
    part.addEventListener('blur', () => part.removeAttribute('tabindex'), { once: true })
  }
  part.focus({ preventScroll: true })
}

/**
 * Whoever works without a mouse stays where they were. What one stands on goes away when its work is done, is switched off while it leaves,
 * or lies behind a dialog: it takes the focus again as soon as it can, or else the nearest part of the screen that is still there does.
 */
export const keepFocus = (): (() => void) => {
  /** Where one stood last on the screen, and the parts around it, the nearest first. */
  let stood: HTMLElement | null = null
  let around: readonly HTMLElement[] = []
  /** Why it may be given back: whoever leaves a text with Escape, or presses beside it, wants to. */
  let isOwed = false
  let asked = 0
  const note = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return
    isOwed = target.closest('#main') === null
    if (isOwed) return
    stood = target
    around = partsAround(target)
  }
  const comeBack = (): void => {
    asked = 0
    if (document.activeElement !== document.body) return
    // Nobody stood anywhere yet, or all of it is gone: the top of the page.
    const top = document.getElementById('main')
    if (stood === null) {
      if (isOwed) top?.focus({ preventScroll: true })
    } else if (!stood.isConnected) {
      const part = around.find((one) => one.isConnected) ?? top
      if (part !== null) stand(part)
    } else if (stood.matches(':disabled')) isOwed = true
    else if (isOwed) stand(stood)
  }
  const changes = new MutationObserver(() => {
    if (document.activeElement !== document.body && stood?.matches(':disabled') !== true) return
    // A dialog gives the focus back by itself, at the next frame; a button that was switched off loses it then.
    asked ||= requestAnimationFrame(() => {
      asked = requestAnimationFrame(comeBack)
    })
  })
  document.addEventListener('focusin', note)
  changes.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled'] })
  return () => {
    document.removeEventListener('focusin', note)
    changes.disconnect()
    cancelAnimationFrame(asked)
  }
}
