import { type ApprovalPolicy, NO_POLICY } from '#core/approval/approval-policy.ts'
import type { Charter } from '#core/charter/charter.ts'
import { compileCharter } from '#core/charter/compile.ts'
import { type GuardCharter, NO_CHARTER } from '#core/guard/guard-charter.ts'
import type { Trx } from '#server/db/transaction.ts'
import { rulesOff } from './rules-off.ts'

export interface CharterInForce {
  guard: GuardCharter
  approval: ApprovalPolicy
  /** Null while the brand has no charter. */
  charter: Charter | null
}

/** What the charter in force settles, for whoever asks (H1): the newest version that both sides approved. */
export const charterInForce = async (trx: Trx): Promise<CharterInForce> => {
  const row = await trx
    .selectFrom('charter_versions')
    .select('charter')
    .where('in_force_at', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return { guard: NO_CHARTER, approval: NO_POLICY, charter: null }
  const { guard, approval } = compileCharter(row.charter, await rulesOff(trx))
  return { guard, approval, charter: row.charter }
}
