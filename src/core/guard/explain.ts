import type { Explanation } from './finding.ts'
import type { Language } from './guard-input.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'
import type { GuardWords } from './words/guard-words.ts'

export const guardWords: Readonly<Record<Language, GuardWords>> = { fr, en }

/** Why a finding stands and what to write instead, in the words of one language. */
export const explainIn = ({ explain: words }: GuardWords, finding: Explanation): string => {
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
    case 'not-the-brands-account':
      return words['not-the-brands-account'](finding.params)
    case 'account-changed':
      return words['account-changed'](finding.params)
    case 'other-brand':
      return words['other-brand'](finding.params)
    case 'gesture-refused':
      return words['gesture-refused'](finding.params)
    case 'slippery-ground':
      return words['slippery-ground'](finding.params)
    case 'set-phrases':
      return words['set-phrases'](finding.params)
    case 'template-left':
      return words['template-left'](finding.params)
    case 'reserved-word':
      return words['reserved-word'](finding.params)
    case 'may-not-be-said':
      return words['may-not-be-said'](finding.params)
    case 'foreign-link':
      return words['foreign-link'](finding.params)
    case 'personal-voice':
    case 'runs-down-our-own':
    case 'blames-the-complaint':
    case 'copied-reply':
    case 'no-signature':
    case 'buys-a-review':
    case 'private-way-closed':
    case 'paid-unlabelled':
    case 'empty-draft':
    case 'guard-failed':
      return words[finding.code](finding.params)
  }
}

/** Why a finding stands and what to write instead, in the reader's language. */
export const explain = (finding: Explanation, language: Language): string => explainIn(guardWords[language], finding)
