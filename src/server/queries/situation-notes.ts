import { NOTE_STEPS, noteDueAt } from '#core/crisis/situation-note.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'

/** The four notes of an incident: when each is due, the draft, who sent it to whom, and whether it arrived (C3, C4). */
export const readSituationNotes = (desk: Desk, actor: Actor, { id }: { id: string }, mails: boolean) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const incident = await trx.selectFrom('incidents').selectAll().where('id', '=', id).executeTakeFirst()
    if (incident === undefined) return NOT_FOUND
    const rows = await trx
      .selectFrom('situation_notes as n')
      .leftJoin('members as e', 'e.id', 'n.edited_by')
      .leftJoin('members as s', 's.id', 'n.sent_by')
      .selectAll('n')
      .select(['e.name as editor', 's.name as sender'])
      .where('n.incident_id', '=', id)
      .execute()
    const mailed = await trx
      .selectFrom('bulletins')
      .select(['note_id', 'address', 'state', 'reason'])
      .where('note_id', 'in', rows.length === 0 ? [id] : rows.map((row) => row.id))
      .orderBy('address')
      .execute()
    const declaredAt = incident.declared_at.getTime()
    const last = rows
      .filter(({ sent_how }) => sent_how === 'mail')
      .toSorted((a, b) => (b.sent_at?.getTime() ?? 0) - (a.sent_at?.getTime() ?? 0))[0]
    return {
      mails,
      lastTo: last?.sent_to ?? [],
      notes: NOTE_STEPS.map((step) => {
        const note = rows.find((row) => row.step === step)
        const isOwed = incident.closed_at === null || incident.closed_at.getTime() >= noteDueAt(step, declaredAt)
        return {
          ...{ step, dueAt: noteDueAt(step, declaredAt), isOwed },
          note:
            note === undefined
              ? null
              : {
                  ...{ id: note.id, language: note.language, words: note.words, draftedAt: note.drafted_at.getTime() },
                  editedBy: note.edited_by === null ? null : { id: note.edited_by, name: note.editor ?? '?' },
                  sent:
                    note.sent_at === null || note.sent_by === null || note.sent_how === null
                      ? null
                      : {
                          ...{ at: note.sent_at.getTime(), by: { id: note.sent_by, name: note.sender ?? '?' } },
                          how: note.sent_how,
                          to: note.sent_to.map((address) => {
                            const mail = mailed.find((one) => one.note_id === note.id && one.address === address)
                            return { address, state: mail?.state ?? null, reason: mail?.reason ?? null }
                          }),
                        },
                },
        }
      }),
    }
  })
