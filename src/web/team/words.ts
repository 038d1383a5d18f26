import { typesetAll, typesetFrench } from '../words/typeset.ts'
import { useSpeech } from '../words/words.ts'
import { en } from './words-en.ts'
import { fr as source } from './words-fr.ts'

export type TeamWords = typeof source

const fr = typesetAll(source, typesetFrench)

/** The words of this screen, which come with it and not with the first load. */
export const useTeamWords = (): TeamWords => (useSpeech().language === 'fr' ? fr : en)
