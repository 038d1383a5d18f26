import type { Activity } from '#core/mention.ts'
import type { Instant } from '#core/time.ts'
import type { Batch, MessageDraft } from './batch.ts'
import { claimedAt } from './clean.ts'
import { excerptOf } from './excerpt.ts'
import { readAnew } from './read-words.ts'
import { stepCase } from './step-case.ts'

type Edit = Extract<Activity, { kind: 'edit' }>
type Deletion = Extract<Activity, { kind: 'deletion' }>

const wordsOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]+/gu, '')

/** More than a change of spaces, case or punctuation: the customer says something else. */
export const isSubstantial = (before: string, after: string): boolean => wordsOf(before) !== wordsOf(after)

/** The first words are copied to the versions only when they are about to change: most messages never do. */
const keepFirstWords = (batch: Batch, message: MessageDraft): void => {
  if (message.version > 1 || message.deletedAt !== null) return
  const { id, text, html, receivedAt } = message
  batch.versions.push({ messageId: id, version: 1, text, html, seenAt: receivedAt })
}

const markChanged = (message: MessageDraft): void => {
  if (message.fate === 'known') message.fate = 'changed'
}

const log = (batch: Batch, name: 'message.edited' | 'message.deleted', message: MessageDraft): void => {
  const { conversation, id, version } = message
  const caseId = batch.cases.get(conversation.id)?.id
  const place = { accountId: batch.account.id, conversationId: conversation.id, ...(caseId && { caseId }) }
  batch.events.push({ name, at: batch.now, memberId: null, ...place, data: { messageId: id, version } })
}

/** New words stand beside the old ones, which stay (D1); words that came late or after a deletion are kept without being shown. */
export const hearEdit = (batch: Batch, seen: Edit, receivedAt: Instant): void => {
  const message = batch.messages.get(seen.messageId)
  if (message === undefined) {
    batch.early.push({ aboutKind: 'message', about: seen.messageId, activity: seen, receivedAt })
    return
  }
  const html = seen.html ?? null
  if (message.deletedAt === null && seen.text === message.text && html === message.html) return
  const editedAt = claimedAt(seen.editedAt, receivedAt)
  keepFirstWords(batch, message)
  message.version += 1
  markChanged(message)
  batch.versions.push({ messageId: message.id, version: message.version, text: seen.text, html, seenAt: receivedAt })
  log(batch, 'message.edited', message)
  const isOutdated = message.deletedAt !== null || (message.editedAt !== null && editedAt < message.editedAt)
  if (isOutdated) return
  const substantial = isSubstantial(message.text, seen.text)
  message.text = seen.text
  message.html = html
  message.editedAt = editedAt
  if (message.direction === 'out') return
  const { conversation, id: messageId } = message
  const known = batch.cases.get(conversation.id)
  if (known === undefined || message.meta.automatic === true) return
  stepCase(batch, conversation, { kind: 'edit-message', messageId, editedAt, substantial })
  if (substantial) readAnew(batch, message)
  if (message.sentAt < (known.fold.lastInAt ?? 0) && !substantial) return
  known.excerpt = excerptOf(seen.text)
  if (known.fate === 'known') known.fate = 'changed'
}

/** The author took their words back: the desk shows that they did, and keeps what was said as evidence (D1). */
export const hearDeletion = (batch: Batch, seen: Deletion, receivedAt: Instant): void => {
  const message = batch.messages.get(seen.messageId)
  if (message === undefined) {
    batch.early.push({ aboutKind: 'message', about: seen.messageId, activity: seen, receivedAt })
    return
  }
  if (message.deletedAt !== null) return
  keepFirstWords(batch, message)
  message.deletedAt = claimedAt(seen.deletedAt, receivedAt)
  message.text = ''
  message.html = null
  markChanged(message)
  log(batch, 'message.deleted', message)
  const known = batch.cases.get(message.conversation.id)
  if (known === undefined || message.direction === 'out') return
  known.staleExcerpt = true
  if (known.fate === 'known') known.fate = 'changed'
}
