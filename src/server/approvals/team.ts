import type { Team } from '#core/approval/approvers.ts'
import { chooseReaders } from '#core/rota/readers.ts'
import type { Trx } from '#server/db/transaction.ts'
import { rotaOf } from '#server/queries/brand-rota.ts'

/** Who is in the brand now, whose turn it is to read, and who stands in for whom: as the rota says it, or everybody (V2, T1). */
export const teamOf = async (trx: Trx, workspaceId: string, at: number): Promise<Team> => {
  const { rota, members } = await rotaOf(trx, workspaceId, at)
  const leads = members.filter(({ role }) => role === 'manager' || role === 'admin').map(({ id }) => id)
  return {
    members: members.map(({ id, role }) => ({ memberId: id, role })),
    ...chooseReaders(rota, leads, at),
  }
}
