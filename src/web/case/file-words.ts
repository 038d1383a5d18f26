import { typesetAll, typesetFrench } from '../words/typeset.ts'
import { useSpeech } from '../words/words.ts'
import { en } from './file-words-en.ts'
import { fr as source } from './file-words-fr.ts'

export type FileWords = typeof source

const fr = typesetAll(source, typesetFrench)

/** The words of the case file come with it, not with the first load. */
export const useFileWords = (): FileWords => (useSpeech().language === 'fr' ? fr : en)
