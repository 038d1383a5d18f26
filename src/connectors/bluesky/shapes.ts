import { z } from 'zod'
import { findPostAddress } from './addresses.ts'
import { postReferenceSchema } from './target.ts'

/** The parts of the network's published shapes that are read here. What is not named is left alone: the network adds things. */

const instant = z
  .string()
  .max(64)
  .refine((text) => text.length <= 64 && Number.isFinite(Date.parse(text)), 'not an instant')
const did = z
  .string()
  .max(400)
  .regex(/^did:[a-z]{1,20}:[A-Za-z0-9._:%-]+$/)
export const postUriSchema = z
  .string()
  .max(900)
  .refine((uri) => findPostAddress(uri) !== null, 'not the address of a post')
/** Shown to people and fetched through the guarded door: a web address, or it is left out. */
export const webAddress = z
  .string()
  .max(4000)
  .refine((url) => /^https?:\/\//i.test(url) && URL.canParse(url), 'not a web address')

/** Ten times what the network allows today. */
const TEXT = 30_000

export const authorSchema = z.object({
  did,
  handle: z.string().min(1).max(300),
  displayName: z.string().max(1000).optional(),
  avatar: webAddress.optional(),
})
export type Author = z.infer<typeof authorSchema>

const facet = z.object({
  features: z.array(z.object({ $type: z.string().max(300), uri: z.unknown().optional() })).max(20),
})

export const recordSchema = z.object({
  text: z.string().max(TEXT),
  createdAt: instant,
  langs: z.array(z.string().max(50)).max(10).optional(),
  facets: z.array(facet).max(1000).optional(),
  reply: z.object({ root: postReferenceSchema, parent: postReferenceSchema }).optional(),
})
export type PostRecord = z.infer<typeof recordSchema>

/** A post as shown around another one. */
export const contextSchema = z.object({
  uri: postUriSchema,
  author: authorSchema,
  text: z.string().max(TEXT),
  at: instant,
})
export type Context = z.infer<typeof contextSchema>

const post = {
  uri: postUriSchema,
  cid: postReferenceSchema.shape.cid,
  author: authorSchema,
  record: recordSchema,
  indexedAt: instant,
}

/** The receipts of this connector, written by the poll and read by `read`; between the two they lie in the desk's database. */
export const receiptSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('post'),
    reason: z.enum(['mention', 'reply', 'quote']),
    ...post,
    embed: z.unknown().optional(),
    followers: z.number().int().nonnegative().max(1e12).optional(),
    above: z.array(contextSchema).max(10),
  }),
  z.object({ kind: z.literal('own'), ...post, customer: did.optional() }),
  z.object({ kind: z.literal('edited'), ...post }),
  z.object({ kind: z.literal('deleted'), uri: postUriSchema, noticedAt: z.number().int().nonnegative().max(8e15) }),
])
export type ReceiptBody = z.infer<typeof receiptSchema>
