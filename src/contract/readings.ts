import { z } from 'zod'
import { flags, intents, sentiments, topics, urgentReasons } from '#core/triage/labels.ts'
import { route } from './route.ts'
import { done, id, instant, memberRef } from './shapes.ts'

/** What a message of the public is, as the desk read it or as a member said instead (L2, L3). */
export const readingShape = z.object({
  intent: z.enum(intents),
  sentiment: z.enum(sentiments),
  topic: z.enum(topics),
  urgent: z.boolean(),
  reasons: z.array(z.enum(urgentReasons)),
  needsAnswer: z.boolean(),
  personalDispute: z.boolean(),
  flags: z.array(z.enum(flags)),
  /** Words of the message that say so, the most telling first. */
  because: z.object({ intent: z.array(z.string()), urgent: z.array(z.string()) }),
  /** Null: the desk itself. */
  by: memberRef.nullable(),
  /** The language model whose reading it is; null: triage, or a member. */
  model: z.string().nullable(),
  at: instant,
})
export type ReadingView = z.infer<typeof readingShape>

export const readingRoutes = {
  correctReading: route({
    method: 'PUT',
    path: '/messages/:id/reading',
    scope: 'workspace',
    permission: 'case.work',
    summary:
      'Says what a message is instead of what was read of it; the promise follows, and triage can learn from it.',
    input: z.strictObject({ id, intent: z.enum(intents), urgent: z.boolean() }),
    output: done,
  }),
}
