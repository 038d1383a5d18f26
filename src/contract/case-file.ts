import { z } from 'zod'
import { GESTURE_KINDS, GESTURE_OBSTACLES } from '#core/case-file/gesture.ts'
import { departmentShape } from './departments.ts'
import { route } from './route.ts'
import { done, id, instant, memberRef, nothing } from './shapes.ts'

const words = (most: number) => z.string().trim().min(1).max(most)

const gestureShape = z.object({
  id,
  kind: z.enum(GESTURE_KINDS),
  amountCents: z.number(),
  reason: z.string(),
  by: memberRef,
  givenAt: instant,
  caseId: id,
  caseNumber: z.number(),
  overrode: z.enum(GESTURE_OBSTACLES).nullable(),
  overrideReason: z.string().nullable(),
  /** Noted by mistake and taken back: it stays in the ledger and counts no more. */
  reversal: z.object({ by: memberRef, at: instant, reason: z.string() }).nullable(),
})
const commitmentShape = z.object({
  id,
  what: z.string(),
  dueAt: instant,
  by: memberRef,
  madeAt: instant,
  outcome: z.enum(['kept', 'broken']).nullable(),
  outcomeNote: z.string().nullable(),
})
const questionShape = z.object({
  id,
  department: z.string(),
  /** How the department is reached outside the desk; empty when nobody wrote it down. */
  reach: z.string(),
  askedOf: memberRef.nullable(),
  question: z.string(),
  askedBy: memberRef,
  askedAt: instant,
  dueAt: instant,
  escalatedAt: instant.nullable(),
  answer: z.string().nullable(),
  answeredBy: memberRef.nullable(),
  answeredAt: instant.nullable(),
})

const sourceShape = z.object({
  id,
  name: z.string(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
})

export const fileView = z.object({
  /** Why the desk gave the case to whoever owns it now, as the log keeps it; null when a member gave it (T2). */
  given: z.record(z.string(), z.unknown()).nullable(),
  /** Given to this customer over twelve months, in this case and in others, newest first. */
  gestures: z.array(gestureShape),
  givenCents: z.number(),
  capCents: z.number().nullable(),
  perYearCents: z.number().nullable(),
  roomCents: z.number(),
  commitments: z.array(commitmentShape),
  questions: z.array(questionShape),
  /** The brand's own departments, then names that were asked before. */
  departments: z.array(departmentShape),
  asked: z.array(z.string()),
})
export type FileView = z.infer<typeof fileView>

export const caseFileRoutes = {
  readCaseFile: route({
    method: 'GET',
    path: '/cases/:id/file',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'What was given, promised and asked about this case.',
    input: z.strictObject({ id }),
    output: fileView,
  }),
  giveGesture: route({
    method: 'POST',
    path: '/cases/:id/gestures',
    scope: 'workspace',
    permission: 'case.work',
    summary:
      'Enters a goodwill gesture in the customer’s ledger; a manager may pass what stands against it, with a reason (G8).',
    input: z.strictObject({
      id,
      kind: z.enum(GESTURE_KINDS),
      amountCents: z.number().int().min(1).max(100_000_000),
      reason: words(500),
      overrideReason: words(500).optional(),
    }),
    output: z.object({ givenCents: z.number() }),
  }),
  reverseGesture: route({
    method: 'POST',
    path: '/gestures/:id/reversal',
    scope: 'workspace',
    permission: 'case.work',
    summary: 'Takes back a gesture that was noted by mistake: one’s own, or anybody’s for a manager; both lines stay.',
    input: z.strictObject({ id, reason: words(500) }),
    output: z.object({ givenCents: z.number() }),
  }),
  makeCommitment: route({
    method: 'POST',
    path: '/cases/:id/commitments',
    scope: 'workspace',
    permission: 'case.work',
    summary: 'Keeps what the customer was promised and by when; whoever answers for the case is reminded before.',
    input: z.strictObject({ id, what: words(500), dueAt: instant }),
    output: done,
  }),
  closeCommitment: route({
    method: 'PUT',
    path: '/commitments/:id/outcome',
    scope: 'workspace',
    permission: 'case.work',
    summary: 'Says whether the word was kept; a broken one says why.',
    input: z.strictObject({ id, outcome: z.enum(['kept', 'broken']), note: z.string().trim().max(500).optional() }),
    output: done,
  }),
  askDepartment: route({
    method: 'POST',
    path: '/cases/:id/questions',
    scope: 'workspace',
    permission: 'note.write',
    summary: 'Asks a department or a colleague about the case, by what it promises or by a given time (T3).',
    input: z.strictObject({
      id,
      /** One of the brand's departments, or any name. */
      department: z.union([z.strictObject({ id }), words(100)]),
      askedOf: id.optional(),
      question: words(2000),
      /** Left out: what the department promises. */
      dueAt: instant.optional(),
    }),
    output: done,
  }),
  answerQuestion: route({
    method: 'PUT',
    path: '/questions/:id/answer',
    scope: 'workspace',
    permission: 'note.write',
    summary: 'Gives the department’s answer; whoever asked is told.',
    input: z.strictObject({ id, answer: words(4000) }),
    output: done,
  }),
  listFactSources: route({
    method: 'GET',
    path: '/fact-sources',
    scope: 'workspace',
    permission: 'systems.write',
    summary: 'The brand’s own systems that may tell facts: POST /api/w/:workspace/facts, or a signed webhook.',
    input: nothing,
    output: z.object({ sources: z.array(sourceShape) }),
  }),
  createFactSource: route({
    method: 'POST',
    path: '/fact-sources',
    scope: 'workspace',
    permission: 'systems.write',
    fresh: true,
    summary: 'Lets a system tell facts; its token and its webhook secret are shown once.',
    input: z.strictObject({ name: words(80) }),
    output: z.object({ id, token: z.string(), secret: z.string() }),
  }),
  revokeFactSource: route({
    method: 'DELETE',
    path: '/fact-sources/:id',
    scope: 'workspace',
    permission: 'systems.write',
    summary: 'Cuts a system off at once; what it told stays on file.',
    input: z.strictObject({ id }),
    output: done,
  }),
}
