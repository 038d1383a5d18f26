import { recordIncident } from '#server/crisis/record.ts'
import { openNote, writeNote } from '#server/crisis/write-note.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused, type Refused } from '#server/desk.ts'
import { isDrill } from '#server/drills/is-drill.ts'

const done = { done: true } as const
/** Two notes must not be told apart by a blank line that somebody added. */
const MOST_ADDRESSES = 20

/** Drafts the note anew from the facts of now, in the language that is asked; what somebody had corrected is written over (C3). */
export const redraftNote = (desk: Desk, actor: Actor, input: { id: string; language: 'fr' | 'en' }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const open = await openNote(trx, actor, input.id)
    if (isRefused(open)) return open
    const { note, incident } = open
    const written = await writeNote(trx, desk, incident, note.step, input.language)
    await trx
      .updateTable('situation_notes')
      .set({ ...written, edited_by: null, edited_at: null })
      .where('id', '=', note.id)
      .execute()
    await recordIncident(trx, desk, incident, {
      ...{ name: 'situation-note.drafted', memberId: actor.memberId, data: { step: note.step } },
    })
    return done
  })

/** A person's own words for what the desk drafted; the facts that it was drafted from stay beside it. */
export const editNote = (desk: Desk, actor: Actor, input: { id: string; words: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const open = await openNote(trx, actor, input.id)
    if (isRefused(open)) return open
    const { note, incident } = open
    if (note.words === input.words) return done
    await trx
      .updateTable('situation_notes')
      .set({ words: input.words, edited_by: actor.memberId, edited_at: new Date(desk.now()) })
      .where('id', '=', note.id)
      .execute()
    if (note.edited_by !== actor.memberId)
      await recordIncident(trx, desk, incident, {
        ...{ name: 'situation-note.edited', memberId: actor.memberId, data: { step: note.step } },
      })
    return done
  })

const queueMails = async (trx: Trx, desk: Desk, workspaceId: string, noteId: string, to: string[], subject: string) => {
  const now = new Date(desk.now())
  await trx
    .insertInto('bulletins')
    .values(
      to.map((address) => ({
        ...{ id: desk.newId(), workspace_id: workspaceId, note_id: noteId, address, thing: 'note' },
        ...{ body: JSON.stringify({ subject }), state: 'waiting' as const, due_at: now, made_at: now },
      })),
    )
    .execute()
}

/** A person sends it: by the desk's mail server to the addresses that they name, or as a copy that they hand over themselves (C3, C4). */
export const sendNote = async (
  desk: Desk,
  actor: Actor,
  input: { id: string; to: readonly string[] },
  mails: boolean,
) => {
  if (input.to.length > 0 && (await isDrill(desk, actor.workspaceId)))
    return { refused: 'drill-sealed' } satisfies Refused
  return inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const to = [...new Set(input.to.map((address) => address.trim()))]
    if (to.length > 0 && !mails) return { refused: 'no-mail-server' } satisfies Refused
    if (to.length > MOST_ADDRESSES) return { refused: 'too-many-addresses' } satisfies Refused
    const open = await openNote(trx, actor, input.id)
    if (isRefused(open)) return open
    const { note, incident } = open
    const sent_how = to.length > 0 ? ('mail' as const) : ('copied' as const)
    await trx
      .updateTable('situation_notes')
      .set({ sent_by: actor.memberId, sent_at: new Date(desk.now()), sent_how, sent_to: to })
      .where('id', '=', note.id)
      .execute()
    if (to.length > 0)
      await queueMails(trx, desk, actor.workspaceId, note.id, to, note.words.split('\n', 1)[0] ?? incident.title)
    await recordIncident(trx, desk, incident, {
      ...{ name: 'situation-note.sent', memberId: actor.memberId },
      data: { step: note.step, how: sent_how, addresses: to.length },
    })
    desk.wake('tell')
    return done
  })
}
