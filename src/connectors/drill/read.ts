import { z } from 'zod'
import type { Activity } from '#core/mention.ts'

const id = z.string().min(1).max(200)
const text = z.string().max(5_000)
const words = z.string().max(200)
const at = z.int().min(-8.64e15).max(8.64e15)
const audience = z.enum(['public', 'private'])

const above = z.strictObject({ authorName: words, handle: words, text, sentAt: at.optional(), own: z.boolean() })
const Body = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('message'),
    messageId: id,
    conversationKey: id,
    author: z.strictObject({
      externalId: id,
      handle: words,
      displayName: words,
      followers: z.int().min(0).optional(),
    }),
    audience,
    form: z.enum(['mention', 'reply', 'quote', 'direct', 'review', 'comment']),
    text,
    language: z.enum(['fr', 'en']).optional(),
    sentAt: at,
    parentId: id.optional(),
    above: z.array(above).max(10).optional(),
    /** Of a picture only what it shows is told: nothing of a story may be fetched from anywhere. */
    attachments: z.array(z.strictObject({ kind: z.literal('image'), name: words, alt: text })).max(4),
  }),
  z.strictObject({ kind: z.literal('edit'), messageId: id, text, editedAt: at }),
  z.strictObject({ kind: z.literal('deletion'), messageId: id, deletedAt: at }),
  z.strictObject({
    kind: z.literal('own'),
    messageId: id,
    mark: id.optional(),
    conversationKey: id.optional(),
    parentId: id.optional(),
    audience,
    text,
    sentAt: at,
  }),
])

const withoutGaps = <T extends object>(given: T): T =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T

/** The story writes in the desk's own words already; it is read as strictly as any network. */
export const read = ({ body }: { body?: unknown; raw?: Uint8Array }): Activity[] => [
  withoutGaps(Body.parse(body)) as Activity,
]
