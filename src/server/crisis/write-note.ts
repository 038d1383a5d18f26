import { draftNote, type NoteStep } from '#core/crisis/situation-note.ts'
import { noteEn } from '#core/crisis/words/note-en.ts'
import { noteFr } from '#core/crisis/words/note-fr.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { situationFacts } from '#server/queries/situation-facts.ts'

/** The words of a note as the facts stand now, in one language, on the brand's clock (C3). */
export const writeNote = async (
  trx: Trx,
  desk: Desk,
  incident: Row<'incidents'>,
  step: NoteStep,
  language: 'fr' | 'en',
) => {
  const { time_zone: timeZone } = await trx
    .selectFrom('workspaces')
    .select('time_zone')
    .where('id', '=', incident.workspace_id)
    .executeTakeFirstOrThrow()
  const facts = await situationFacts(trx, desk, incident, step)
  const { words } = draftNote(facts, language === 'fr' ? noteFr(timeZone) : noteEn(timeZone))
  return { language, facts: JSON.stringify(facts), words, drafted_at: new Date(desk.now()) }
}

export interface OpenNote {
  note: Row<'situation_notes'>
  incident: Row<'incidents'>
}

/** A note that was not sent, locked, for somebody who is or was of its cell, or who answers for the brand (C4, V3). */
export const openNote = async (trx: Trx, actor: Actor, id: string): Promise<OpenNote | Refused> => {
  const note = await trx.selectFrom('situation_notes').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (note === undefined) return NOT_FOUND
  const incident = await trx
    .selectFrom('incidents')
    .selectAll()
    .where('id', '=', note.incident_id)
    .executeTakeFirstOrThrow()
  const held = await trx
    .selectFrom('incident_roles')
    .select('id')
    .where('incident_id', '=', note.incident_id)
    .where('member_id', '=', actor.memberId)
    .limit(1)
    .executeTakeFirst()
  const leads = actor.role === 'admin' || actor.role === 'manager'
  if (!leads && held === undefined) return { refused: 'not-of-the-cell' }
  return note.sent_at === null ? { note, incident } : { refused: 'note-sent' }
}
