import type { CaseState } from './case.ts'
import type { CaseCommand, CaseDecision, CaseFacts } from './command.ts'
import { weighThanks } from './decide-thanks.ts'
import { weighUrgency } from './decide-urgency.ts'
import {
  beginCase,
  editMessage,
  noteAnswer,
  noteOutsideAnswer,
  noteUndelivered,
  receiveMessage,
} from './decide-words.ts'
import { assignCase, reopenCase, resolveCase, snoozeCase, tickCase, unassignCase, wakeCase } from './decide-work.ts'

/** What a command does to a case: events for the log, or a refusal that says why; nothing else changes a case (A1, A2, T1). */
export function decideCase(state: CaseState | null, command: CaseCommand, facts: CaseFacts): CaseDecision {
  if (command.kind === 'receive-message') return receiveMessage(state, command, facts)
  if (command.kind === 'begin') return beginCase(state, command, facts)
  if (state === null) return { refused: 'no-such-case' }
  switch (command.kind) {
    case 'edit-message':
      return editMessage(state, command, facts)
    case 'weigh-urgency':
      return weighUrgency(state, command, facts)
    case 'weigh-thanks':
      return weighThanks(state, command, facts)
    case 'answer-sent':
      return noteAnswer(state, command, facts)
    case 'answer-published-outside':
      return noteOutsideAnswer(state, command, facts)
    case 'answer-undelivered':
      return noteUndelivered(state, command, facts)
    case 'resolve':
      return resolveCase(state, command, facts)
    case 'reopen':
      return reopenCase(state, facts)
    case 'assign':
      return assignCase(state, command, facts)
    case 'unassign':
      return unassignCase(state, facts)
    case 'snooze':
      return snoozeCase(state, command, facts)
    case 'wake':
      return wakeCase(state, facts)
    case 'tick':
      return tickCase(state, facts)
  }
}
