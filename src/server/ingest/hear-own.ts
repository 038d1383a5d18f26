import type { Activity } from '#core/mention.ts'
import type { Instant } from '#core/time.ts'
import type { Batch, ConversationDraft, DeliverySeen, MessageDraft } from './batch.ts'
import { claimedAt } from './clean.ts'
import { addToConversation } from './hear-message.ts'
import { stepCase } from './step-case.ts'

type Own = Extract<Activity, { kind: 'own' }>
type Undelivered = Extract<Activity, { kind: 'undelivered' }>

const ON_ITS_WAY: ReadonlySet<string> = new Set(['held', 'queued', 'sending', 'unknown', 'to-check'])

const sameWords = (a: string, b: string): boolean => {
  const plain = (text: string) => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  return plain(a) === plain(b)
}

/** A reply of ours that this post may be: named by its mark, or the same words while it is not known whether they arrived. */
const findDelivery = (batch: Batch, { mark, text }: Own): DeliverySeen | undefined =>
  batch.deliveries.get(mark ?? '') ?? [...batch.deliveries.values()].find((one) => sameWords(one.text, text))

const findConversation = (batch: Batch, { conversationKey, parentId }: Own): ConversationDraft | undefined =>
  batch.conversations.get(conversationKey ?? '') ?? batch.messages.get(parentId ?? '')?.conversation

const draftOwn = (batch: Batch, seen: Own, conversation: ConversationDraft, receivedAt: Instant): MessageDraft => ({
  fate: 'new',
  id: batch.newId(),
  externalId: seen.messageId,
  conversation,
  direction: 'out',
  kind: 'reply',
  audience: seen.audience,
  author: null,
  memberId: null,
  deliveryId: null,
  parentId: seen.parentId ?? null,
  permalink: seen.permalink ?? null,
  subject: null,
  text: seen.text,
  html: null,
  attachments: [],
  around: null,
  meta: {},
  language: null,
  sentAt: claimedAt(seen.sentAt, receivedAt),
  receivedAt,
  version: 1,
  editedAt: null,
  deletedAt: null,
  outsideDesk: true,
})

/** Someone spoke for the brand without the desk: a colleague's slip, or the first sign of a stolen account. The managers are told. */
const raiseAlarm = (batch: Batch, seen: Own, conversation?: ConversationDraft, messageId?: string): void => {
  const caseId = batch.cases.get(conversation?.id ?? '')?.id
  const data = { externalId: seen.messageId, permalink: seen.permalink, messageId, accountId: batch.account.id }
  const place = {
    accountId: batch.account.id,
    ...(conversation && { conversationId: conversation.id }),
    ...(caseId && { caseId }),
  }
  batch.events.push({ name: 'message.published-outside', at: batch.now, memberId: null, ...place, data })
  batch.notices.push({ kind: 'published-outside', to: 'managers', caseId: caseId ?? null, data })
}

/** Our own account spoke. `told` says that the alarm was raised when it was first heard of. */
export const hearOwn = (batch: Batch, seen: Own, receivedAt: Instant, told: boolean): void => {
  if (batch.messages.has(seen.messageId)) return
  const delivery = findDelivery(batch, seen)
  if (delivery?.state === 'sent') return
  if (delivery !== undefined && ON_ITS_WAY.has(delivery.state)) {
    // What becomes of the delivery will tell whether this is it.
    batch.early.push({ aboutKind: 'delivery', about: delivery.id, activity: seen, receivedAt })
    return
  }
  // What the account said before it was connected is history, and alarms nobody.
  const isNews = !told && claimedAt(seen.sentAt, receivedAt) >= batch.account.connectedAt
  const conversation = findConversation(batch, seen)
  if (conversation === undefined) {
    const about = seen.conversationKey ?? seen.parentId
    const aboutKind = seen.conversationKey === undefined ? 'message' : 'conversation'
    if (about !== undefined) batch.early.push({ aboutKind, about, activity: seen, receivedAt })
    if (isNews) raiseAlarm(batch, seen)
    return
  }
  const message = draftOwn(batch, seen, conversation, receivedAt)
  batch.messages.set(message.externalId, message)
  addToConversation(conversation, message)
  stepCase(batch, conversation, { kind: 'answer-published-outside', sentAt: message.sentAt })
  if (isNews) raiseAlarm(batch, seen, conversation, message.id)
}

/** A bounce: the customer did not get our answer, so they wait for it still (A1). */
export const hearUndelivered = (batch: Batch, seen: Undelivered, receivedAt: Instant): void => {
  const { messageId: externalId, reason, permanent } = seen
  const message = batch.messages.get(externalId)
  if (message === undefined) {
    batch.early.push({ aboutKind: 'message', about: externalId, activity: seen, receivedAt })
    return
  }
  const told = message.meta.undelivered as { permanent?: boolean } | undefined
  if (message.direction === 'in' || (told !== undefined && (told.permanent === true || !permanent))) return
  const at = claimedAt(seen.at, receivedAt)
  message.meta = { ...message.meta, undelivered: { reason, permanent, at } }
  if (message.fate === 'known') message.fate = 'changed'
  const { conversation, id: messageId, memberId } = message
  const known = permanent
    ? stepCase(batch, conversation, { kind: 'answer-undelivered', sentAt: message.sentAt })
    : batch.cases.get(conversation.id)
  const place = { accountId: batch.account.id, conversationId: conversation.id, ...(known && { caseId: known.id }) }
  const data = { messageId, reason, permanent }
  batch.events.push({ name: 'message.undelivered', at: batch.now, memberId: null, ...place, data })
  const who = memberId ?? known?.fold.ownerId ?? null
  const to = who === null ? ('managers' as const) : { memberId: who }
  batch.notices.push({ kind: 'message-undelivered', to, caseId: known?.id ?? null, data })
}
