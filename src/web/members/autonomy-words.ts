import { typesetAll, typesetFrench } from '../words/typeset.ts'
import { useSpeech } from '../words/words.ts'
import { en } from './autonomy-words-en.ts'
import { type AutonomyWords, fr as source } from './autonomy-words-fr.ts'

const fr = typesetAll(source, typesetFrench)

/** The words of this part of the screen, which come with it. */
export const useAutonomyWords = (): AutonomyWords => (useSpeech().language === 'fr' ? fr : en)
