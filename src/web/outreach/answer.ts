import type { OutreachView } from '#contract/outreach.ts'
import type { OutreachWords } from './words.ts'

/** Whom the next list would be for: nobody, where those left of the last one are known to be out of reach, and nobody has come since. */
export const toTellNow = ({ affected, outreach }: OutreachView): number => {
  if (outreach?.state !== 'over') return affected.toTell
  const { noWay, heldBack, refused } = outreach.count
  return affected.toTell <= noWay + heldBack + refused ? 0 : affected.toTell
}

/** The screen's question, « who is told, and who is not yet », in one sentence. */
export const answerOf = (o: OutreachWords, view: OutreachView): string => {
  const { affected, outreach } = view
  if (outreach?.state === 'asked')
    return o.answer.asked(outreach.count.planned, outreach.readersNeeded - outreach.approvedBy.length)
  if (outreach?.state === 'paused') return o.answer.paused(outreach.count.planned)
  if (outreach?.state === 'running')
    return o.answer.running(outreach.count.sent, outreach.count.people, outreach.count.answered)
  if (affected.people === 0) return o.answer.nobody
  if (outreach?.state === 'over' && toTellNow(view) === 0) {
    const said = o.answer.running(outreach.count.sent, outreach.count.people, outreach.count.answered)
    return affected.toTell === 0 ? said : `${said} ${o.answer.outOfReach(affected.toTell)}`
  }
  return o.answer.toTell(affected.people, affected.toTell, affected.wrote)
}
