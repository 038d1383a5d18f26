import type { LookUpResult, SendOutcome } from '#core/delivery/guarantee.ts'
import type { PersonFacts } from '#core/privacy/private-way.ts'
import { type LengthLimit, measureLength } from '#core/text/length.ts'
import type { Memory, Outgoing, Tools } from '../connector.ts'
import { ownId } from './hear-answer.ts'
import { findPerson } from './people.ts'
import { dropEntry, findAnswer, isGone, loadTown } from './store.ts'
import { type Entry, privateKey } from './town.ts'

export const LIMITS: { public: LengthLimit; private: LengthLimit } = {
  public: { graphemes: 300 },
  private: { graphemes: 1000 },
}
export const MEDIA = { most: 4, maxBytes: 1_000_000, types: ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] }

/** Whether a private message reaches somebody: their door, unless they have written in private themselves. */
export const reachOf = async (personId: string, memory: Memory): Promise<PersonFacts> => {
  const person = findPerson(personId)
  if (!person) return { canReceive: null }
  if (person.blocks) return { canReceive: false, whyNot: 'blocked' }
  const theirs = (await loadTown(memory))?.threads[privateKey(person.id)]
  if (person.door === 'open' || (theirs && theirs.last.id !== '')) return { canReceive: true }
  return { canReceive: false, whyNot: person.door === 'closed' ? 'recipient-closed' : 'not-mutual' }
}

const findFault = ({ text, audience, attachments }: Outgoing): string | null => {
  if (text.trim() === '') return 'empty'
  if (measureLength(text, LIMITS[audience]).over) return 'too-long'
  if (attachments.length > MEDIA.most) return 'too-many-attachments'
  if (attachments.some((one) => !MEDIA.types.includes(one.mediaType))) return 'attachment-type'
  return attachments.some((one) => one.content.byteLength > MEDIA.maxBytes) ? 'attachment-too-large' : null
}

/** A post of the brand's own needs nobody; other words need the post whose place they take. */
const findOwnRefusal = async ({ audience, replaces, inReplyTo }: Outgoing, memory: Memory): Promise<string | null> => {
  if (audience === 'private') return 'unknown-recipient'
  const earlier = replaces?.externalId ?? inReplyTo?.messageId
  if (earlier === undefined) return null
  return (await isGone(memory, earlier)) ? 'message-gone' : null
}

/** What the network would answer to this; it refuses as real ones do. */
const findRefusal = async (outgoing: Outgoing, memory: Memory): Promise<string | null> => {
  const fault = findFault(outgoing)
  if (fault !== null) return fault
  if (outgoing.own) return findOwnRefusal(outgoing, memory)
  const person = findPerson(outgoing.to.externalId)
  if (!person) return 'unknown-recipient'
  if (person.blocks) return 'blocked'
  if (outgoing.audience === 'private') return (await reachOf(person.id, memory)).whyNot ?? null
  if (outgoing.conversationKey.startsWith('private/')) return 'audience-is-private'
  if (!outgoing.inReplyTo) return 'nothing-to-answer'
  return (await isGone(memory, outgoing.inReplyTo.messageId)) ? 'message-gone' : null
}

const sent = ({ key, audience, to, conversationKey, replaces }: Outgoing) => ({
  externalId: replaces?.externalId ?? ownId(key),
  meta: { conversationKey: audience === 'private' ? privateKey(to.externalId) : conversationKey },
})

const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const entryOf = (outgoing: Outgoing, at: number): Entry => {
  const { key, text, audience, to, conversationKey, inReplyTo, replaces } = outgoing
  const said = { id: key, mark: key, at, text }
  if (replaces) return { ...said, kind: 'restatement', messageId: replaces.externalId }
  const attachments = outgoing.attachments.map(({ name }) => name)
  const placed = { ...said, attachments, ...(inReplyTo ? { parentId: inReplyTo.messageId } : {}) }
  if (outgoing.own) return { ...placed, kind: 'statement' }
  return { ...placed, kind: 'answer', audience, to: to.externalId, conversation: conversationKey }
}

/** Puts words of the brand on the network, under an id made of its key: the same key again is the same post. */
export const send = async (outgoing: Outgoing, { memory, now }: Tools, signal: AbortSignal): Promise<SendOutcome> => {
  if (signal.aborted) return { kind: 'later', reason: 'stopped' }
  try {
    if (await findAnswer(memory, outgoing.key)) return { kind: 'sent', ...sent(outgoing) }
    const reason = await findRefusal(outgoing, memory)
    if (reason !== null)
      return { kind: 'refused', reason, detail: `the practice network says: ${reason}`, permanent: true }
    await dropEntry(memory, entryOf(outgoing, now()))
    return { kind: 'sent', ...sent(outgoing) }
  } catch (error) {
    return { kind: 'ambiguous', detail: detailOf(error) }
  }
}

export const lookUp = async (outgoing: Outgoing, { memory }: Tools): Promise<LookUpResult> => {
  try {
    return (await findAnswer(memory, outgoing.key)) ? { kind: 'found', ...sent(outgoing) } : { kind: 'absent' }
  } catch (error) {
    return { kind: 'unavailable', detail: detailOf(error) }
  }
}
