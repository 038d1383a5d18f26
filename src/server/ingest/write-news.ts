import { sql } from 'kysely'
import type { Trx } from '#server/db/transaction.ts'
import type { EarlyDraft, Notice } from './batch.ts'

type Place = { workspaceId: string; now: number; newId(): string }

/** Who answers for the accounts of a brand. */
const findManagers = async (trx: Trx, workspaceId: string): Promise<string[]> => {
  const { rows } = await sql<{ member_id: string }>`
    select s.member_id from memberships s join members m on m.id = s.member_id
    where s.workspace_id = ${workspaceId}::uuid and s.role in ('admin', 'manager') and m.disabled_at is null
    order by s.member_id`.execute(trx)
  return rows.map((row) => row.member_id)
}

export const writeNotices = async (trx: Trx, place: Place, notices: readonly Notice[]): Promise<void> => {
  if (notices.length === 0) return
  const managers = await findManagers(trx, place.workspaceId)
  const rows = notices.flatMap(({ kind, to, caseId, data }) =>
    (to === 'managers' ? managers : [to.memberId]).map((member_id) => ({
      id: place.newId(),
      member_id,
      kind,
      case_id: caseId,
      data,
    })),
  )
  await sql`
    insert into notifications (id, workspace_id, member_id, kind, case_id, data, created_at)
    select id, ${place.workspaceId}::uuid, member_id, kind, case_id, data, ${new Date(place.now)}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, member_id uuid, kind text, case_id uuid, data jsonb)`.execute(
    trx,
  )
}

/** What came before the thing that it is about waits for it. */
export const writeEarly = async (
  trx: Trx,
  account: { id: string; workspaceId: string },
  early: readonly EarlyDraft[],
): Promise<void> => {
  if (early.length === 0) return
  const rows = early.map(({ aboutKind, about, activity, receivedAt }) => ({
    about_kind: aboutKind,
    about,
    activity,
    received_at: new Date(receivedAt).toISOString(),
  }))
  await sql`
    insert into early_activities (workspace_id, account_id, about_kind, about, activity, received_at)
    select ${account.workspaceId}::uuid, ${account.id}::uuid, about_kind, about, activity, received_at
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (about_kind text, about text, activity jsonb,
      received_at timestamptz)`.execute(trx)
}
