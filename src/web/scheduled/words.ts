import { typesetAll, typesetFrench } from '../words/typeset.ts'
import { useSpeech } from '../words/words.ts'
import { en } from './words-en.ts'
import { fr as source } from './words-fr.ts'

type Widen<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Widen<T[K]> }
export type ScheduledWords = Widen<typeof source>

const fr: ScheduledWords = typesetAll(source, typesetFrench)

/** The words of this screen, which come with it and not with the first load. */
export const useScheduledWords = (): ScheduledWords => (useSpeech().language === 'fr' ? fr : en)
