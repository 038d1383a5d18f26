import { typesetAll, typesetFrench } from '../words/typeset.ts'
import { useSpeech } from '../words/words.ts'
import { en } from './words-en.ts'
import { fr as source } from './words-fr.ts'

export type DigestWords = typeof source

const fr = typesetAll(source, typesetFrench)

/** The words of the weekly digest come with it, not with the first load. */
export const useDigestWords = (): DigestWords => (useSpeech().language === 'fr' ? fr : en)
