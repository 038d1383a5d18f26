import { z } from 'zod'
import { MAY_SAY_CLAIMS } from '#core/crisis/may-say-line.ts'
import { FLAG_KINDS } from '#core/scheduled/flag.ts'
import { SCHEDULED_STATES, WHYS } from '#core/scheduled/scheduled-post.ts'
import { topics } from '#core/triage/labels.ts'
import { route } from './route.ts'
import { done, id, instant, memberRef, nothing } from './shapes.ts'

/** What a screen shows of what words touch. */
export const flagShape = z.object({
  incidentId: id,
  title: z.string(),
  closedAt: instant.nullable(),
  kind: z.enum(FLAG_KINDS),
  words: z.array(z.string()),
})

/** The keys of flags that a screen has shown. */
export const seenFlags = z.array(z.string().max(2_000)).max(200).optional()

const affairShape = z.object({
  id,
  title: z.string(),
  declaredAt: instant,
  closedAt: instant.nullable(),
  matching: z.object({
    ...{ all: z.boolean(), topics: z.array(z.enum(topics)), words: z.array(z.string()) },
    ...{ without: z.array(z.string()), accountIds: z.array(id) },
  }),
  lines: z.array(
    z.object({
      ...{ state: z.enum(['confirmed', 'unconfirmed', 'forbidden']), says: z.string(), words: z.array(z.string()) },
      ...{ claims: z.array(z.enum(MAY_SAY_CLAIMS)), dates: z.boolean() },
    }),
  ),
})

const scheduledShape = z.object({
  id,
  statementId: id,
  incidentId: id.nullable(),
  accountId: id,
  caseId: id,
  text: z.string(),
  leavesAt: instant,
  plannedAt: instant,
  by: memberRef,
  state: z.enum(SCHEDULED_STATES).extract(['planned', 'asks']),
  /** Why it did not leave at its hour, since when, and the rules of the guard that hold it in. */
  asks: z.object({ why: z.enum(WHYS), at: instant, rules: z.array(z.string()) }).nullable(),
  /** What suspends it now. */
  pausedBy: z.array(z.object({ kind: z.enum(['incident', 'stop']), id, title: z.string().nullable() })),
  /** In spite of which incidents it may leave: who said so, and when. */
  allowed: z.array(z.object({ incidentId: id, title: z.string(), by: memberRef, at: instant })),
  flags: z.array(flagShape),
  /** Where its reading stands; null where nobody has to. */
  reading: z.object({ state: z.enum(['waiting', 'approved', 'over']), by: z.array(memberRef) }).nullable(),
})

export const scheduledRoutes = {
  listScheduled: route({
    method: 'GET',
    path: '/scheduled',
    scope: 'workspace',
    permission: 'inbox.read',
    summary:
      'What will leave and when, soonest first: what is suspended and by what, what did not leave and why, and what it touches.',
    input: nothing,
    output: z.object({
      posts: z.array(scheduledShape),
      timeZone: z.string(),
      /** What flags are read by, so that a composer reads them while one writes. */
      affairs: z.array(affairShape),
      brandNames: z.array(z.string()),
    }),
  }),
  moveScheduled: route({
    method: 'PUT',
    path: '/scheduled/:id/hour',
    scope: 'workspace',
    permission: 'statement.give',
    summary: 'Gives scheduled words another hour.',
    input: z.strictObject({ id, leavesAt: instant, from: instant, seen: seenFlags }),
    output: done,
  }),
  takeBackScheduled: route({
    method: 'DELETE',
    path: '/scheduled/:id',
    scope: 'workspace',
    permission: 'statement.give',
    summary: 'Takes scheduled words back: they leave no more.',
    input: z.strictObject({ id }),
    output: z.object({ text: z.string() }),
  }),
  letGoScheduled: route({
    method: 'POST',
    path: '/scheduled/:id/departure',
    scope: 'workspace',
    permission: 'statement.give',
    summary: 'Lets words that did not leave at their hour leave now; they are read again first.',
    input: z.strictObject({ id, seen: seenFlags }),
    output: done,
  }),
  allowScheduled: route({
    method: 'PUT',
    path: '/scheduled/:id/allowance',
    scope: 'workspace',
    permission: 'incident.lead',
    summary: 'Lets scheduled words leave although an incident is open, or no more; kept with who said so and when.',
    input: z.strictObject({ id, allowed: z.boolean(), seen: seenFlags }),
    output: done,
  }),
}
export type ScheduledView = z.output<typeof scheduledRoutes.listScheduled.output>
export type ScheduledPostView = z.output<typeof scheduledShape>
