import { z } from 'zod'
import { audience, id, instant, memberRef } from './shapes.ts'

/** Why a reply waits for a second person, as the core says it. */
export const waitReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('trainee') }),
  z.object({ kind: z.literal('subject'), name: z.string(), approvers: z.union([z.literal(1), z.literal(2)]) }),
  z.object({ kind: z.literal('finding'), rule: z.string() }),
  z.object({ kind: z.literal('contested'), rule: z.string(), words: z.string(), reason: z.string() }),
  z.object({
    kind: z.literal('amount'),
    cents: z.number().nullable(),
    percent: z.number().nullable(),
    aboveCents: z.number(),
  }),
  z.object({ kind: z.literal('reach'), followers: z.number(), above: z.number() }),
  z.object({ kind: z.literal('account') }),
  z.object({ kind: z.literal('no-autonomy') }),
  z.object({ kind: z.literal('all-read') }),
  z.object({ kind: z.literal('statement') }),
  z.object({ kind: z.literal('wished') }),
])

export const approvalShape = z.object({
  id,
  caseId: id,
  accountId: id,
  audience,
  state: z.enum(['waiting', 'approved', 'returned', 'withdrawn', 'voided']),
  writer: memberRef,
  askedText: z.string(),
  /** As it stands: the writer's words, or those that an approver put in their place. */
  text: z.string(),
  /** Counts the wordings; given back when approving, as the one that was read. */
  wording: z.number(),
  reasons: z.array(waitReason),
  needed: z.union([z.literal(1), z.literal(2)]),
  given: z.array(memberRef),
  /** To whom it has been put so far; empty when nobody in the brand can read it. */
  askedOf: z.array(memberRef),
  askedAt: instant,
  countedFrom: instant,
  dueAt: instant,
  /** Whether a customer waits until then. */
  owed: z.boolean(),
  holdingOffered: z.boolean(),
  returnReason: z.string().nullable(),
  decidedBy: memberRef.nullable(),
  decidedAt: instant.nullable(),
})

export type ApprovalView = z.infer<typeof approvalShape>
export type WaitReasonView = z.infer<typeof waitReason>
