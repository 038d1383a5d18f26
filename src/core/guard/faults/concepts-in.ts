import { meet, wordsOf } from '../concepts/lexicon.ts'
import { lexicon } from '../concepts/words.ts'

/** The concepts of a folded stretch, by name. */
export const conceptsIn = (folded: string): ReadonlySet<string> =>
  new Set(meet(lexicon, wordsOf(folded)).map((m) => lexicon.names[m.concept] ?? ''))
