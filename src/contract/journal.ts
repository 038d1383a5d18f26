import { z } from 'zod'
import { route } from './route.ts'
import { id, instant, memberRef } from './shapes.ts'

/** What is looked for in the log; everything left out is everything. */
export const journalFilter = z.object({
  memberId: id.optional(),
  /** Names of events, separated by commas: the reader's words are turned into names where they are spoken. */
  names: z
    .string()
    .max(4000)
    .regex(/^[a-z-]+\.[a-z-]+(,[a-z-]+\.[a-z-]+)*$/)
    .optional(),
  caseNumber: z.coerce.number().int().min(1).optional(),
  from: z.coerce.number().int().optional(),
  to: z.coerce.number().int().optional(),
})
const after = z
  .string()
  .regex(/^\d{1,19}-\d{1,18}$/)
  .optional()

export const journalRoutes = {
  readJournal: route({
    method: 'GET',
    path: '/journal',
    scope: 'workspace',
    permission: 'journal.read',
    summary: 'Every deed of the brand, the latest first: who, what, on which case and account, and its seal.',
    input: journalFilter.extend({ after }).strict().optional(),
    output: z.object({
      lines: z.array(
        z.object({
          id: z.string(),
          at: instant,
          name: z.string(),
          by: memberRef.nullable(),
          caseId: id.nullable(),
          caseNumber: z.number().nullable(),
          account: z.object({ network: z.string(), handle: z.string() }).nullable(),
          data: z.record(z.string(), z.unknown()),
          /** Its place in the chain; null for a moment after the deed. */
          seal: z.object({ position: z.number(), hash: z.string() }).nullable(),
        }),
      ),
      after: z.string().nullable(),
      chain: z.object({
        sealed: z.number(),
        /** The day whose head was last carried outside. */
        anchoredOn: z.string().nullable(),
      }),
    }),
  }),
  exportJournal: route({
    method: 'POST',
    path: '/journal/export',
    scope: 'workspace',
    permission: 'journal.export',
    fresh: true,
    summary: 'The same as a file, part by part; JSON lines carry all that a seal is computed from.',
    input: journalFilter.extend({ after, format: z.enum(['csv', 'jsonl']) }).strict(),
    output: z.object({ text: z.string(), after: z.string().nullable() }),
  }),
}
export type JournalFilter = z.output<typeof journalFilter>
export type JournalLine = z.output<typeof journalRoutes.readJournal.output>['lines'][number]
