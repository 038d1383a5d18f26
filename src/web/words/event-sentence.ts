import type { EventName } from '#core/event.ts'
import type { Words } from './words.ts'

const isKnown = (w: Words, name: string): name is EventName => Object.hasOwn(w.events, name)

/** An event of the log as a sentence; « by » is nobody when the public, the network or the desk itself did it. */
export const eventSentence = (w: Words, name: string, by: string | null): string =>
  isKnown(w, name) ? w.events[name](by) : name
