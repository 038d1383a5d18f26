import { z } from 'zod'
import { LEVELS } from '#core/autonomy/standing.ts'
import { route } from './route.ts'
import { done, id, instant, memberRef, nothing, role } from './shapes.ts'

export const standingShape = z.strictObject({
  level: z.enum(LEVELS),
  subjects: z.array(z.string().max(200)).max(100),
  upToCents: z.number().int().nullable(),
})
export type StandingView = z.infer<typeof standingShape>

const grounds = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('streak'),
    replies: z.number(),
    days: z.number(),
    subject: z.string().nullable(),
    amounts: z.boolean(),
  }),
  z.object({ kind: z.literal('returned'), returned: z.number(), of: z.number() }),
])

const record = z.object({
  member: memberRef,
  role,
  standing: standingShape,
  /** When it was last decided; null where it follows from the role alone. */
  since: instant.nullable(),
  /** Replies approved as they were, one after the other, since then. */
  replies: z.number(),
  days: z.number(),
  /** Read by a second person since then, and given back among them. */
  read: z.number(),
  returned: z.number(),
  proposal: z.object({ direction: z.enum(['up', 'down']), to: standingShape, grounds }).nullable(),
})
export type RecordView = z.infer<typeof record>

export const autonomyRoutes = {
  listAutonomy: route({
    method: 'GET',
    path: '/autonomy',
    scope: 'workspace',
    permission: 'inbox.read',
    summary:
      'How far trainees and agents speak alone, their record and the step that it asks for; one’s own, or everybody’s for a manager (V3).',
    input: nothing,
    output: z.object({ records: z.array(record) }),
  }),
  decideAutonomy: route({
    method: 'PUT',
    path: '/members/:id/autonomy',
    scope: 'workspace',
    permission: 'autonomy.decide',
    fresh: true,
    summary: 'Grants the step that a record asks for, or leaves things as they are; either way the record begins anew.',
    input: z.strictObject({ id, verdict: z.enum(['grant', 'decline']), to: standingShape }),
    output: done,
  }),
}
