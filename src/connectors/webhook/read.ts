import type { Activity, AttachmentSeen, AuthorProfile } from '#core/mention.ts'
import { keyOfExchange } from './conversation.ts'
import { Payload } from './payload.ts'
import { MOST_RAW_BYTES } from './verify.ts'

type Said = Extract<Payload, { type: 'message' }>

/** What was left out stays left out: an `undefined` is not an answer. */
const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

const authorOf = ({ id, handle, name, url, avatarUrl, followers }: Said['author']): AuthorProfile => ({
  externalId: id,
  handle,
  displayName: name === '' ? handle : name,
  ...given({ profileUrl: url, avatarUrl, followers }),
})

const attachmentOf = ({ kind, ...rest }: NonNullable<Said['attachments']>[number]): AttachmentSeen => ({
  kind,
  ...given(rest),
})

const messageOf = (said: Said): Activity => ({
  kind: 'message',
  messageId: said.id,
  conversationKey: keyOfExchange({
    audience: said.audience,
    conversation: said.conversation,
    personId: said.author.id,
  }),
  author: authorOf(said.author),
  audience: said.audience,
  form: said.audience === 'private' ? 'direct' : said.parentId === undefined ? 'mention' : 'reply',
  text: said.text,
  attachments: (said.attachments ?? []).map(attachmentOf),
  sentAt: said.sentAt,
  ...given({ permalink: said.permalink, parentId: said.parentId, language: said.language }),
})

const activityOf = (payload: Payload): Activity => {
  switch (payload.type) {
    case 'message':
      return messageOf(payload)
    case 'edit':
      return { kind: 'edit', messageId: payload.id, text: payload.text, editedAt: payload.editedAt }
    case 'deletion':
      return { kind: 'deletion', messageId: payload.id, deletedAt: payload.deletedAt }
    case 'own': {
      const { id, audience, text, sentAt, replyId, parentId, permalink } = payload
      return { kind: 'own', messageId: id, audience, text, sentAt, ...given({ mark: replyId, parentId, permalink }) }
    }
  }
}

/** Reads the bytes of one webhook. What does not follow the payload to the letter is refused, with the place of the fault. */
export const read = ({ raw }: { body?: unknown; raw?: Uint8Array }): Activity[] => {
  if (!raw) throw new Error('a webhook is read from its bytes')
  if (raw.length > MOST_RAW_BYTES) throw new Error(`a webhook is ${MOST_RAW_BYTES} bytes at most`)
  const parsed = Payload.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw)))
  if (parsed.success) return [activityOf(parsed.data)]
  const faults = parsed.error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join('.') || 'payload'}: ${message}`)
  throw new Error(faults.join('; '))
}
