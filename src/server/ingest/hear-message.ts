import type { Activity, AuthorProfile } from '#core/mention.ts'
import type { Instant } from '#core/time.ts'
import type { AuthorDraft, Batch, ConversationDraft, MessageDraft } from './batch.ts'
import { claimedAt } from './clean.ts'
import { excerptOf } from './excerpt.ts'
import { keepAttachments } from './keep-attachments.ts'
import { readWords } from './read-words.ts'
import { stepCase } from './step-case.ts'

type MessageSeen = Extract<Activity, { kind: 'message' }>

const SHOWN = ['handle', 'displayName', 'avatarUrl', 'profileUrl', 'followers'] as const

/** The person as the network shows them now; what it leaves out this time is not forgotten. */
const meetAuthor = (batch: Batch, profile: AuthorProfile): AuthorDraft => {
  const known = batch.authors.get(profile.externalId)
  if (known === undefined) {
    const met: AuthorDraft = { fate: 'new', id: batch.newId(), profile }
    batch.authors.set(profile.externalId, met)
    return met
  }
  const differs = SHOWN.some((name) => profile[name] !== undefined && profile[name] !== known.profile[name])
  if (differs) {
    known.profile = { ...known.profile, ...profile }
    if (known.fate === 'known') known.fate = 'changed'
  }
  return known
}

/** A private word never joins a public conversation, whatever key the network gives: what is shown where hangs on it (P2, G2). */
const conversationKey = (batch: Batch, { conversationKey: key, audience }: MessageSeen): string => {
  const known = batch.conversations.get(key)
  return known === undefined || known.audience === audience ? key : `${key}|${audience}`
}

const openConversation = (batch: Batch, seen: MessageSeen, author: AuthorDraft, at: Instant): ConversationDraft => {
  const key = conversationKey(batch, seen)
  const known = batch.conversations.get(key)
  if (known !== undefined) return known
  const opened: ConversationDraft = {
    fate: 'new',
    id: batch.newId(),
    key,
    author,
    audience: seen.audience,
    subject: seen.subject ?? null,
    permalink: seen.permalink ?? null,
    firstInAt: at,
    firstOutAt: null,
    lastMessageAt: at,
    added: 0,
  }
  batch.conversations.set(key, opened)
  return opened
}

/** One more message in the conversation, in or out. */
export const addToConversation = (conversation: ConversationDraft, { direction, sentAt }: MessageDraft): void => {
  conversation.added += 1
  conversation.lastMessageAt = Math.max(conversation.lastMessageAt, sentAt)
  if (direction === 'in') conversation.firstInAt = Math.min(conversation.firstInAt ?? sentAt, sentAt)
  else conversation.firstOutAt = Math.min(conversation.firstOutAt ?? sentAt, sentAt)
  if (conversation.fate === 'known') conversation.fate = 'changed'
}

/** Nobody answers before they read: where a network counts in whole seconds, an answer comes right after what it answers. */
const spokenAt = (batch: Batch, seen: MessageSeen, receivedAt: Instant): Instant => {
  const answered = batch.messages.get(seen.parentId ?? '')?.sentAt ?? 0
  return Math.max(claimedAt(seen.sentAt, receivedAt), Math.min(answered + 1, receivedAt))
}

const draftMessage = (batch: Batch, seen: MessageSeen, receivedAt: Instant): MessageDraft => {
  const sentAt = spokenAt(batch, seen, receivedAt)
  const author = meetAuthor(batch, seen.author)
  const { quoted, above } = seen
  return {
    fate: 'new',
    id: batch.newId(),
    externalId: seen.messageId,
    conversation: openConversation(batch, seen, author, sentAt),
    direction: 'in',
    kind: seen.form,
    audience: seen.audience,
    author,
    memberId: null,
    deliveryId: null,
    parentId: seen.parentId ?? null,
    permalink: seen.permalink ?? null,
    subject: seen.subject ?? null,
    text: seen.text,
    html: seen.html ?? null,
    attachments: keepAttachments(batch, seen.attachments),
    around: quoted === undefined && above === undefined ? null : { quoted, above },
    meta: { ...seen.meta, ...(seen.automatic === true ? { automatic: true } : {}) },
    language: seen.language ?? null,
    sentAt,
    receivedAt,
    version: 1,
    editedAt: null,
    deletedAt: null,
    outsideDesk: false,
  }
}

/** The public speaks: kept once, shown in its conversation, and owed an answer unless a machine wrote it (A1, L1). */
export const hearMessage = (batch: Batch, seen: MessageSeen, receivedAt: Instant): void => {
  if (batch.messages.has(seen.messageId)) return
  const message = draftMessage(batch, seen, receivedAt)
  const { conversation, id, sentAt } = message
  batch.messages.set(message.externalId, message)
  addToConversation(conversation, message)
  const owed = seen.automatic !== true
  const before = batch.cases.get(conversation.id)?.fold.lastInAt ?? 0
  const place = { accountId: batch.account.id, conversationId: conversation.id }
  const received = { name: 'message.received' as const, at: batch.now, memberId: null, ...place }
  const line = batch.events.push({ ...received, data: { messageId: id, form: seen.form } }) - 1
  const opened = stepCase(batch, conversation, { kind: 'receive-message', messageId: id, writtenAt: sentAt, owed })
  if (owed) readWords(batch, message)
  if (opened === undefined) return
  batch.events[line] = { ...received, caseId: opened.id, data: { messageId: id, form: seen.form } }
  if (sentAt >= before) opened.excerpt = excerptOf(seen.text || (seen.subject ?? ''))
}
