import { z } from 'zod'
import { approvalShape } from './approval-shape.ts'
import { deliveryShape } from './case-view.ts'
import { caseRoutes } from './cases.ts'
import { route } from './route.ts'
import { audience, done, id, instant, nothing } from './shapes.ts'

/** The hour at which the words leave, where one was chosen; else they leave once they are approved. */
const leavesAt = instant.nullable()
const waitingRow = approvalShape.extend({
  caseNumber: z.number(),
  authorName: z.string(),
  excerpt: z.string(),
  leavesAt,
})

export const approvalRoutes = {
  askApproval: route({
    method: 'POST',
    path: '/cases/:id/approvals',
    scope: 'workspace',
    permission: 'reply.ask',
    summary: 'Puts words before those who may approve them; the same body as sending them, under the same delivery id.',
    input: caseRoutes.sendReply.input,
    output: approvalShape,
  }),
  listApprovals: route({
    method: 'GET',
    path: '/approvals',
    scope: 'workspace',
    permission: 'approval.give',
    summary: 'What waits for me, nearest deadline first.',
    input: nothing,
    output: z.object({ approvals: z.array(waitingRow) }),
  }),
  readApproval: route({
    method: 'GET',
    path: '/approvals/:id',
    scope: 'workspace',
    permission: 'approval.give',
    summary: 'One request: the words, why they wait, and whether the thread has moved on since.',
    input: z.strictObject({ id }),
    output: approvalShape.extend({ movedOn: z.boolean(), leavesAt }),
  }),
  approveReply: route({
    method: 'POST',
    path: '/approvals/:id/approval',
    scope: 'workspace',
    permission: 'approval.give',
    summary:
      'Approves the words, or other ones in their place; guarded again, then held for the undo under the writer’s name.',
    input: z.strictObject({
      id,
      /** The account shown beside the button; another one is refused (G5). */
      accountId: id,
      wording: z.number().int(),
      text: z.string().max(20_000).optional(),
      /** `threadMark` of the case as the approver has it on screen. */
      seenMark: z.string().max(60),
      /** Approves although the thread has moved on since the words were written, or a colleague answers too. */
      despiteNews: z.boolean().optional(),
    }),
    output: z.object({
      /** Still `waiting` when a second person must approve. */
      status: approvalShape.shape.state,
      given: z.number(),
      needed: approvalShape.shape.needed,
    }),
  }),
  returnReply: route({
    method: 'POST',
    path: '/approvals/:id/return',
    scope: 'workspace',
    permission: 'approval.give',
    summary: 'Gives the words back to their writer’s composer, with the reason.',
    input: z.strictObject({ id, reason: z.string().trim().min(1).max(1000) }),
    output: done,
  }),
  withdrawApproval: route({
    method: 'DELETE',
    path: '/approvals/:id',
    scope: 'workspace',
    permission: 'reply.ask',
    summary: 'The writer takes a request back while it waits.',
    input: z.strictObject({ id }),
    output: z.object({ text: z.string(), audience }),
  }),
  readHolding: route({
    method: 'GET',
    path: '/approvals/:id/holding-answer',
    scope: 'workspace',
    permission: 'approval.give',
    summary: 'A safe sentence for the customer while the reply waits; null when none would pass the guard.',
    input: z.strictObject({ id }),
    output: z.object({ text: z.string().nullable() }),
  }),
  sendHolding: route({
    method: 'POST',
    path: '/approvals/:id/holding-answer',
    scope: 'workspace',
    permission: 'approval.give',
    summary: 'Sends that sentence, as it was shown, under one’s own name; the request goes on waiting on a new clock.',
    input: z.strictObject({
      id,
      deliveryId: id,
      accountId: id,
      text: z.string().max(2000),
      seenMark: z.string().max(60),
    }),
    output: deliveryShape,
  }),
}
