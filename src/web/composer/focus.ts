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

/** Shows the words that a finding is about. */
export const showSpan = (start: number, end: number): void => {
  box?.focus()
  box?.setSelectionRange(start, end)
}
