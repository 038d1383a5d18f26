import { z } from 'zod'
import {
  caseView,
  deliveryShape,
  factKind,
  factShape,
  factStatus,
  messageShape,
  noteShape,
  privateWayView,
} from './case-view.ts'
import { route } from './route.ts'
import { audience, closingReason, done, id, instant, memberRef } from './shapes.ts'

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
      /** A document kept by POST /api/w/:workspace/cases/:id/documents. */
      documentId: id.optional(),
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
      /** The account that the composer shows; the first one stays with the draft (G5). */
      accountId: id.optional(),
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
      /** `threadMark` of the case as the writer had it on screen: what came or changed since is shown before anything leaves. */
      seenMark: z.string().max(60),
      /** Sends although a colleague’s reply is on its way; asked after `thread-moved-on` was shown, with the mark of what was shown. */
      despiteNews: z.boolean().optional(),
      resolveAfter: z.boolean().optional(),
      urgent: z.boolean().optional(),
    }),
    output: deliveryShape,
  }),
}
