import { sql } from 'kysely'
import { MODERATION_CAUSES, type ModerationCause } from '#core/charter/moderation-cause.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'
import { namesOf } from './case-parts.ts'

const MOST = 200

/** Lawful removals, newest first, and the counter by cause that reports show (D1). */
export const listRemovals = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const rows = await trx
      .selectFrom('removals as r')
      .innerJoin('cases as c', 'c.id', 'r.case_id')
      .innerJoin('channel_accounts as a', 'a.id', 'c.account_id')
      .selectAll('r')
      .select(['c.number', 'a.connector'])
      .orderBy('r.asked_at', 'desc')
      .orderBy('r.id', 'desc')
      .limit(MOST)
      .execute()
    const { rows: counted } = await sql<{ cause: ModerationCause; asked: string; hidden: string }>`
      select cause, count(*) as asked, count(*) filter (where state = 'hidden') as hidden from removals group by cause`.execute(
      trx,
    )
    const names = await namesOf(
      trx,
      rows.flatMap((row) => [row.asked_by, row.decided_by]),
    )
    const nameOf = (id: string) => names.get(id) ?? { id, name: '?' }
    const author = (evidence: Record<string, unknown>) =>
      (evidence.author as { displayName?: string } | undefined)?.displayName ?? '?'
    return {
      removals: rows.map((row) => ({
        ...{ id: row.id, caseId: row.case_id, caseNumber: row.number, cause: row.cause, reason: row.reason },
        ...{ state: row.state, text: String(row.evidence.text), authorName: author(row.evidence) },
        network: desk.registry.get(row.connector)?.network ?? row.connector,
        permalink: typeof row.evidence.permalink === 'string' ? row.evidence.permalink : null,
        ...{ askedBy: nameOf(row.asked_by), askedAt: row.asked_at.getTime() },
        decidedBy: row.decided_by === null ? null : nameOf(row.decided_by),
        ...{ refusalReason: row.refusal_reason, outcome: row.outcome },
        evidenceHash: row.evidence_hash.toString('hex'),
        statement: { fr: row.statement_fr, en: row.statement_en },
      })),
      counts: MODERATION_CAUSES.map((cause) => {
        const found = counted.find((one) => one.cause === cause)
        return { cause, asked: Number(found?.asked ?? 0), hidden: Number(found?.hidden ?? 0) }
      }),
    }
  })

/** The evidence as it was kept before the act. */
export const readEvidence = (desk: Desk, actor: Actor, input: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await trx
      .selectFrom('removals')
      .select(['evidence', 'evidence_hash'])
      .where('id', '=', input.id)
      .executeTakeFirst()
    return row === undefined ? NOT_FOUND : { evidence: row.evidence, sha256: row.evidence_hash.toString('hex') }
  })
