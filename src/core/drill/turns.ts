import { folded } from '#core/crowd/hear.ts'

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** « pas », « ne … », "not" up to four words before denies a turn. */
const DENIED =
  /\b(?:ne|n'|pas|jamais|aucun\w*|ni|sans|faux que|not|no|never|n't|isn't|aren't|don't|cannot)\b(?:[ '][\w'-]+){0,3} ?$/
/** What is hoped, asked or announced is not said to be so. */
const NOT_SO_YET =
  /\b(?:des que|quand|lorsque|une fois|jusqu'|si|sera|seront|serez|serait|pour|afin|attend\w*|verifi\w+|demand\w+|confirm\w+ (?:si|que)|as soon as|when|once|until|if|will|to be|would|whether|asked)\b/

/** « supprim* » is the beginning of a word; anything else is whole words. */
const patternOf = (turn: string): RegExp => {
  const begins = turn.endsWith('*')
  const words = escaped(folded(begins ? turn.slice(0, -1) : turn))
  return new RegExp(`(?<![\\p{L}\\d])${words}${begins ? '' : '(?![\\p{L}\\d])'}`, 'gu')
}

/** The first of these turns that the text says; accents, case and apostrophes do not count. */
export const findTurn = (
  text: string,
  turns: readonly string[],
  denied: 'counts' | 'does-not-count',
): string | null => {
  const plain = folded(text)
  for (const turn of turns) {
    for (const match of plain.matchAll(patternOf(turn))) {
      const before = plain.slice(Math.max(0, match.index - 60), match.index)
      const clause = before.slice(Math.max(...[...'.!?;:,\n'].map((sign) => before.lastIndexOf(sign))) + 1)
      if (denied === 'counts' || !(DENIED.test(clause) || NOT_SO_YET.test(clause))) return turn
    }
  }
  return null
}
