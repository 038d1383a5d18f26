import { useSpeech } from '../words/words.ts'
import { en } from './file-words-en.ts'
import { fr } from './file-words-fr.ts'

type Widen<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Said
    ? (...given: Given) => Widen<Said>
    : { readonly [K in keyof T]: Widen<T[K]> }
export type FileWords = Widen<typeof fr>

/** The words of the case file come with it, not with the first load. */
export const useFileWords = (): FileWords => (useSpeech().language === 'fr' ? fr : en)
