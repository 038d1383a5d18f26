import { z } from 'zod'
import { MODERATION_CAUSES } from '#core/charter/moderation-cause.ts'
import { route } from './route.ts'
import { done, id, instant, memberRef, nothing } from './shapes.ts'

const cause = z.enum(MODERATION_CAUSES)
const words = z.string().trim().min(1).max(1000)

export const removalState = z.enum(['asked', 'refused', 'withdrawn', 'confirmed', 'hidden', 'not-hidden'])

const removalShape = z.object({
  id,
  caseId: id,
  caseNumber: z.number(),
  cause,
  reason: z.string(),
  state: removalState,
  text: z.string(),
  authorName: z.string(),
  network: z.string(),
  permalink: z.string().nullable(),
  askedBy: memberRef,
  askedAt: instant,
  decidedBy: memberRef.nullable(),
  refusalReason: z.string().nullable(),
  outcome: z.string().nullable(),
  evidenceHash: z.string(),
  statement: z.object({ fr: z.string(), en: z.string() }),
})

const checkShape = z.object({
  messageId: id,
  found: z.enum(['up', 'gone', 'no-answer', 'cannot-ask']),
  checkedAt: instant,
})
export type MessageCheck = z.infer<typeof checkShape>

export const moderationRoutes = {
  checkMessage: route({
    method: 'POST',
    path: '/messages/:id/checks',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'Asks the network whether a public message is still up, and keeps the answer with its time (D2).',
    input: z.strictObject({ id }),
    output: checkShape,
  }),
  listChecks: route({
    method: 'GET',
    path: '/cases/:id/checks',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'What the network answered last about each message of a case, and which are asked to be removed.',
    input: z.strictObject({ id }),
    output: z.object({
      checks: z.array(checkShape),
      removals: z.array(z.object({ messageId: id, state: removalState })),
    }),
  }),
  listRemovals: route({
    method: 'GET',
    path: '/removals',
    scope: 'workspace',
    permission: 'removal.ask',
    summary: 'Lawful removals, newest first, and how many were carried out by cause (D1).',
    input: nothing,
    output: z.object({
      removals: z.array(removalShape),
      counts: z.array(z.object({ cause, asked: z.number(), hidden: z.number() })),
    }),
  }),
  readEvidence: route({
    method: 'GET',
    path: '/removals/:id/evidence',
    scope: 'workspace',
    permission: 'removal.ask',
    summary: 'The evidence as it was kept before the act, with its SHA-256.',
    input: z.strictObject({ id }),
    output: z.object({ evidence: z.record(z.string(), z.unknown()), sha256: z.string() }),
  }),
  askRemoval: route({
    method: 'POST',
    path: '/messages/:id/removals',
    scope: 'workspace',
    permission: 'removal.ask',
    summary: 'Asks for the lawful removal of a public message, for a cause of the list; a second person decides.',
    input: z.strictObject({ id, cause, reason: words }),
    output: z.object({ id }),
  }),
  confirmRemoval: route({
    method: 'POST',
    path: '/removals/:id/confirmation',
    scope: 'workspace',
    permission: 'removal.confirm',
    summary: 'The second person confirms; the network is asked to hide the message where it can be.',
    input: z.strictObject({ id }),
    output: z.object({ state: removalState, outcome: z.string().nullable() }),
  }),
  refuseRemoval: route({
    method: 'POST',
    path: '/removals/:id/refusal',
    scope: 'workspace',
    permission: 'removal.confirm',
    summary: 'The second person says no, and why; the message stays.',
    input: z.strictObject({ id, reason: words }),
    output: done,
  }),
  withdrawRemoval: route({
    method: 'POST',
    path: '/removals/:id/withdrawal',
    scope: 'workspace',
    permission: 'removal.ask',
    summary: 'Whoever asked takes it back.',
    input: z.strictObject({ id }),
    output: done,
  }),
}
