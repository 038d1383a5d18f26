import { NOTE_STEPS, notesToDraft, STEP_AFTER_MS } from '#core/crisis/situation-note.ts'
import { recordIncident } from '#server/crisis/record.ts'
import { writeNote } from '#server/crisis/write-note.ts'
import type { Row } from '#server/db/schema.ts'
import { asWorkerIn, type Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { brandsAtWork, inEachBrand } from '#server/jobs/each-brand.ts'
import { tellMember } from '#server/rota/tell-member.ts'

/** After a desk was down for days, notes of another week are of no use to anybody. */
const PAST_MS = 2 * STEP_AFTER_MS.day

const draftFor = async (trx: Trx, desk: Desk, incident: Row<'incidents'>): Promise<void> => {
  const notes = await trx.selectFrom('situation_notes').select('step').where('incident_id', '=', incident.id).execute()
  const drafted = notes.map(({ step }) => step)
  const times = { declaredAt: incident.declared_at.getTime(), closedAt: incident.closed_at?.getTime() ?? null }
  // Of several whose hour passed while the desk was down the last one says it all.
  const step = notesToDraft(times, drafted, desk.now()).at(-1)
  if (step === undefined || drafted.some((one) => NOTE_STEPS.indexOf(one) > NOTE_STEPS.indexOf(step))) return
  const { language } = await trx
    .selectFrom('workspaces')
    .select('language')
    .where('id', '=', incident.workspace_id)
    .executeTakeFirstOrThrow()
  const written = await writeNote(trx, desk, incident, step, language === 'en' ? 'en' : 'fr')
  await trx
    .insertInto('situation_notes')
    .values({ id: desk.newId(), workspace_id: incident.workspace_id, incident_id: incident.id, step, ...written })
    .execute()
  await recordIncident(trx, desk, incident, { name: 'situation-note.drafted', memberId: null, data: { step } })
  const pilot = await trx
    .selectFrom('incident_roles')
    .select('member_id')
    .where('incident_id', '=', incident.id)
    .where('role', '=', 'pilot')
    .orderBy('given_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (pilot !== undefined)
    await tellMember(trx, desk, incident.workspace_id, pilot.member_id, 'situation-note.drafted', {
      ...{ incidentId: incident.id, step },
    })
}

const dueIn = (desk: Desk, workspaceId: string): Promise<Row<'incidents'>[]> =>
  asWorkerIn(desk.db, workspaceId, (trx) =>
    trx
      .selectFrom('incidents')
      .selectAll()
      .where('workspace_id', '=', workspaceId)
      .where('declared_at', '>', new Date(desk.now() - PAST_MS))
      .where('declared_at', '<=', new Date(desk.now() - STEP_AFTER_MS['half-hour']))
      .execute(),
  )

/** The half hour, the hour, two hours and a day after the declaration: a note is drafted from the facts, and the pilot is told (C3, C4). */
export const draftDueNotes = async (desk: Desk): Promise<number> =>
  inEachBrand(desk, await brandsAtWork(desk), 'situation notes', async ({ id: workspaceId }) => {
    const due = await dueIn(desk, workspaceId)
    for (const { id } of due)
      await asWorkerIn(desk.db, workspaceId, async (trx) => {
        const locked = await trx
          .selectFrom('incidents')
          .selectAll()
          .where('id', '=', id)
          .forNoKeyUpdate()
          .executeTakeFirstOrThrow()
        await draftFor(trx, desk, locked)
      })
    return due.length
  })
