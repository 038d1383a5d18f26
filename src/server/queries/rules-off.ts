import type { RuleCode } from '#core/guard/finding.ts'
import type { Trx } from '#server/db/transaction.ts'

/** The rules that the brand does not want to hear now, by a manager's deed (H1). */
export const rulesOff = async (trx: Trx): Promise<readonly RuleCode[]> =>
  (await trx.selectFrom('rule_switches').select('rule').where('on_at', 'is', null).orderBy('rule').execute()).map(
    ({ rule }) => rule,
  )
