import { z } from 'zod'
import { MAY_SAY_CLAIMS } from '#core/crisis/may-say-line.ts'
import { approvalShape } from './approval-shape.ts'
import { guardCharterShape } from './charter-shape.ts'
import { presence } from './inbox.ts'
import { readingShape } from './readings.ts'
import { attachment, audience, authorShape, caseState, id, instant, memberRef } from './shapes.ts'

export const factKind = z.enum(['refund', 'delivery', 'replacement', 'owner', 'incident', 'resolution', 'order'])
export const factStatus = z.enum(['requested', 'done', 'cancelled'])

export const factShape = z.object({
  id,
  kind: factKind,
  status: factStatus,
  detail: z.string(),
  proof: z.string().nullable(),
  proofUrl: z.string().nullable(),
  /** The document that was kept as proof, on this desk. */
  document: z.object({ name: z.string(), url: z.string() }).nullable(),
  /** The brand’s own system that told it; null: a member did. */
  source: z.string().nullable(),
  by: memberRef.nullable(),
  recordedAt: instant,
})

/** A post of the thread that is not part of the exchange itself: what the customer answers to, or quotes. */
export const contextPost = z.object({
  authorName: z.string(),
  handle: z.string(),
  text: z.string(),
  sentAt: instant.nullable(),
  permalink: z.string().nullable(),
  own: z.boolean(),
})

export const deliveryState = z.enum([
  'held',
  'queued',
  'sending',
  'sent',
  'refused',
  'unknown',
  'to-check',
  'cancelled',
  'stale',
])

export const deliveryShape = z.object({
  id,
  caseId: id,
  accountId: id,
  audience,
  text: z.string(),
  state: deliveryState,
  /** Until when « undo » takes it back. */
  readyAt: instant,
  queuedAt: instant,
  attempt: z.number(),
  nextTryAt: instant.nullable(),
  reason: z.string().nullable(),
  detail: z.string().nullable(),
  permalink: z.string().nullable(),
  by: memberRef.nullable(),
})

export const messageShape = z.object({
  id,
  externalId: z.string(),
  direction: z.enum(['in', 'out']),
  kind: z.string(),
  audience,
  author: authorShape.nullable(),
  member: memberRef.nullable(),
  subject: z.string().nullable(),
  text: z.string(),
  /** E-mail only; shown in a sandboxed frame after sanitising, never inserted. */
  html: z.string().nullable(),
  attachments: z.array(attachment),
  quoted: contextPost.nullable(),
  above: z.array(contextPost),
  permalink: z.string().nullable(),
  sentAt: instant,
  receivedAt: instant,
  editedAt: instant.nullable(),
  deletedAt: instant.nullable(),
  versions: z.array(z.object({ version: z.number(), text: z.string(), seenAt: instant })),
  outsideDesk: z.boolean(),
  /** What it is; null for our own words, for what a machine wrote, and for what came before triage read it. */
  reading: readingShape.nullable(),
})

export const noteShape = z.object({
  id,
  text: z.string(),
  by: memberRef,
  mentions: z.array(memberRef),
  createdAt: instant,
})

const lengthLimit = z.object({
  graphemes: z.number().optional(),
  bytes: z.number().optional(),
  characters: z.number().optional(),
  weighted: z
    .object({
      limit: z.number(),
      urlWeight: z.number().optional(),
      bareDomains: z.array(z.string()).optional(),
      mentionsWithoutHost: z.boolean().optional(),
      table: z
        .object({
          ranges: z.array(z.object({ from: z.number(), to: z.number(), weight: z.number() })),
          otherWeight: z.number(),
          emojiWeight: z.number().optional(),
        })
        .optional(),
    })
    .optional(),
})

/** Whether a private message can reach this person, before anyone types (P2). */
export const privateWayView = z.object({
  can: z.boolean(),
  how: z.enum(['direct-message', 'private-reply', 'same-thread']).nullable(),
  /** Stable code translated by the web: not-mutual, recipient-closed, window-expired, no-private-messages, blocked, unknown… */
  why: z.string().nullable(),
  conditions: z.array(z.enum(['only-one-message', 'may-land-in-requests'])),
  until: instant.nullable(),
  /** The brand's other ways, best first: phone, e-mail, form. */
  offers: z.array(z.object({ kind: z.enum(['phone', 'email', 'form', 'other']), value: z.string() })),
  checkedAt: instant,
})

export const historyEntry = z.object({
  caseId: id,
  number: z.number(),
  network: z.string(),
  state: caseState,
  excerpt: z.string(),
  openedAt: instant,
  resolvedAt: instant.nullable(),
})

/** A line of what may be said, as the guard reads it. */
const guardLine = z.object({
  state: z.enum(['confirmed', 'unconfirmed', 'forbidden']),
  ...{ says: z.string(), words: z.array(z.string()), claims: z.array(z.enum(MAY_SAY_CLAIMS)), dates: z.boolean() },
  /** It is of an incident that the case belongs to. */
  ours: z.boolean(),
})

export const caseView = z.object({
  id,
  number: z.number(),
  version: z.number(),
  state: caseState,
  audience,
  accountId: id,
  conversationId: id,
  subject: z.string().nullable(),
  permalink: z.string().nullable(),
  author: authorShape,
  owner: memberRef.nullable(),
  dueAt: instant.nullable(),
  promisedMs: z.number().nullable(),
  unansweredSince: instant.nullable(),
  breachedAt: instant.nullable(),
  snoozedUntil: instant.nullable(),
  settledAt: instant.nullable(),
  resolution: z.string().nullable(),
  resolutionNote: z.string().nullable(),
  openedAt: instant,
  /** Changes with every message, edit and deletion of the thread; given back at sending as what the writer had seen. */
  threadMark: z.string(),
  /** The last thirty, oldest first; `olderBefore` fetches the ones above. */
  messages: z.array(messageShape),
  olderBefore: z.string().nullable(),
  notes: z.array(noteShape),
  facts: z.array(factShape),
  labels: z.array(z.object({ id, name: z.string(), colour: z.string() })),
  deliveries: z.array(deliveryShape),
  /** Replies that wait for a second person, and those that came back to one's own composer. */
  approvals: z.array(approvalShape),
  drafts: z.array(
    z.object({
      audience: z.enum(['public', 'private', 'internal']),
      text: z.string(),
      version: z.number(),
      updatedAt: instant,
      /** The account that was shown when it was begun, where it is not this one. */
      begunAs: z.string().optional(),
    }),
  ),
  /** Someone else's unfinished words on this case: who and in which composer, never the text. */
  othersWriting: z.array(z.object({ member: memberRef, since: instant })),
  presences: z.array(presence),
  /** Which composers may open: a private conversation is only ever answered privately. */
  audiences: z.array(audience),
  limits: z.object({ public: lengthLimit, private: lengthLimit }),
  /** What the guard needs to know besides the draft; the browser runs the same engine on it at each keystroke. */
  guard: z.object({
    incoming: z.string(),
    firstAnswer: z.boolean(),
    brandName: z.string(),
    account: z.string(),
    recentReplies: z.array(z.string()),
    /** What the charter in force settles for the guard (H1); null: the brand has none. */
    charter: guardCharterShape.nullable(),
    /** What this customer was given over the last twelve months (G8). */
    givenCents: z.number(),
    /** Findings that were contested in this case, and not rejected since. */
    contested: z.array(
      z.object({ audience, rule: z.string(), code: z.string(), words: z.string(), reason: z.string() }),
    ),
    /** What the brand's crisis cells let every composer say (C3); empty where none is open. */
    maySay: z.array(guardLine),
    /** The incidents that this case belongs to; with the pilot from the moment at which they have taken charge (C1). */
    incidents: z.array(z.object({ id, title: z.string(), pilot: memberRef.nullable() })),
  }),
  history: z.array(historyEntry),
})
export type CaseView = z.infer<typeof caseView>
export type MessageView = z.infer<typeof messageShape>
export type DeliveryView = z.infer<typeof deliveryShape>
export type FactView = z.infer<typeof factShape>
export type NoteView = z.infer<typeof noteShape>
export type PrivateWayView = z.infer<typeof privateWayView>
