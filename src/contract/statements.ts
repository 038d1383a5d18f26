import { z } from 'zod'
import { MOMENTS } from '#core/statement/moment.ts'
import { caseView, deliveryShape } from './case-view.ts'
import { route } from './route.ts'
import { flagShape, seenFlags } from './scheduled.ts'
import { done, id, instant, language, memberRef, nothing } from './shapes.ts'

const moment = z.enum(MOMENTS)
const words = z.string().trim().min(1).max(5_000)
const wording = z.strictObject({
  language,
  /** A connector's id, or null for any network. */
  connector: z.string().min(1).max(60).nullable(),
  text: words,
})

const preparedShape = z.object({
  id,
  title: z.string(),
  moment,
  wordings: z.array(z.object({ language, connector: z.string().nullable(), text: z.string() })),
  version: z.number(),
  changedAt: instant,
  changedBy: memberRef.nullable(),
})

const postShape = z.object({
  accountId: id,
  caseId: id,
  /** What stands there now, and since when; null while nothing is out. */
  said: z
    .object({
      text: z.string(),
      sentAt: instant,
      editedAt: instant.nullable(),
      permalink: z.string().nullable(),
      by: memberRef.nullable(),
      /** How many times the brand has spoken in this thread. */
      times: z.number(),
    })
    .nullable(),
  /** On its way, or in need of somebody. */
  delivery: deliveryShape.nullable(),
  /** Waits for a second person, or came back: given back by its reader, or taken back before it left. */
  asked: z
    .object({
      id,
      state: z.enum(['waiting', 'returned', 'taken-back']),
      text: z.string(),
      by: memberRef,
      reason: z.string().nullable(),
      /** The hour that was chosen for it. */
      leavesAt: instant.nullable(),
    })
    .nullable(),
  /** What stands there and touches an incident that is open now and that it is not about (C3). */
  flags: z.array(flagShape),
  /** What the network last answered about it (D2). */
  readBack: z.object({ found: z.enum(['up', 'gone', 'no-answer', 'cannot-ask']), at: instant }).nullable(),
})

const hhmm = z.string().regex(/^(\d{2}:\d{2}(:\d{2})?)?$/)
/** Words as they were left. */
const unfinishedShape = z.strictObject({
  common: z.string().max(20_000),
  own: z.record(id, z.string().max(20_000)),
  on: z.array(id).max(50),
  preparedId: id.nullable(),
  nextAt: hhmm,
  when: z.strictObject({ later: z.boolean(), day: z.string().regex(/^(\d{4,6}-\d{2}-\d{2})?$/), hour: hhmm }),
})

const statementShape = z.object({
  id,
  incidentId: id.nullable(),
  madeAt: instant,
  by: memberRef,
  posts: z.array(postShape),
})

const accountOfDesk = z.object({
  id,
  connector: z.string(),
  language,
  /** A later text takes the place of the first, or comes below it. */
  editOwn: z.boolean(),
  limit: caseView.shape.limits.shape.public,
  guard: caseView.shape.guard,
})

export const statementRoutes = {
  listStatements: route({
    method: 'GET',
    path: '/statements',
    scope: 'workspace',
    permission: 'inbox.read',
    summary:
      'What the brand has said to everybody, newest first: where it stands on each account, and when it was read back.',
    input: z.strictObject({ incident: id.optional() }),
    output: z.object({ statements: z.array(statementShape) }),
  }),
  readStatementDesk: route({
    method: 'GET',
    path: '/statements/desk',
    scope: 'workspace',
    permission: 'inbox.read',
    summary:
      'What is needed to write a statement: the accounts that can carry it, who holds the incident, and the facts of the guard.',
    input: z.strictObject({ incident: id.optional(), follows: id.optional() }),
    output: z.object({
      incident: z.object({ id, title: z.string(), nextPublicAt: instant.nullable(), closed: z.boolean() }).nullable(),
      /** Who has said that they hold it: only then « we are on it » is true (C1, G4). */
      holder: memberRef.nullable(),
      accounts: z.array(accountOfDesk),
      /** Accounts that cannot carry one, and why. */
      leftOut: z.array(z.object({ id, why: z.enum(['no-public-post', 'needs-attention']) })),
      /** What is known of the slots of a prepared text. */
      known: z.object({
        subject: z.string().optional(),
        contact: z.string().optional(),
        name: z.string().optional(),
        brand: z.string(),
      }),
      timeZone: z.string(),
      /** Whether somebody else is there to read it before it leaves. */
      isRead: z.boolean(),
      /** What oneself has begun and not published; nobody else is shown it. */
      draft: z.object({ statementId: id, words: unfinishedShape, keptAt: instant }).nullable(),
    }),
  }),
  publishStatement: route({
    method: 'POST',
    path: '/statements/:id/posts',
    scope: 'workspace',
    permission: 'statement.give',
    summary:
      'Speaks to everybody on several accounts at once, now or at an hour to come: read by the guard, and by a second person before it leaves (C1, V1, W1).',
    input: z.strictObject({
      id,
      incidentId: id.nullable(),
      preparedId: id.nullable().optional(),
      /** When the words say that the public hears more; left out, nothing is announced. */
      announcedAt: instant.nullable().optional(),
      /** When they leave; at once, if left out (W1). */
      leavesAt: instant.nullable().optional(),
      posts: z
        .array(
          z.strictObject({
            ...{ deliveryId: id, accountId: id, text: z.string().max(20_000) },
            /** The scheduled words whose place these take, as the screen has them. */
            replaces: id.optional(),
            /** Keys of the flags that were shown beside them. */
            seen: seenFlags,
          }),
        )
        .min(1)
        .max(50),
    }),
    output: done,
  }),
  saveStatementDraft: route({
    method: 'PUT',
    path: '/statements/draft',
    scope: 'workspace',
    permission: 'statement.give',
    summary: 'Keeps one’s unfinished words to everybody on the server; a page without a word forgets them (W1).',
    input: z.strictObject({ statementId: id, follows: z.boolean(), incidentId: id.nullable(), words: unfinishedShape }),
    output: done,
  }),
  listPrepared: route({
    method: 'GET',
    path: '/prepared-statements',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'Statements kept for the day when they are needed (C4).',
    input: nothing,
    output: z.object({
      prepared: z.array(preparedShape),
      guard: caseView.shape.guard,
      /** Networks of this desk that carry words to everybody. */
      networks: z.array(
        z.object({ connector: z.string(), network: z.string(), limit: caseView.shape.limits.shape.public }),
      ),
    }),
  }),
  startPrepared: route({
    method: 'POST',
    path: '/prepared-statements',
    scope: 'workspace',
    permission: 'statement.prepare',
    summary: 'Fills an empty library with texts to begin from.',
    input: nothing,
    output: done,
  }),
  keepPrepared: route({
    method: 'PUT',
    path: '/prepared-statements/:id',
    scope: 'workspace',
    permission: 'statement.prepare',
    summary: 'Keeps a prepared statement, new or changed.',
    input: z.strictObject({
      id,
      version: z.int().min(0),
      title: z.string().trim().min(1).max(120),
      moment,
      wordings: z.array(wording).min(1).max(40),
    }),
    output: z.object({ version: z.number() }),
  }),
  removePrepared: route({
    method: 'DELETE',
    path: '/prepared-statements/:id',
    scope: 'workspace',
    permission: 'statement.prepare',
    summary: 'Takes a prepared statement out of the library.',
    input: z.strictObject({ id }),
    output: done,
  }),
}
export type StatementView = z.output<typeof statementShape>
export type StatementPostView = z.output<typeof postShape>
export type StatementDeskView = z.output<typeof statementRoutes.readStatementDesk.output>
export type LibraryView = z.output<typeof statementRoutes.listPrepared.output>
export type PreparedView = z.output<typeof preparedShape>
