import { readLexicon } from './lexicon.ts'
import { everyday } from './words/everyday.ts'
import { peopleAndPromises } from './words/people-and-promises.ts'
import { reviews } from './words/reviews.ts'
import { tonesDataClaims } from './words/tones-data-claims.ts'

/** What the guard knows of the language, read once. */
export const lexicon = readLexicon(reviews, peopleAndPromises, tonesDataClaims)

/** Everyday things by their kind, which say nothing alone. */
export const everydayKinds = readLexicon(everyday)
