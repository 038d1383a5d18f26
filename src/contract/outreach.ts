import { z } from 'zod'
import { FACT_KINDS, FACT_STATES } from '#core/outreach/fact-named.ts'
import { SLOTS } from '#core/outreach/fill-message.ts'
import { OUTREACH_STATES } from '#core/outreach/outreach.ts'
import { MOST_PER_MINUTE } from '#core/outreach/pace.ts'
import { ORDER_COLUMNS } from '#core/outreach/read-orders.ts'
import { route } from './route.ts'
import { done, id, instant, language, memberRef } from './shapes.ts'

const words = (most: number) => z.string().trim().min(1).max(most)
const lineFault = z.object({
  code: z.enum(['unclosed-quote', 'cells', 'order-missing', 'too-long', 'unreadable', 'not-an-email', 'not-a-day']),
  column: z.enum(ORDER_COLUMNS).optional(),
  value: z.string().optional(),
  found: z.number().optional(),
  expected: z.number().optional(),
})

const personShape = z.object({
  id,
  name: z.string().nullable(),
  orders: z.array(z.string()),
  way: z.enum(['private-conversation', 'private-message', 'email']).nullable(),
  whyNot: z.string().nullable(),
  state: z.enum(['planned', 'held-back', 'no-way', 'opted-out', 'given', 'withdrawn']),
  delivery: z
    .enum(['held', 'queued', 'sending', 'sent', 'refused', 'unknown', 'to-check', 'cancelled', 'stale'])
    .nullable(),
  text: z.string().nullable(),
  missing: z.array(z.enum(SLOTS)),
  findings: z.array(z.looseObject({ rule: z.string(), code: z.string(), severity: z.string() })),
  address: z.string().nullable(),
  account: z.string().nullable(),
  caseId: id.nullable(),
  caseNumber: z.number().nullable(),
  answeredAt: instant.nullable(),
})

const countShape = z.object({
  people: z.number(),
  planned: z.number(),
  leaving: z.number(),
  sent: z.number(),
  refused: z.number(),
  heldBack: z.number(),
  noWay: z.number(),
  optedOut: z.number(),
  withdrawn: z.number(),
  answered: z.number(),
})

const outreachShape = z.object({
  id,
  state: z.enum(OUTREACH_STATES),
  language,
  subject: z.string(),
  template: z.string(),
  withWriters: z.boolean(),
  fact: z.object({ kind: z.string(), status: z.string() }).nullable(),
  perMinute: z.number(),
  readersNeeded: z.number(),
  writer: memberRef,
  approvedBy: z.array(memberRef),
  returnReason: z.string().nullable(),
  startedAt: instant.nullable(),
  overAt: instant.nullable(),
  count: countShape,
  minutesLeft: z.number(),
  people: z.array(personShape),
  more: z.number(),
})

const state = z.object({ state: z.enum(OUTREACH_STATES) })

/** Those whom an incident touches, told one by one in private (C2). */
export const outreachRoutes = {
  readOutreach: route({
    method: 'GET',
    path: '/incidents/:id/outreach',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'Those whom an incident touches, each once, the message to them, and where each of them stands.',
    input: z.strictObject({ id }),
    output: z.object({
      incident: z.object({ id, title: z.string(), open: z.boolean() }),
      imports: z.array(
        z.object({
          id,
          name: z.string(),
          by: z.string(),
          ignored: z.array(z.string()),
          importedAt: instant,
          accepted: z.number(),
          rejected: z.number(),
        }),
      ),
      affected: z.object({
        people: z.number(),
        ofOrders: z.number(),
        wrote: z.number(),
        ofFact: z.number(),
        toTell: z.number(),
        toldBefore: z.number(),
        optedOut: z.number(),
      }),
      /** Whether an account of the brand can write first to an address. */
      canMail: z.boolean(),
      outreach: outreachShape.nullable(),
      earlier: z.array(z.object({ id, state: z.enum(OUTREACH_STATES), overAt: instant.nullable() })),
    }),
  }),
  importOrders: route({
    method: 'POST',
    path: '/incidents/:id/orders',
    scope: 'workspace',
    permission: 'case.work',
    summary:
      'Imports the orders that an incident touches (CSV); lines that cannot be used are kept with their reasons.',
    input: z.strictObject({ id, name: words(200), content: z.base64().max(900_000) }),
    output: z.object({
      importId: id,
      accepted: z.number(),
      rejected: z.number(),
      ignored: z.array(z.string()),
      encoding: z.enum(['utf-8', 'windows-1252']),
    }),
  }),
  readRejectedLines: route({
    method: 'GET',
    path: '/order-imports/:id/rejected',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'The lines of an import that could not be used, as they stood in the file, each with what is wrong.',
    input: z.strictObject({ id }),
    output: z.object({
      name: z.string(),
      header: z.string(),
      separator: z.enum([';', ',', '\t']),
      rejected: z.array(z.object({ line: z.number(), raw: z.string(), faults: z.array(lineFault) })),
    }),
  }),
  prepareOutreach: route({
    method: 'PUT',
    path: '/incidents/:id/outreach',
    scope: 'workspace',
    permission: 'case.work',
    summary:
      'Writes the message and makes the list: for each person the way, the words, and what the guard says of them. Nothing leaves.',
    input: z.strictObject({
      id,
      language,
      subject: words(200),
      template: words(5_000),
      withWriters: z.boolean(),
      fact: z.strictObject({ kind: z.enum(FACT_KINDS), status: z.enum(FACT_STATES) }).nullable(),
      perMinute: z.number().int().min(1).max(MOST_PER_MINUTE),
    }),
    output: z.object({ id, people: z.number(), sendable: z.number(), left: z.number() }),
  }),
  moveOutreach: route({
    method: 'POST',
    path: '/outreaches/:id/step',
    scope: 'workspace',
    permission: 'case.work',
    summary: 'Asks for the message to be read, pauses it, resumes it, or withdraws it for those not yet told.',
    input: z.strictObject({ id, step: z.enum(['ask', 'pause', 'resume', 'withdraw']) }),
    output: state,
  }),
  readOutreachWords: route({
    method: 'POST',
    path: '/outreaches/:id/verdict',
    scope: 'workspace',
    permission: 'approval.give',
    summary:
      'Approves or returns a message to many; two people above fifty, or where the charter wants two. Nobody approves their own.',
    input: z.strictObject({
      id,
      verdict: z.enum(['approve', 'return']),
      reason: z.string().trim().max(500).optional(),
    }),
    output: state,
  }),
  noteObjection: route({
    method: 'POST',
    path: '/objections',
    scope: 'workspace',
    permission: 'case.work',
    summary: 'Notes that whoever has this address wants no more of these messages: for ever.',
    input: z.strictObject({ email: words(254) }),
    output: done,
  }),
}
export type OutreachView = z.output<typeof outreachRoutes.readOutreach.output>
