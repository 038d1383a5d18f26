import { canonicalJson } from '#core/audit/canonical.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { type JournalFilter, type JournalRow, readJournalRows } from '#server/queries/journal.ts'

const PAGE = 5_000

const COLUMNS = ['at', 'event', 'by', 'case', 'account', 'data', 'id', 'seal', 'hash'] as const

/** A cell that a spreadsheet would run as a formula is marked as words. */
const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value)
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",;\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const csvLine = (row: JournalRow): string =>
  [
    row.at.toISOString(),
    row.name,
    row.member_name,
    row.case_number,
    row.handle,
    canonicalJson(row.data),
    row.id,
    row.position,
    row.hash?.toString('hex') ?? null,
  ]
    .map(cell)
    .join(',')

/** All that a seal is computed from, so that anybody can compute it again. */
const jsonLine = (row: JournalRow): string =>
  canonicalJson({
    ...{ id: row.id, workspaceId: row.workspace_id, at: row.at.toISOString(), atMicroseconds: row.at_us },
    ...{ name: row.name, memberId: row.member_id, memberName: row.member_name, accountId: row.account_id },
    ...{ caseId: row.case_id, caseNumber: row.case_number, conversationId: row.conversation_id, data: row.data },
    ...{ seal: row.position, hash: row.hash?.toString('hex') ?? null },
  })

/** One part of the journal as a file; that it was asked for is itself a line of the journal. */
export const exportJournal = (desk: Desk, actor: Actor, asked: JournalFilter & { format: 'csv' | 'jsonl' }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const { format, ...filter } = asked
    const { rows, after } = await readJournalRows(trx, actor.workspaceId, filter, PAGE)
    const isFirst = filter.after === undefined
    if (isFirst)
      await recordEvents(trx, actor.workspaceId, [
        { name: 'journal.exported', at: desk.now(), memberId: actor.memberId, data: { format } },
      ])
    const head = isFirst && format === 'csv' ? [COLUMNS.join(',')] : []
    const lines = [...head, ...rows.map(format === 'csv' ? csvLine : jsonLine)]
    return { text: lines.map((line) => `${line}\n`).join(''), after }
  })
