import type { LookUpResult, SendOutcome } from '#core/delivery/guarantee.ts'
import { type Entry, entryKey, hiddenKey, ownId } from '#core/drill/mailbox.ts'
import type { PersonFacts } from '#core/privacy/private-way.ts'
import { type LengthLimit, measureLength } from '#core/text/length.ts'
import type { HideAnswer, Memory, MessageAsked, Outgoing, Tools, UpAnswer } from '../connector.ts'
import { doorOf, findEntry, isGone, isHidden } from './store.ts'

export const LIMITS: { public: LengthLimit; private: LengthLimit } = {
  public: { graphemes: 1000 },
  private: { graphemes: 1000 },
}

const REASONS = { closed: 'recipient-closed', 'not-mutual': 'not-mutual', blocked: 'blocked' } as const

export const reachOf = async (personId: string, memory: Memory): Promise<PersonFacts> => {
  const door = await doorOf(memory, personId)
  return door === null ? { canReceive: true } : { canReceive: false, whyNot: REASONS[door] }
}

/** A post of the brand’s own needs nobody; other words need the post whose place they take. */
const findOwnRefusal = async ({ audience, replaces, inReplyTo }: Outgoing, memory: Memory): Promise<string | null> => {
  if (audience === 'private') return 'unknown-recipient'
  const earlier = replaces?.externalId ?? inReplyTo?.messageId
  return earlier !== undefined && (await isGone(memory, earlier)) ? 'message-gone' : null
}

/** What the simulated network would answer to this; it refuses as real ones do. */
const findRefusal = async (outgoing: Outgoing, memory: Memory): Promise<string | null> => {
  const { text, audience, to, inReplyTo, attachments } = outgoing
  if (text.trim() === '') return 'empty'
  if (measureLength(text, LIMITS[audience]).over) return 'too-long'
  if (attachments.length > 0) return 'too-many-attachments'
  if (outgoing.own === true) return findOwnRefusal(outgoing, memory)
  const door = await doorOf(memory, to.externalId)
  if (door === 'blocked') return 'blocked'
  if (audience === 'private') return door === null ? null : REASONS[door]
  if (inReplyTo === undefined) return 'nothing-to-answer'
  return (await isGone(memory, inReplyTo.messageId)) ? 'message-gone' : null
}

const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Other words in the place of a post are still that post. */
const idOf = ({ key, replaces }: Outgoing): string => replaces?.externalId ?? ownId(key)

const entryOf = (outgoing: Outgoing, at: number): Entry => {
  const { key, audience, text, to, conversationKey, inReplyTo, replaces, own } = outgoing
  const under = inReplyTo === undefined ? {} : { parentId: inReplyTo.messageId }
  if (own !== true)
    return { kind: 'answer', key, at, audience, text, to: to.externalId, conversation: conversationKey, ...under }
  return { kind: 'statement', key, at, text, ...under, ...(replaces && { replaces: replaces.externalId }) }
}

/** Hands an answer to the story, under an id made of its key: the same key again is the same post. Nothing else is reached. */
export const send = async (outgoing: Outgoing, { memory, now }: Tools, signal: AbortSignal): Promise<SendOutcome> => {
  if (signal.aborted) return { kind: 'later', reason: 'stopped' }
  const sent = { kind: 'sent', externalId: idOf(outgoing) } as const
  try {
    if ((await findEntry(memory, outgoing.key)) !== undefined) return sent
    const reason = await findRefusal(outgoing, memory)
    if (reason !== null) return { kind: 'refused', reason, detail: `the drill says: ${reason}`, permanent: true }
    await memory.put(entryKey(outgoing.key), entryOf(outgoing, now()))
    return sent
  } catch (error) {
    return { kind: 'ambiguous', detail: detailOf(error) }
  }
}

export const lookUp = async (outgoing: Outgoing, memory: Memory): Promise<LookUpResult> => {
  try {
    return (await findEntry(memory, outgoing.key)) === undefined
      ? { kind: 'absent' }
      : { kind: 'found', externalId: idOf(outgoing) }
  } catch (error) {
    return { kind: 'unavailable', detail: detailOf(error) }
  }
}

export const isUp = async ({ externalId }: MessageAsked, memory: Memory): Promise<UpAnswer> =>
  (await isGone(memory, externalId)) || (await isHidden(memory, externalId)) ? { kind: 'gone' } : { kind: 'up' }

/** Even what the law forbids is seen to vanish: the story hears of it. Asked twice, it is hidden once. */
export const hideUnlawful = async (
  { externalId, cause }: MessageAsked & { cause: string },
  { memory, now }: Tools,
): Promise<HideAnswer> => {
  if (!(await isHidden(memory, externalId))) {
    const entry: Entry = { kind: 'hidden', key: `hide-${externalId}`, at: now(), messageId: externalId, cause }
    await memory.put(entryKey(entry.key), entry)
    await memory.put(hiddenKey(externalId), { cause, at: now() })
  }
  return { kind: 'hidden' }
}
