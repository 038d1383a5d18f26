import { z } from 'zod'

const id = z.string().min(1).max(500)
const name = z.string().max(500)
const text = z.string().max(100_000)
const instant = z.iso.datetime({ offset: true }).transform((written) => Date.parse(written))
const webAddress = z.url({ protocol: /^https?$/ }).max(2_000)
const audience = z.enum(['public', 'private'])

const author = z.strictObject({
  id,
  handle: name.min(1),
  name,
  url: webAddress.optional(),
  avatarUrl: webAddress.optional(),
  followers: z.int().min(0).optional(),
})

const attachment = z.strictObject({
  kind: z.enum(['image', 'video', 'audio', 'file', 'link']),
  url: webAddress,
  name: name.optional(),
  mediaType: z.string().max(200).optional(),
  size: z.int().min(0).optional(),
  alt: z.string().max(5_000).optional(),
})

const message = z.strictObject({
  type: z.literal('message'),
  id,
  conversation: id,
  author,
  audience,
  text,
  sentAt: instant,
  permalink: webAddress.optional(),
  attachments: z.array(attachment).max(20).optional(),
  parentId: id.optional(),
  language: z.string().max(35).optional(),
})

const edit = z.strictObject({ type: z.literal('edit'), id, text, editedAt: instant })
const deletion = z.strictObject({ type: z.literal('deletion'), id, deletedAt: instant })

/** The brand's own words at the source: ours coming back (`replyId` is the `webhook-id` of the reply), or said elsewhere. */
const own = z.strictObject({
  type: z.literal('own'),
  id,
  audience,
  text,
  sentAt: instant,
  replyId: z.uuid().optional(),
  parentId: id.optional(),
  permalink: webAddress.optional(),
})

/** All that a source may hand in. Unknown fields are refused: a typo must not become a loss. */
export const Payload = z.discriminatedUnion('type', [message, edit, deletion, own])
export type Payload = z.infer<typeof Payload>

/** What the source answers to a reply that it has taken. */
export const Taken = z.object({ id, permalink: webAddress.optional() })

/** What the source may say when it will never take a reply. */
export const Declined = z.object({
  refused: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
  detail: z.string().max(500).optional(),
})
