import { drillPromise } from '#core/drill/drill-clock.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'

/** What a drill takes along from the brand that practises: its own rules, and none of its customers. */
export interface BrandRules {
  brand: Row<'workspaces'>
  charter: Row<'charter_versions'> | undefined
  charterApprovals: Row<'charter_approvals'>[]
  rulesOff: Row<'rule_switches'>[]
  labels: Row<'labels'>[]
  people: readonly Pick<Row<'memberships'>, 'member_id' | 'role'>[]
  autonomies: Row<'autonomies'>[]
  shifts: Row<'shifts'>[]
  /** The shortest first answer that it promises anywhere; null where it promises nothing of its own. */
  promiseMinutes: number | null
}

/** Reads them in the transaction that has entered the brand. */
export const readBrandRules = async (trx: Trx, brandId: string, memberIds: readonly string[]): Promise<BrandRules> => {
  const charter = await trx
    .selectFrom('charter_versions')
    .selectAll()
    .where('in_force_at', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const policies = await trx.selectFrom('sla_policies').select('first_reply_minutes').execute()
  return {
    brand: await trx.selectFrom('workspaces').selectAll().where('id', '=', brandId).executeTakeFirstOrThrow(),
    charter,
    charterApprovals:
      charter === undefined
        ? []
        : await trx.selectFrom('charter_approvals').selectAll().where('version_id', '=', charter.id).execute(),
    rulesOff: await trx.selectFrom('rule_switches').selectAll().where('on_at', 'is', null).execute(),
    labels: await trx.selectFrom('labels').selectAll().execute(),
    people: await trx
      .selectFrom('memberships as b')
      .innerJoin('members as m', 'm.id', 'b.member_id')
      .select(['b.member_id', 'b.role'])
      .where('b.workspace_id', '=', brandId)
      .where('b.member_id', 'in', memberIds)
      .where('m.disabled_at', 'is', null)
      .execute(),
    autonomies: await trx.selectFrom('autonomies').selectAll().where('member_id', 'in', memberIds).execute(),
    shifts: await trx.selectFrom('shifts').selectAll().where('member_id', 'in', memberIds).execute(),
    promiseMinutes: policies.length === 0 ? null : Math.min(...policies.map((one) => one.first_reply_minutes)),
  }
}

/** How soon an answer is owed in the story: the stricter of the brand's own promise and of what the scenario's public expects (A2). */
export const promiseOf = (rules: BrandRules, expected: number): number => drillPromise(rules.promiseMinutes, expected)
