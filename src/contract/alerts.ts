import { z } from 'zod'
import { topics } from '#core/triage/labels.ts'
import { gravityShape } from './gravity-shape.ts'
import { route } from './route.ts'
import { done, id, instant, memberRef, nothing } from './shapes.ts'

const accountName = z.object({ id, handle: z.string(), network: z.string() })

/** What was counted and what is usual, over the span that stands out. */
const why = z.object({
  overMs: z.number(),
  counted: z.number(),
  usual: z.number(),
  times: z.number().nullable(),
  /** 1 is Monday. */
  weekday: z.number(),
  hour: z.number(),
  negativeShare: z.number().nullable(),
})

/** Surges: the alerts that are not over, and who takes them. */
export const alertRoutes = {
  readAlerts: route({
    method: 'GET',
    path: '/alerts',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'The surges that are not over, who took them and since when; and the accounts on which nothing is heard.',
    input: nothing,
    output: z.object({
      alerts: z.array(
        z.object({
          id,
          /** Null is the whole brand, or a topic on all of its accounts. */
          account: accountName.nullable(),
          /** What is spoken of far more than usual, while the brand as a whole is not; null for the others. */
          topic: z.enum(topics).nullable(),
          raisedAt: instant,
          bucketAt: instant,
          score: z.number(),
          why,
          /** How many times people were told of it. */
          tellings: z.number(),
          /** Null until it was first read, some seconds after the alert. */
          gravity: gravityShape.nullable(),
          taken: z.object({ by: memberRef, at: instant }).nullable(),
        }),
      ),
      /** What is spoken of far more than usual at this hour, the most unusual first; it says what a surge is about. */
      topics: z.array(z.enum(topics)),
      unheard: z.array(
        z.object({ account: accountName, how: z.enum(['down', 'silent']), sinceAt: instant.nullable() }),
      ),
      brandSilentSince: instant.nullable(),
    }),
  }),
  takeAlert: route({
    method: 'POST',
    path: '/alerts/:id/take',
    scope: 'workspace',
    permission: 'alert.take',
    summary: 'Takes an alert: nobody is told of it any more.',
    input: z.object({ id }),
    output: done,
  }),
}
export type AlertsView = z.output<typeof alertRoutes.readAlerts.output>
