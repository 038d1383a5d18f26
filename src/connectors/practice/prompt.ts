import type { Audience } from '#core/mention.ts'
import type { Tools } from '../connector.ts'
import { saidId } from './advance.ts'
import { dropEntry } from './store.ts'

type Wings = Pick<Tools, 'memory' | 'now' | 'newId'>

export interface Prompt {
  /** A person of `people.ts`. */
  by: string
  text: string
  audience: Audience
  /** The brand's message that they answer. */
  answers?: string
}

/**
 * Puts words in the mouths of people in town, for a rehearsal or a test; the next poll shows them.
 * A message gets the id that is returned.
 */
export const promptSpeech = async (
  { memory, now, newId }: Wings,
  prompt: Prompt,
): Promise<{ messageId: string; sentAt: number }> => {
  const id = newId()
  const at = now()
  await dropEntry(memory, { id, at, kind: 'speech', ...prompt })
  return { messageId: saidId(id), sentAt: at }
}

export const promptEdit = ({ memory, now, newId }: Wings, messageId: string, text: string): Promise<void> =>
  dropEntry(memory, { id: newId(), at: now(), kind: 'edit', messageId, text })

export const promptDeletion = ({ memory, now, newId }: Wings, messageId: string): Promise<void> =>
  dropEntry(memory, { id: newId(), at: now(), kind: 'deletion', messageId })

/** Somebody of the brand speaks from a telephone, past the desk. */
export const promptOwnPost = ({ memory, now, newId }: Wings, text: string): Promise<void> =>
  dropEntry(memory, {
    id: newId(),
    at: now(),
    kind: 'answer',
    text,
    audience: 'public',
    to: '',
    conversation: '',
    attachments: [],
  })
