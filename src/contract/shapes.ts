import { z } from 'zod'

/** Small shapes that several routes share. Instants are milliseconds since 1970, UTC. */
export const id = z.uuid()
/** Epoch milliseconds, from the year 1 to the year 9999: what both clocks and the database can hold. */
export const instant = z.number().int().min(-62_135_596_800_000).max(253_402_300_799_999)
export const audience = z.enum(['public', 'private'])
export const language = z.enum(['fr', 'en'])
export const role = z.enum(['admin', 'manager', 'validator', 'agent', 'trainee'])
export const caseState = z.enum(['open', 'waiting', 'resolved', 'reopened'])
export const closingReason = z.enum([
  'answered',
  'no-answer-needed',
  'thanks-sufficient',
  'answered-elsewhere',
  'duplicate',
  'spam',
  'author-deleted',
])
export const done = z.object({ done: z.literal(true) })
export const nothing = z.object({}).optional()

export const memberRef = z.object({ id, name: z.string() })

export const attachment = z.object({
  kind: z.enum(['image', 'video', 'audio', 'file', 'link']),
  name: z.string().optional(),
  /** Same-origin address of the kept copy, or null when only the network has it. */
  url: z.string().nullable(),
  mediaType: z.string().optional(),
  size: z.number().optional(),
  alt: z.string().optional(),
})

export const authorShape = z.object({
  id,
  externalId: z.string(),
  handle: z.string(),
  displayName: z.string(),
  avatarUrl: z.string().nullable(),
  profileUrl: z.string().nullable(),
  followers: z.number().nullable(),
})

export const accountShape = z.object({
  id,
  connector: z.string(),
  /** The network's own name, as the connector gives it: « Bluesky », « E-mail ». */
  network: z.string(),
  handle: z.string(),
  displayName: z.string(),
  avatarUrl: z.string().nullable(),
  colour: z.string(),
  state: z.enum(['connected', 'needs-attention', 'disconnected']),
})

export type Account = z.infer<typeof accountShape>
export type Author = z.infer<typeof authorShape>
export type Attachment = z.infer<typeof attachment>
export type MemberRef = z.infer<typeof memberRef>
export type Role = z.infer<typeof role>
