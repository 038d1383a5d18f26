import type { MessageReading, readMessage } from '#core/triage/read-message.ts'
import type { Batch, ConversationDraft, MessageDraft } from './batch.ts'
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
        ({ messageId, at }) => messageId !== null && at <= sentAt - ONE_BREATH_MS,
      ).length
    : 0

const read = (batch: Batch, message: MessageDraft): MessageReading => {
  const { subject, text, language } = message
  const words = subject === null ? text : `${subject}\n${text}`
  const expected = isRead(language) ? { expected: language } : {}
  return batch.reader(words, { ...expected, unanswered: leftWaiting(batch, message) })
}

const heed = (batch: Batch, conversation: ConversationDraft, messageId: string, { urgent }: MessageReading): void => {
  if (!urgent.is) return
  stepCase(batch, conversation, { kind: 'weigh-urgency', messageId, urgent: true, reasons: urgent.reasons })
}

/** What a message is, read before anybody opens it: kept beside it, and its promise is shorter where it cannot wait (L2, L3, A2). */
export const readWords = (batch: Batch, message: MessageDraft): void => {
  const reading = read(batch, message)
  batch.readings.set(message.id, reading)
  heed(batch, message.conversation, message.id, reading)
}

/** Words that say something else are read anew, unless a member has said what they are. */
export const readAnew = (batch: Batch, message: MessageDraft): void => {
  if (!batch.corrected.has(message.id)) readWords(batch, message)
}
