import type { situationNoteRoutes } from '#contract/situation-notes.ts'
import { editNote, redraftNote, sendNote } from '#server/actions/situation-notes.ts'
import { readIncidentGravity } from '#server/queries/incident-gravity.ts'
import { readSituationNotes } from '#server/queries/situation-notes.ts'
import { forActor, type Implementations } from '../implementation.ts'

export const makeSituationNotes = (mails: boolean): Implementations<typeof situationNoteRoutes> => ({
  readIncidentGravity: forActor(readIncidentGravity),
  readSituationNotes: forActor((desk, actor, input: { id: string }) => readSituationNotes(desk, actor, input, mails)),
  redraftNote: forActor(redraftNote),
  editNote: forActor(editNote),
  sendNote: forActor((desk, actor, input: { id: string; to: string[] }) => sendNote(desk, actor, input, mails)),
})
