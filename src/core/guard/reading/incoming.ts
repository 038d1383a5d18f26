import type { Language } from '../guard-input.ts'
import { type Contact, findContacts } from './contact.ts'
import { type Folded, fold } from './fold.ts'
import { languageOf } from './language.ts'
import { type Matter, readMatter } from './matter.ts'

/** What the customer wrote, read once however many times the draft changes. */
export type Incoming = Folded &
  Matter & {
    readonly language: Language
    readonly contacts: readonly Contact[]
  }

const KEPT = 8
const kept = new Map<string, Incoming>()

/** The same words always read the same, so the last few readings are kept for the next keystroke. */
export const readIncoming = (text: string): Incoming => {
  const before = kept.get(text)
  if (before !== undefined) return before
  const folded = fold(text)
  const incoming = {
    ...folded,
    language: languageOf(folded, 'fr'),
    contacts: findContacts(folded.folded),
    ...readMatter(folded.folded),
  }
  const oldest = kept.keys().next()
  if (kept.size >= KEPT && oldest.done !== true) kept.delete(oldest.value)
  kept.set(text, incoming)
  return incoming
}
