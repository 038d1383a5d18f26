import type { HideAnswer, MessageAsked, Tools, UpAnswer } from '../connector.ts'
import { isGone } from './store.ts'

const hidden = (messageId: string): string => `hidden/${messageId}`

/** Whether a message stands where everybody reads it: its author has not removed it, and it was not hidden by law. */
export const isUp = async ({ externalId }: MessageAsked, { memory }: Tools): Promise<UpAnswer> =>
  (await isGone(memory, externalId)) || (await memory.get(hidden(externalId))) !== undefined
    ? { kind: 'gone' }
    : { kind: 'up' }

/** Hides a message under the brand's own pages; asked twice, it is hidden once. */
export const hideUnlawful = async (
  { externalId, cause }: MessageAsked & { cause: string },
  { memory, now }: Tools,
): Promise<HideAnswer> => {
  await memory.put(hidden(externalId), { cause, at: now() })
  return { kind: 'hidden' }
}
