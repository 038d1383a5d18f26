import { applyCase } from '#core/case/apply-case.ts'
import type { CaseState } from '#core/case/case.ts'
import type { CaseCommand } from '#core/case/command.ts'
import { decideCase } from '#core/case/decide-case.ts'
import { caseEvent } from '#server/cases/case-row.ts'
import type { Batch, CaseDraft, ConversationDraft } from './batch.ts'

/** Asks the core what the news does to the case of this conversation, and keeps what it answers. */
export const stepCase = (
  batch: Batch,
  conversation: ConversationDraft,
  command: CaseCommand,
): CaseDraft | undefined => {
  const known = batch.cases.get(conversation.id)
  const { policy, calendar } = batch.account
  const decision = decideCase(known?.fold ?? null, command, { now: batch.now, by: null, policy, calendar })
  if ('refused' in decision || decision.events.length === 0) return known
  const caseId = known?.id ?? batch.newId()
  const place = { id: caseId, account_id: batch.account.id, conversation_id: conversation.id }
  let fold: CaseState | null = known?.fold ?? null
  for (const event of decision.events) {
    fold = applyCase(fold, event)
    batch.events.push(caseEvent(place, event))
  }
  if (fold === null) return known
  if (known !== undefined) {
    known.fold = fold
    if (known.fate === 'known') known.fate = 'changed'
    return known
  }
  const opened: CaseDraft = { fate: 'new', id: caseId, conversation, fold, excerpt: '', staleExcerpt: false }
  batch.cases.set(conversation.id, opened)
  return opened
}
