/** The box of the composer that is on screen: keys and findings bring the cursor to it. */
let box: HTMLTextAreaElement | null = null

export const holdBox = (element: HTMLTextAreaElement | null): void => {
  box = element
}

/** Puts the cursor in the box, at its end. */
export const focusBox = (): void => {
  box?.focus()
  box?.setSelectionRange(box.value.length, box.value.length)
}

/**
 * Leaves the box for the thread above it, where the keys of one letter work: Z takes back what has just been sent, J goes on. What is
 * returned comes back to the box, unless one has gone elsewhere meanwhile.
 */
export const leaveBox = (): (() => void) => {
  const thread = box?.closest('.case')?.querySelector<HTMLElement>('.thread') ?? null
  thread?.focus({ preventScroll: true })
  return () => {
    if (document.activeElement === thread) focusBox()
  }
}

/** Shows the words that a finding is about. */
export const showSpan = (start: number, end: number): void => {
  box?.focus()
  box?.setSelectionRange(start, end)
}
