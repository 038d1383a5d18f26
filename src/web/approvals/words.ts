import { useSpeech } from '../words/words.ts'
import { type ApprovalWords, en } from './words/en.ts'
import { fr } from './words/fr.ts'

export type { ApprovalWords } from './words/en.ts'

/** The words of validation come with its screen, not with the first load. */
export const wordsIn = (language: 'fr' | 'en'): ApprovalWords => (language === 'fr' ? fr : en)
export const useApprovalWords = (): ApprovalWords => wordsIn(useSpeech().language)
