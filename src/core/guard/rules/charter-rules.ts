import type { Rule } from '../rule.ts'
import { foreignLinks } from './foreign-links.ts'
import { gestureCap } from './gesture-cap.ts'
import { otherBrands } from './other-brands.ts'
import { reservedSubjects } from './reserved-subjects.ts'
import { reservedWords } from './reserved-words.ts'

/** What the charter in force asks of every word; a brand without a charter has none of them (H1). */
export const charterRules: readonly Rule[] = [otherBrands, gestureCap, reservedSubjects, reservedWords, foreignLinks]
