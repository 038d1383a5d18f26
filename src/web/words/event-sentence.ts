import { events as en } from './en/events.ts'
import { events as source } from './fr/events.ts'
import { typesetAll, typesetFrench } from './typeset.ts'
import { useSpeech } from './words.ts'

/** Every event of the log as a sentence: they come with the screens that tell what happened, and not with the first load. */
export type EventWords = typeof source

const fr = typesetAll(source, typesetFrench)

const isKnown = (words: EventWords, name: string): name is keyof EventWords => Object.hasOwn(words, name)

export const useEventWords = (): EventWords => (useSpeech().language === 'fr' ? fr : en)

/** An event of the log as a sentence; « by » is nobody when the public, the network or the desk itself did it. */
export const eventSentence = (words: EventWords, name: string, by: string | null): string =>
  isKnown(words, name) ? words[name](by) : name
