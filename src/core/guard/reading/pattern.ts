/** A place in the folded text where a pattern holds. */
export type Match = { readonly start: number; readonly end: number; readonly text: string }

/** Whole words of the folded text, any of the alternatives. */
export const words = (...alternatives: readonly string[]): RegExp => new RegExp(`\\b(?:${alternatives.join('|')})\\b`, 'g')

/** Any of the alternatives as they are. */
export const anyOf = (...alternatives: readonly string[]): RegExp => new RegExp(alternatives.join('|'), 'g')

/** Every place where the pattern holds; patterns are written without nested repetition so that this stays linear. */
export const findAll = (pattern: RegExp, text: string, from = 0, to = text.length): Match[] => {
  const body = from === 0 && to === text.length ? text : text.slice(from, to)
  const found: Match[] = []
  pattern.lastIndex = 0
  for (let m = pattern.exec(body); m !== null; m = pattern.exec(body)) {
    if (m[0] === '') pattern.lastIndex++
    else found.push({ start: from + m.index, end: from + m.index + m[0].length, text: m[0] })
  }
  return found
}

export const has = (pattern: RegExp, text: string): boolean => {
  pattern.lastIndex = 0
  return pattern.test(text)
}
