import { typesetAll, typesetFrench } from '../words/typeset.ts'
import { speaking, useSpeech } from '../words/words.ts'
import { en } from './words-en.ts'
import { fr as source } from './words-fr.ts'

export type CrisisWords = typeof source

const fr = typesetAll(source, typesetFrench)
const wordsOf = (language: 'fr' | 'en'): CrisisWords => (language === 'fr' ? fr : en)

/** The words of the crisis cell come with it, not with the first load. */
export const useCrisisWords = (): CrisisWords => wordsOf(useSpeech().language)
export const crisisWords = (): CrisisWords => wordsOf(speaking().language)
