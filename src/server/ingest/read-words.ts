import { isOnlyThanks } from '#core/triage/only-thanks.ts'
import type { MessageReading, readMessage } from '#core/triage/read-message.ts'
import type { Batch, MessageDraft } from './batch.ts'
import { stepCase } from './step-case.ts'

/** What reads words; its weights are large, and loaded by the first batch that has something to read. */
export type Reader = typeof readMessage

/** Words of one breath, sent in several messages, are no customer who asks again. */
const ONE_BREATH_MS = 15 * 60_000

const isRead = (language: string | null): language is 'fr' | 'en' => language === 'fr' || language === 'en'

/** Messages of the same person that have waited for us since before this one. */
const leftWaiting = (batch: Batch, { conversation, author, sentAt }: MessageDraft): number =>
  author?.id === conversation.author.id
    ? (batch.cases.get(conversation.id)?.fold.unanswered ?? []).filter(
        ({ messageId, at, plainDueAt }) =>
          messageId !== null && plainDueAt === undefined && at <= sentAt - ONE_BREATH_MS,
      ).length
    : 0

const wordsOf = ({ subject, text }: MessageDraft): string => (subject === null ? text : `${subject}\n${text}`)

const read = (batch: Batch, message: MessageDraft): MessageReading => {
  const { language } = message
  const expected = isRead(language) ? { expected: language } : {}
  return batch.reader(wordsOf(message), { ...expected, unanswered: leftWaiting(batch, message) })
}

const heed = (batch: Batch, message: MessageDraft, reading: MessageReading): void => {
  const { conversation, id: messageId } = message
  const { urgent } = reading
  if (urgent.is)
    stepCase(batch, conversation, { kind: 'weigh-urgency', messageId, urgent: true, reasons: urgent.reasons })
  stepCase(batch, conversation, { kind: 'weigh-thanks', messageId, thanks: isOnlyThanks(wordsOf(message), reading) })
}

/** What a message is, read before anybody opens it: kept beside it, its promise shorter where it cannot wait, softer where it only thanks (L2, L3, A2, A5). */
export const readWords = (batch: Batch, message: MessageDraft): void => {
  const reading = read(batch, message)
  batch.readings.set(message.id, reading)
  heed(batch, message, reading)
}

/** Words that say something else are read anew, unless a member has said what they are. */
export const readAnew = (batch: Batch, message: MessageDraft): void => {
  if (!batch.corrected.has(message.id)) readWords(batch, message)
}
