import { readLexicon } from '#core/guard/concepts/lexicon.ts'
import { feelings } from './feelings.ts'
import { matters } from './matters.ts'
import { troubles } from './troubles.ts'
import { wants } from './wants.ts'

/** What turns of phrase mean in what the public writes, read once. */
export const cues = readLexicon(wants, troubles, matters, feelings)
