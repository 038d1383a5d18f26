import type { ApprovalEventKind } from '#core/approval/approval.ts'
import type { CaseEventKind } from '#core/case/event.ts'

/**
 * Everything that can be recorded, past tense, `noun.verb`. One name, one sentence in each language of the web (a missing one is a
 * compile error). The data hold ids and codes, never the customer's words: those live in `messages`, where they can be erased.
 */
export type EventName = CaseEventKind | ApprovalEventKind | OtherEventName

export const OTHER_EVENTS = [
  'message.received',
  'message.edited',
  'message.deleted',
  'message.published-outside',
  'message.undelivered',
  'delivery.held',
  'delivery.undone',
  'delivery.queued',
  'delivery.sending',
  'delivery.sent',
  'delivery.refused',
  'delivery.doubtful',
  'delivery.to-check',
  'delivery.stale',
  'delivery.retried',
  'delivery.settled',
  'note.added',
  'fact.recorded',
  'document.kept',
  'fact-source.created',
  'fact-source.revoked',
  'message.checked',
  'removal.asked',
  'removal.confirmed',
  'removal.refused',
  'removal.withdrawn',
  'removal.hidden',
  'removal.not-hidden',
  'gesture.given',
  'gesture.reversed',
  'commitment.made',
  'commitment.near',
  'commitment.passed',
  'commitment.kept',
  'commitment.broken',
  'question.asked',
  'question.near',
  'question.to-head',
  'question.escalated',
  'question.answered',
  'case.labelled',
  'case.unlabelled',
  'pen.taken',
  'presence.changed',
  'channel.connected',
  'channel.declared',
  'channel.reconnected',
  'channel.updated',
  'channel.disconnected',
  'channel.needs-attention',
  'channel.recovered',
  'channel.gap-repaired',
  'channel.gap-found',
  'receipt.quarantined',
  'receipt.replayed',
  'workspace.created',
  'workspace.updated',
  'member.joined',
  'member.invited',
  'member.role-changed',
  'member.removed',
  'second-factor.policy-changed',
  'member.factor-added',
  'member.factor-removed',
  'member.reset-offered',
  'member.password-reset',
  'label.created',
  'label.deleted',
  'promise.changed',
  'calendar.changed',
  'shift.set',
  'shift.removed',
  'absence.recorded',
  'absence.ended',
  'rota.hole',
  'department.opened',
  'department.changed',
  'department.closed',
  'routing.changed',
  'speech.stopped',
  'speech.released',
  'journal.exported',
  'charter.started',
  'charter.edited',
  'charter.approved',
  'charter.came-into-force',
  'guard.refused',
  'device.added',
  'device.removed',
  'rule.switched-off',
  'rule.switched-on',
  'finding.contested',
  'contest.upheld',
  'contest.rejected',
] as const
export type OtherEventName = (typeof OTHER_EVENTS)[number]

/** One line of the log, as a verb hands it over. `memberId` is null for the network, the public and the desk itself. */
export interface DeskEvent {
  name: EventName
  at: number
  memberId: string | null
  accountId?: string
  caseId?: string
  conversationId?: string
  data?: Record<string, unknown>
}
