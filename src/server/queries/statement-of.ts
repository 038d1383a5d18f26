import { mayApprove } from '#core/approval/approvers.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { colleaguesOf } from './colleagues.ts'

export interface OwnThread {
  statementId: string
  incidentId: string | null
}

/** Who pilots an incident and has said that they have it: « we are on it » is true from then on (C1, G4). */
export const holderOf = async (trx: Trx, incidentId: string): Promise<{ id: string; name: string } | null> => {
  const found = await trx
    .selectFrom('incident_roles as r')
    .innerJoin('incidents as i', 'i.id', 'r.incident_id')
    .innerJoin('members as m', 'm.id', 'r.member_id')
    .select(['m.id', 'm.name'])
    .where('r.incident_id', '=', incidentId)
    .where('r.role', '=', 'pilot')
    .where('r.ended_at', 'is', null)
    .where('r.taken_at', 'is not', null)
    .where('i.closed_at', 'is', null)
    .executeTakeFirst()
  return found ?? null
}

/** The statement that a conversation is the thread of; null where a customer began it. */
export const statementOf = async (trx: Trx, conversationId: string): Promise<OwnThread | null> => {
  const found = await trx
    .selectFrom('conversations as v')
    .innerJoin('statement_posts as p', 'p.conversation_id', 'v.id')
    .innerJoin('statements as s', 's.id', 'p.statement_id')
    .select(['s.id', 's.incident_id'])
    .where('v.id', '=', conversationId)
    .where('v.own', '=', true)
    .executeTakeFirst()
  return found === undefined ? null : { statementId: found.id, incidentId: found.incident_id }
}

/** Whether somebody besides the writer is in the brand to read their words. */
export const someoneElseReads = async (trx: Trx, workspaceId: string, writerId: string): Promise<boolean> =>
  (await colleaguesOf(trx, workspaceId)).some(({ id, role }) => mayApprove({ memberId: id, role }, writerId))

/** Words to everybody are read by two people, wherever a second one is there to: whoever works alone is not struck dumb by it (V1, C1). */
export const needsSecondPerson = async (
  trx: Trx,
  row: Pick<Row<'cases'>, 'workspace_id' | 'conversation_id'>,
  writerId: string,
): Promise<boolean> => {
  const { own } = await trx
    .selectFrom('conversations')
    .select('own')
    .where('id', '=', row.conversation_id)
    .executeTakeFirstOrThrow()
  return own && (await someoneElseReads(trx, row.workspace_id, writerId))
}
