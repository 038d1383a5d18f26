import { typesetAll, typesetFrench } from '../words/typeset.ts'
import { speaking, useSpeech } from '../words/words.ts'
import { en } from './reading-words-en.ts'
import { fr as source } from './reading-words-fr.ts'

export type ReadingWords = typeof source

const fr = typesetAll(source, typesetFrench)

/** The words of triage come with what it read, not with the first load. */
export const useReadingWords = (): ReadingWords => (useSpeech().language === 'fr' ? fr : en)
export const readingWords = (): ReadingWords => (speaking().language === 'fr' ? fr : en)
