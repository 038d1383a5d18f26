import { sql } from 'kysely'
import type { RuleCode } from '#core/guard/finding.ts'
import { keptFor, RULE_CODES } from '#core/guard/rule-codes.ts'
import { DAY_MS } from '#core/time.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { namesOf } from './case-parts.ts'
import { charterInForce } from './charter-in-force.ts'

const COUNTED_DAYS = 30

const contestsByRule = async (trx: Trx, since: Date) => {
  const { rows } = await sql<{ rule: string; contested: number; upheld: number }>`
    select rule, count(*)::integer as contested, (count(*) filter (where outcome = 'upheld'))::integer as upheld
    from contests where contested_at >= ${since} group by rule`.execute(trx)
  return new Map(rows.map((row) => [row.rule, row]))
}

/** Which rules are off, since when, by whom and why; with the names of those who threw the switches (H1). */
export const switchesNow = async (trx: Trx) => {
  const rows = await trx.selectFrom('rule_switches').selectAll().where('on_at', 'is', null).execute()
  const names = await namesOf(
    trx,
    rows.map((row) => row.off_by),
  )
  return new Map<RuleCode, { by: { id: string; name: string }; at: number; reason: string }>(
    rows.map((row) => [
      row.rule,
      {
        by: names.get(row.off_by) ?? { id: row.off_by, name: '?' },
        at: row.off_at.getTime(),
        reason: row.reason,
      },
    ]),
  )
}

/** The guard rule by rule: on or off, and how often writers held its findings to be wrong. */
export const readRules = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const off = await switchesNow(trx)
    const counts = await contestsByRule(trx, new Date(desk.now() - COUNTED_DAYS * DAY_MS))
    return {
      hasCharter: (await charterInForce(trx)).charter !== null,
      rules: RULE_CODES.map((rule) => ({
        rule,
        keptFor: keptFor(rule),
        off: off.get(rule) ?? null,
        contested: counts.get(rule)?.contested ?? 0,
        upheld: counts.get(rule)?.upheld ?? 0,
      })),
    }
  })
