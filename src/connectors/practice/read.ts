import { z } from 'zod'
import type { Activity } from '#core/mention.ts'

const id = z.string().min(1).max(200)
const text = z.string().max(5_000)
const at = z.int().min(-8.64e15).max(8.64e15)
const audience = z.enum(['public', 'private'])
const words = z.string().max(200)

const above = z.strictObject({ authorName: words, handle: words, text, sentAt: at.optional(), own: z.boolean() })

const Body = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('message'),
    id,
    conversation: id,
    author: z.strictObject({ id, handle: words, name: words, followers: z.int().min(0) }),
    language: z.enum(['fr', 'en']),
    audience,
    form: z.enum(['mention', 'reply', 'direct']),
    text,
    at,
    parentId: id.optional(),
    above: z.array(above).max(10),
  }),
  z.strictObject({ kind: z.literal('edit'), id, text, at }),
  z.strictObject({ kind: z.literal('deletion'), id, at }),
  z.strictObject({
    kind: z.literal('own'),
    id,
    text,
    audience,
    at,
    mark: id.optional(),
    conversation: id.optional(),
    parentId: id.optional(),
  }),
])
type Body = z.infer<typeof Body>

const messageOf = (body: Extract<Body, { kind: 'message' }>): Activity => ({
  kind: 'message',
  messageId: body.id,
  conversationKey: body.conversation,
  author: {
    externalId: body.author.id,
    handle: body.author.handle,
    displayName: body.author.name,
    followers: body.author.followers,
  },
  audience: body.audience,
  form: body.form,
  text: body.text,
  attachments: [],
  sentAt: body.at,
  language: body.language,
  ...(body.above.length === 0
    ? {}
    : { above: body.above.map(({ sentAt, ...post }) => ({ ...post, ...(sentAt === undefined ? {} : { sentAt }) })) }),
  ...(body.parentId === undefined ? {} : { parentId: body.parentId }),
})

const ownOf = ({ id, text, audience, at, mark, conversation, parentId }: Extract<Body, { kind: 'own' }>): Activity => ({
  kind: 'own',
  messageId: id,
  audience,
  text,
  sentAt: at,
  ...(mark === undefined ? {} : { mark }),
  ...(conversation === undefined ? {} : { conversationKey: conversation }),
  ...(parentId === undefined ? {} : { parentId }),
})

export const read = ({ body }: { body?: unknown; raw?: Uint8Array }): Activity[] => {
  const post = Body.parse(body)
  if (post.kind === 'message') return [messageOf(post)]
  if (post.kind === 'own') return [ownOf(post)]
  if (post.kind === 'edit') return [{ kind: 'edit', messageId: post.id, text: post.text, editedAt: post.at }]
  return [{ kind: 'deletion', messageId: post.id, deletedAt: post.at }]
}
