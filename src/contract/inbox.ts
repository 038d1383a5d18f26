import { z } from 'zod'
import { route } from './route.ts'
import { accountShape, audience, caseState, closingReason, done, id, instant, memberRef } from './shapes.ts'

export const inboxFilter = z.strictObject({
  /** `owed`: someone waits for us (the default) · `thanks`: praise and thanks alone, with a promise of their own · `waiting`: we wait for them · `resolved` · `snoozed` · `all`. */
  queue: z.enum(['owed', 'thanks', 'waiting', 'resolved', 'snoozed', 'all']).optional(),
  owner: z.union([z.literal('me'), z.literal('nobody'), id]).optional(),
  account: id.optional(),
  label: id.optional(),
  /** What belongs to an incident. */
  incident: id.optional(),
  audience: audience.optional(),
  late: z.enum(['true', 'false']).optional(),
  /** Full text, French and English, accents and endings folded; `"…"` for a phrase, `-word` to leave out; `#412` is a case's number. */
  q: z.string().trim().max(200).optional(),
})

export const presence = z.object({ member: memberRef, doing: z.enum(['reading', 'writing']) })

export const inboxRow = z.object({
  id,
  number: z.number(),
  state: caseState,
  audience,
  accountId: id,
  author: z.object({ id, displayName: z.string(), handle: z.string(), avatarUrl: z.string().nullable() }),
  excerpt: z.string(),
  dueAt: instant.nullable(),
  /** The whole promise in milliseconds: the fuse is (dueAt − now) / promisedMs. */
  promisedMs: z.number().nullable(),
  snoozedUntil: instant.nullable(),
  lastInAt: instant.nullable(),
  owner: memberRef.nullable(),
  labels: z.array(z.object({ id, name: z.string(), colour: z.string() })),
  presences: z.array(presence),
  /** A reply of this case is on its way, or needs someone: shown in the row. */
  delivery: z.enum(['held', 'queued', 'sending', 'unknown', 'to-check', 'refused', 'stale']).nullable(),
})
export type InboxRow = z.infer<typeof inboxRow>
export type InboxFilter = z.infer<typeof inboxFilter>

const viewShape = z.object({ id, name: z.string(), filter: inboxFilter, shared: z.boolean() })

export const inboxRoutes = {
  listInbox: route({
    method: 'GET',
    path: '/inbox',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'The queue, nearest deadline first; `after` continues a page.',
    input: inboxFilter.extend({
      after: z.string().max(200).optional(),
      /** Only these cases (ids, comma-separated, at most 100): how a page on screen follows what changed without reading it all again. */
      cases: z.string().max(4000).optional(),
      limit: z.coerce.number().int().min(1).max(200).optional(),
    }),
    output: z.object({ rows: z.array(inboxRow), after: z.string().nullable() }),
  }),
  readHorizon: route({
    method: 'GET',
    path: '/inbox/horizon',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'What is owed and when: counts for the sidebar and the strip of coming deadlines.',
    input: inboxFilter,
    output: z.object({
      now: instant,
      owed: z.number(),
      /** Beyond the strip a thousand are counted; `owed`, `mine` and `unowned` leave out the rest. */
      owedMore: z.boolean(),
      late: z.number(),
      /** Praise and thanks that wait, counted apart from what is owed, up to five hundred; and those past their own promise. */
      thanks: z.number(),
      thanksLate: z.number(),
      mine: z.number(),
      unowned: z.number(),
      waiting: z.number(),
      snoozed: z.number(),
      unsettled: z.number(),
      quarantined: z.number(),
      nextDueAt: instant.nullable(),
      /** Deadlines by bar of the strip: `from` minutes after now (negative: late), as many as there are. */
      bars: z.array(z.object({ fromMinutes: z.number(), toMinutes: z.number(), count: z.number() })),
    }),
  }),
  listAccounts: route({
    method: 'GET',
    path: '/accounts',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'The accounts of the brand, to name and colour rows and composers.',
    input: z.object({}).optional(),
    output: z.object({ accounts: z.array(accountShape) }),
  }),
  listViews: route({
    method: 'GET',
    path: '/views',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'Saved views, one’s own and the shared ones.',
    input: z.object({}).optional(),
    output: z.object({ views: z.array(viewShape) }),
  }),
  saveView: route({
    method: 'POST',
    path: '/views',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'Keeps a filter under a name.',
    input: z.strictObject({ name: z.string().trim().min(1).max(60), filter: inboxFilter, shared: z.boolean() }),
    output: viewShape,
  }),
  deleteView: route({
    method: 'DELETE',
    path: '/views/:id',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'Forgets a saved view.',
    input: z.strictObject({ id }),
    output: done,
  }),
  changeCases: route({
    method: 'POST',
    path: '/case-changes',
    scope: 'workspace',
    permission: 'case.work',
    summary: 'One change on many cases; each answers for itself.',
    input: z.strictObject({
      cases: z.array(id).min(1).max(200),
      change: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('assign'), memberId: id.nullable() }),
        z.strictObject({ kind: z.literal('label'), labelId: id, on: z.boolean() }),
        z.strictObject({ kind: z.literal('snooze'), until: instant }),
        z.strictObject({
          kind: z.literal('resolve'),
          reason: closingReason,
          note: z.string().max(2000).optional(),
        }),
      ]),
    }),
    output: z.object({ results: z.array(z.object({ id, refused: z.string().nullable() })) }),
  }),
}
