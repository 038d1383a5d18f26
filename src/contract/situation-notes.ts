import { z } from 'zod'
import { NOTE_STEPS } from '#core/crisis/situation-note.ts'
import { gravityShape } from './gravity-shape.ts'
import { route } from './route.ts'
import { done, id, instant, memberRef } from './shapes.ts'

const inCell = { method: 'POST', scope: 'workspace', permission: 'incident.lead' } as const
const language = z.enum(['fr', 'en'])

const note = z.object({
  id,
  language,
  words: z.string(),
  draftedAt: instant,
  editedBy: memberRef.nullable(),
  sent: z
    .object({
      at: instant,
      by: memberRef,
      how: z.enum(['mail', 'copied']),
      to: z.array(z.object({ address: z.string(), state: z.string().nullable(), reason: z.string().nullable() })),
    })
    .nullable(),
})

/** Notes on the situation for the hierarchy: drafted from the facts, read, corrected and sent by a person (C3, C4). */
export const situationNoteRoutes = {
  readIncidentGravity: route({
    method: 'GET',
    path: '/incidents/:id/gravity',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'How grave an incident is by its own mentions, with all that says so.',
    input: z.strictObject({ id }),
    output: gravityShape,
  }),
  readSituationNotes: route({
    method: 'GET',
    path: '/incidents/:id/notes',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'The notes of an incident: when each is due, its draft, and whether it was sent.',
    input: z.strictObject({ id }),
    output: z.object({
      /** The desk has a mail server. */
      mails: z.boolean(),
      lastTo: z.array(z.string()),
      notes: z.array(
        z.object({ step: z.enum(NOTE_STEPS), dueAt: instant, isOwed: z.boolean(), note: note.nullable() }),
      ),
    }),
  }),
  redraftNote: route({
    ...{ ...inCell, path: '/notes/:id/draft' },
    summary: 'Drafts a note anew from the facts of now.',
    input: z.strictObject({ id, language }),
    output: done,
  }),
  editNote: route({
    ...{ ...inCell, path: '/notes/:id/words' },
    summary: 'Corrects the words of a note.',
    input: z.strictObject({ id, words: z.string().trim().min(1).max(20_000) }),
    output: done,
  }),
  sendNote: route({
    ...{ ...inCell, path: '/notes/:id/send' },
    summary: 'Sends a note by mail to the addresses that are named, or notes that it was handed over as a copy.',
    input: z.strictObject({ id, to: z.array(z.email().max(254)).max(20) }),
    output: done,
  }),
}
export type SituationNotes = z.output<typeof situationNoteRoutes.readSituationNotes.output>
