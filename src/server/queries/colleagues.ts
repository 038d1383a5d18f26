import type { Role } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'

/** Everybody who works for the brand and whose account is open, by name (T1). */
export const colleaguesOf = (
  trx: Trx,
  workspaceId: string,
): Promise<readonly { id: string; name: string; role: Role }[]> =>
  trx
    .selectFrom('memberships as b')
    .innerJoin('members as m', 'm.id', 'b.member_id')
    .select(['m.id', 'm.name', 'b.role'])
    .where('b.workspace_id', '=', workspaceId)
    .where('m.disabled_at', 'is', null)
    .orderBy('m.name')
    .orderBy('m.id')
    .execute()
