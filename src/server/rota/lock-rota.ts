import type { Role } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'

/** Whose rota changes: memberships are held, so that nobody leaves, and two managers write one after the other. */
export const lockRota = (trx: Trx, workspaceId: string): Promise<{ id: string; role: Role }[]> =>
  trx
    .selectFrom('memberships')
    .select(['member_id as id', 'role'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('member_id')
    .forUpdate()
    .execute()
