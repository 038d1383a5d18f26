import type { OutreachView } from '#contract/outreach.ts'
import type { OutreachWords } from './words.ts'

/** The screen's question, « who is told, and who is not yet », in one sentence. */
export const answerOf = (o: OutreachWords, { affected, outreach }: OutreachView): string => {
  if (outreach?.state === 'asked')
    return o.answer.asked(outreach.count.planned, outreach.readersNeeded - outreach.approvedBy.length)
  if (outreach?.state === 'paused') return o.answer.paused(outreach.count.planned)
  if (outreach?.state === 'running')
    return o.answer.running(outreach.count.sent, outreach.count.people, outreach.count.answered)
  if (affected.people === 0) return o.answer.nobody
  if (outreach?.state === 'over' && affected.toTell === 0)
    return o.answer.running(outreach.count.sent, outreach.count.people, outreach.count.answered)
  return o.answer.toTell(affected.people, affected.toTell, affected.wrote)
}
