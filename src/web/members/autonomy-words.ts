import { typesetAll, typesetFrench } from '../words/typeset.ts'
import { useSpeech } from '../words/words.ts'
import { en } from './autonomy-words-en.ts'
import { fr as source } from './autonomy-words-fr.ts'

export type AutonomyWords = typeof source

const fr = typesetAll(source, typesetFrench)

/** The words of this part of the screen, which come with it. */
export const useAutonomyWords = (): AutonomyWords => (useSpeech().language === 'fr' ? fr : en)
