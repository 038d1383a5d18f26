import type { Explanation } from './finding.ts'
import type { Language } from './guard-input.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'
import type { GuardWords } from './words/guard-words.ts'

export const guardWords: Readonly<Record<Language, GuardWords>> = { fr, en }

/** Why a finding stands and what to write instead, in the reader's language. */
export const explain = (finding: Explanation, language: Language): string => {
  const words = guardWords[language].explain
  switch (finding.code) {
    case 'asks-personal-data':
      return words['asks-personal-data'](finding.params)
    case 'shows-personal-data':
      return words['shows-personal-data'](finding.params)
    case 'unkind-words':
      return words['unkind-words'](finding.params)
    case 'claim-without-fact':
      return words['claim-without-fact'](finding.params)
    case 'no-private-way':
      return words['no-private-way'](finding.params)
    case 'too-long':
      return words['too-long'](finding.params)
    case 'private-way-closed':
    case 'empty-draft':
    case 'guard-failed':
      return words[finding.code](finding.params)
  }
}
