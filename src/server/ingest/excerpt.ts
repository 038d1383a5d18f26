const GRAPHEMES = 200
/** Far more units than two hundred characters need, so that a megabyte is not cut into characters for one line. */
const ENOUGH = 4_000

const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' })

/** The beginning of a message on one line: two hundred characters as a reader counts them. */
export const excerptOf = (text: string): string => {
  const line = text.slice(0, ENOUGH).replaceAll(/\s+/g, ' ').trim().toWellFormed()
  if (line.length <= GRAPHEMES) return line
  let end = 0
  let count = 0
  for (const { index, segment } of segmenter.segment(line)) {
    if (count === GRAPHEMES) return `${line.slice(0, index).trimEnd()}…`
    count += 1
    end = index + segment.length
  }
  return line.slice(0, end)
}
