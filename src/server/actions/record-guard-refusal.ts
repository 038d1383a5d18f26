import type { Finding } from '#core/guard/finding.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'

interface Refusal {
  audience: 'public' | 'private'
  findings: readonly Finding[]
  by: string | null
}

/** Notes which rules held words in, never the words: the charter's screen counts them by clause (H1). */
export const recordGuardRefusal = (trx: Trx, desk: Desk, row: Row<'cases'>, { audience, findings, by }: Refusal) =>
  recordEvents(trx, row.workspace_id, [
    {
      name: 'guard.refused',
      at: desk.now(),
      memberId: by,
      accountId: row.account_id,
      caseId: row.id,
      conversationId: row.conversation_id,
      data: { audience, rules: [...new Set(findings.filter((f) => f.severity === 'block').map((f) => f.rule))] },
    },
  ])
