import { z } from 'zod'
import { presence } from './inbox.ts'
import { route } from './route.ts'
import {
  attachment,
  audience,
  authorShape,
  caseState,
  closingReason,
  done,
  id,
  instant,
  memberRef,
  nothing,
} from './shapes.ts'

export const factKind = z.enum(['refund', 'delivery', 'replacement', 'owner', 'incident', 'resolution', 'order'])
export const factStatus = z.enum(['requested', 'done', 'cancelled'])

export const factShape = z.object({
  id,
  kind: factKind,
  status: factStatus,
  detail: z.string(),
  proof: z.string().nullable(),
  proofUrl: z.string().nullable(),
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
      table: z.object({
        ranges: z.array(z.object({ from: z.number(), to: z.number(), weight: z.number() })),
        otherWeight: z.number(),
        emojiWeight: z.number().optional(),
      }),
    })
    .optional(),
  urlWeight: z.number().optional(),
  bareDomains: z.array(z.string()).optional(),
  mentionsWithoutHost: z.boolean().optional(),
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
  /** The last thirty, oldest first; `olderBefore` fetches the ones above. */
  messages: z.array(messageShape),
  olderBefore: z.string().nullable(),
  notes: z.array(noteShape),
  facts: z.array(factShape),
  labels: z.array(z.object({ id, name: z.string(), colour: z.string() })),
  deliveries: z.array(deliveryShape),
  drafts: z.array(
    z.object({
      audience: z.enum(['public', 'private', 'internal']),
      text: z.string(),
      version: z.number(),
      updatedAt: instant,
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
  }),
  history: z.array(historyEntry),
})
export type CaseView = z.infer<typeof caseView>
export type MessageView = z.infer<typeof messageShape>
export type DeliveryView = z.infer<typeof deliveryShape>
export type FactView = z.infer<typeof factShape>
export type NoteView = z.infer<typeof noteShape>
export type PrivateWayView = z.infer<typeof privateWayView>

const ofCase = { id }

export const caseRoutes = {
  readCase: route({
    method: 'GET',
    path: '/cases/:id',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'One case with its thread, its file and what may be said now.',
    input: z.strictObject(ofCase),
    output: caseView,
  }),
  readOlderMessages: route({
    method: 'GET',
    path: '/cases/:id/messages',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'The thirty messages above.',
    input: z.strictObject({ ...ofCase, before: z.string().max(200) }),
    output: z.object({ messages: z.array(messageShape), olderBefore: z.string().nullable() }),
  }),
  readPrivateWay: route({
    method: 'GET',
    path: '/cases/:id/private-way',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'Whether a private message can reach this person on this network, asked of the network.',
    input: z.strictObject(ofCase),
    output: privateWayView,
  }),
  readTimeline: route({
    method: 'GET',
    path: '/cases/:id/timeline',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'Everything that happened to the case, from the event log.',
    input: z.strictObject(ofCase),
    output: z.object({
      events: z.array(
        z.object({
          id: z.string(),
          at: instant,
          name: z.string(),
          by: memberRef.nullable(),
          data: z.record(z.string(), z.unknown()),
        }),
      ),
    }),
  }),
  assignCase: route({
    method: 'PUT',
    path: '/cases/:id/owner',
    scope: 'workspace',
    permission: 'case.work',
    summary: 'Names who answers for the case; null puts it back in the queue.',
    input: z.strictObject({ ...ofCase, memberId: id.nullable(), takeOver: z.boolean().optional() }),
    output: done,
  }),
  snoozeCase: route({
    method: 'PUT',
    path: '/cases/:id/snooze',
    scope: 'workspace',
    permission: 'case.work',
    summary: 'Sets the case aside until then; past the deadline only with a reason.',
    input: z.strictObject({ ...ofCase, until: instant, pastDeadlineBecause: z.string().trim().max(500).optional() }),
    output: done,
  }),
  wakeCase: route({
    method: 'DELETE',
    path: '/cases/:id/snooze',
    scope: 'workspace',
    permission: 'case.work',
    summary: 'Brings a snoozed case back now.',
    input: z.strictObject(ofCase),
    output: done,
  }),
  resolveCase: route({
    method: 'POST',
    path: '/cases/:id/resolution',
    scope: 'workspace',
    permission: 'case.work',
    summary: 'Closes the case; without an answer it needs a reason (A1).',
    input: z.strictObject({ ...ofCase, reason: closingReason.optional(), note: z.string().max(2000).optional() }),
    output: done,
  }),
  reopenCase: route({
    method: 'DELETE',
    path: '/cases/:id/resolution',
    scope: 'workspace',
    permission: 'case.work',
    summary: 'Opens a closed case again.',
    input: z.strictObject(ofCase),
    output: done,
  }),
  addNote: route({
    method: 'POST',
    path: '/cases/:id/notes',
    scope: 'workspace',
    permission: 'note.write',
    summary: 'An internal note; `@Name` tells that member.',
    input: z.strictObject({ ...ofCase, text: z.string().trim().min(1).max(10_000) }),
    output: noteShape,
  }),
  labelCase: route({
    method: 'PUT',
    path: '/cases/:id/labels/:labelId',
    scope: 'workspace',
    permission: 'case.work',
    summary: 'Puts a label on the case.',
    input: z.strictObject({ ...ofCase, labelId: id }),
    output: done,
  }),
  unlabelCase: route({
    method: 'DELETE',
    path: '/cases/:id/labels/:labelId',
    scope: 'workspace',
    permission: 'case.work',
    summary: 'Takes a label off the case.',
    input: z.strictObject({ ...ofCase, labelId: id }),
    output: done,
  }),
  recordFact: route({
    method: 'POST',
    path: '/cases/:id/facts',
    scope: 'workspace',
    permission: 'case.work',
    summary: 'Adds a fact to the case file; « done » needs its proof (G4).',
    input: z.strictObject({
      ...ofCase,
      kind: factKind,
      status: factStatus,
      detail: z.string().trim().max(500).optional(),
      proof: z.string().trim().max(500).optional(),
      proofUrl: z
        .url({ protocol: /^https?$/ })
        .max(1000)
        .optional(),
    }),
    output: factShape,
  }),
  showPresence: route({
    method: 'PUT',
    path: '/cases/:id/presence',
    scope: 'workspace',
    permission: 'inbox.read',
    summary:
      'Says that one reads or writes here; asked again every 20 seconds, forgotten after 45. Writing takes the pen.',
    input: z.strictObject({ ...ofCase, doing: z.enum(['reading', 'writing']) }),
    output: z.object({ pen: z.object({ holder: memberRef.nullable(), mine: z.boolean() }) }),
  }),
  leaveCase: route({
    method: 'DELETE',
    path: '/cases/:id/presence',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'Says that one has left.',
    input: z.strictObject(ofCase),
    output: done,
  }),
  takePen: route({
    method: 'POST',
    path: '/cases/:id/pen',
    scope: 'workspace',
    permission: 'case.work',
    summary: 'Takes over writing from a colleague; leaves a trace.',
    input: z.strictObject(ofCase),
    output: done,
  }),
  saveDraft: route({
    method: 'PUT',
    path: '/cases/:id/draft',
    scope: 'workspace',
    permission: 'draft.write',
    summary: 'Keeps one’s unfinished words on the server; an empty text forgets them.',
    input: z.strictObject({
      ...ofCase,
      audience: z.enum(['public', 'private', 'internal']),
      text: z.string().max(20_000),
    }),
    output: z.object({ version: z.number() }),
  }),
  sendReply: route({
    method: 'POST',
    path: '/cases/:id/replies',
    scope: 'workspace',
    permission: 'reply.send',
    summary: 'Gives words to the delivery: guarded again, held for the undo, then sent exactly once.',
    input: z.strictObject({
      ...ofCase,
      /** Made by the client: the same press of « send », repeated, is one delivery. */
      deliveryId: id,
      audience,
      text: z.string().max(20_000),
      /** The account shown beside the button when it was pressed; another one is refused (G5). */
      accountId: id,
      /** The newest message the writer had on screen: what came since is shown before anything leaves. */
      seenMessageId: id.nullable(),
      /** Sends although the thread moved on; asked after `thread-moved-on` was shown. */
      despiteNews: z.boolean().optional(),
      resolveAfter: z.boolean().optional(),
      urgent: z.boolean().optional(),
    }),
    output: deliveryShape,
  }),
}

export const deliveryRoutes = {
  listUnsettled: route({
    method: 'GET',
    path: '/deliveries/unsettled',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'Replies that need someone: refused, to check, too late to leave alone.',
    input: nothing,
    output: z.object({ deliveries: z.array(deliveryShape.extend({ caseNumber: z.number(), authorName: z.string() })) }),
  }),
  undoDelivery: route({
    method: 'DELETE',
    path: '/deliveries/:id',
    scope: 'workspace',
    permission: 'reply.send',
    summary: 'Takes a held reply back into the draft; refused once it is leaving.',
    input: z.strictObject({ id }),
    output: z.object({ text: z.string(), audience }),
  }),
  settleDelivery: route({
    method: 'POST',
    path: '/deliveries/:id/decision',
    scope: 'workspace',
    permission: 'reply.send',
    summary: 'A person says what became of it: it is published, send it again, or give it up.',
    input: z.strictObject({
      id,
      decision: z.enum(['published', 'send-again', 'give-up']),
      permalink: z
        .url({ protocol: /^https?$/ })
        .max(1000)
        .optional(),
    }),
    output: deliveryShape,
  }),
}
