import { typesetAll, typesetFrench } from '../words/typeset.ts'
import { useSpeech } from '../words/words.ts'
import { en } from './words-en.ts'
import { fr as source } from './words-fr.ts'

export type ModerationWords = typeof source

const fr = typesetAll(source, typesetFrench)

/** The words of lawful removal come with it, not with the first load. */
export const useModerationWords = (): ModerationWords => (useSpeech().language === 'fr' ? fr : en)
