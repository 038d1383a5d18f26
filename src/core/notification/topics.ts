/** What a member may choose the means for, one line of the screen each. */
export const TOPICS = [
  'alert',
  'crisis',
  'channel',
  'outside',
  'stop',
  'approval-late',
  'approval',
  'note',
  'case',
  'reply',
  'deadline',
  'promise',
  'question',
  'digest',
  'removal',
  'rota',
  'reading',
] as const
export type Topic = (typeof TOPICS)[number]

/**
 * What goes through quiet hours: each of them asks a person on watch to decide something that cannot wait for the morning. The brand is
 * talked about as never, a crisis cell asks for somebody, it hears nothing, somebody else speaks in its name, its speech is stopped, or a customer's deadline falls on the one who may still save it (L4).
 */
const GRAVE: ReadonlySet<Topic> = new Set(['alert', 'crisis', 'channel', 'outside', 'stop', 'approval-late'])

const TOPIC_OF: Readonly<Record<string, Topic>> = {
  'alert.raised': 'alert',
  'alert.untaken': 'alert',
  'incident.declared': 'crisis',
  'incident.pilot-given': 'crisis',
  'incident.pilot-untaken': 'crisis',
  'incident.role-given': 'crisis',
  'incident.update-late': 'crisis',
  'alert.gravity': 'alert',
  'situation-note.drafted': 'crisis',
  'channel-needs-attention': 'channel',
  'published-outside': 'outside',
  'statement.gone': 'outside',
  'statement.kept-in': 'reply',
  'statement.paused': 'reply',
  'speech.stopped': 'stop',
  'approval.asked': 'approval',
  'approval.given': 'approval',
  'approval.escalated': 'approval-late',
  'approval.passed-on': 'approval',
  'approval.holding-offered': 'approval-late',
  'approval.late': 'approval-late',
  'outreach.asked': 'approval',
  'outreach.returned': 'reply',
  'finding.contested': 'approval',
  'autonomy.proposed': 'approval',
  'autonomy.raised': 'reply',
  'autonomy.lowered': 'reply',
  'contest.upheld': 'reply',
  'contest.rejected': 'reply',
  'approval.approved': 'reply',
  'approval.returned': 'reply',
  'approval.voided': 'reply',
  'approval.held-off': 'reply',
  'delivery.refused': 'reply',
  'delivery.to-check': 'reply',
  'delivery.stale': 'reply',
  'message-undelivered': 'reply',
  'named-in-note': 'note',
  'case-given': 'case',
  'case.breached': 'deadline',
  'commitment.near': 'promise',
  'commitment.passed': 'promise',
  'commitment.kept': 'promise',
  'commitment.broken': 'promise',
  'question.asked': 'question',
  'question.near': 'question',
  'question.to-head': 'question',
  'question.escalated': 'question',
  'question.answered': 'question',
  'digest.made': 'digest',
  'digest.near': 'digest',
  'digest.passed': 'digest',
  'digest.given': 'digest',
  'digest.answered': 'digest',
  'removal.asked': 'removal',
  'removal.confirmed': 'removal',
  'removal.refused': 'removal',
  'removal.hidden': 'removal',
  'removal.not-hidden': 'removal',
  'rota.hole': 'rota',
  'absence.recorded': 'rota',
  'receipt-quarantined': 'reading',
}

/** The line of the screen that a kind of notice belongs to; what the desk does not know yet is told like a case that changed (L4). */
export const topicOf = (kind: string): Topic => TOPIC_OF[kind] ?? 'case'

/** Whether a topic goes through quiet hours (L4). */
export const isGrave = (topic: Topic): boolean => GRAVE.has(topic)

/** Every kind that has a topic of its own; the words of both languages must know each. */
export const KNOWN_KINDS: readonly string[] = Object.keys(TOPIC_OF)
