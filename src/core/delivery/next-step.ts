import { MINUTE_MS } from '#core/time.ts'
import { afterDoubt, afterLookUp, mayRepeat, sendAgain } from './after-doubt.ts'
import { applyStep } from './apply-step.ts'
import type { Delivery } from './delivery.ts'
import { type SendOutcome, settleTime } from './guarantee.ts'
import { learn } from './learn.ts'
import { backOff, isLate } from './rules.ts'
import type { DeliveryNews, DeliveryStep, Move, Situation } from './step.ts'

function whenQueued(delivery: Delivery, situation: Situation): DeliveryStep {
  const { rules, now } = situation
  const inDoubt = delivery.doubtSince !== null
  if (isLate(delivery, now, rules.lateAfterMinutes)) {
    if (inDoubt) return { step: 'ask-to-check', why: 'late-in-doubt' }
    return { step: 'ask-if-still-wanted', lateMinutes: Math.floor((now - delivery.readyAt) / MINUTE_MS) }
  }
  if (!inDoubt || mayRepeat(delivery, situation, now)) return { step: 'send' }
  if (settleTime(situation.guarantee) !== null) return { step: 'look-up' }
  return { step: 'ask-to-check', why: 'key-expired' }
}

function whenUnknown(delivery: Delivery, { guarantee, rules }: Situation): DeliveryStep {
  // The connector may have changed since; and a look-up that kills the worker each time must end before a person.
  if (settleTime(guarantee) === null) return { step: 'ask-to-check', why: 'cannot-be-looked-up' }
  if (delivery.unavailable > rules.maxUnavailable) return { step: 'ask-to-check', why: 'look-up-gave-up' }
  return { step: 'look-up' }
}

function whenDue(delivery: Delivery, situation: Situation): DeliveryStep {
  const { now } = situation
  switch (delivery.state) {
    case 'held':
      return { step: 'queue', at: now }
    case 'queued':
      return whenQueued(delivery, situation)
    case 'sending':
      return afterDoubt(delivery, situation)
    case 'unknown':
      return whenUnknown(delivery, situation)
    case 'sent':
    case 'refused':
    case 'to-check':
    case 'stale':
    case 'cancelled':
      return { step: 'none' }
  }
}

function afterCall(delivery: Delivery, outcome: SendOutcome, situation: Situation): DeliveryStep {
  const { rules, now, random } = situation
  switch (outcome.kind) {
    case 'sent':
      return { step: 'mark-sent', proof: { ...outcome, kind: 'network' } }
    case 'ambiguous':
      return afterDoubt(delivery, situation)
    case 'later': {
      const wait = backOff(rules, delivery.attempts, random)
      // Retry-After is obeyed to the letter; a second of chance keeps a whole queue from knocking at once.
      const at =
        outcome.retryAt === undefined ? now + wait : Math.max(now, outcome.retryAt) + Math.round(random * 1_000)
      return sendAgain(delivery, situation, at, 'kept', outcome.reason)
    }
    case 'refused':
      if (delivery.doubtSince === null) return { step: 'mark-refused', reason: outcome.reason, detail: outcome.detail }
      // A refusal ("you have said that already") proves nothing about the call before it.
      return afterDoubt(delivery, situation)
  }
}

function decide(delivery: Delivery, news: DeliveryNews, situation: Situation): DeliveryStep {
  switch (news.kind) {
    case 'due':
      return whenDue(delivery, situation)
    case 'outcome':
      if (delivery.state === 'sent') return { step: 'none' }
      if (delivery.state !== 'sending' && news.outcome.kind !== 'sent') return { step: 'none' }
      return afterCall(delivery, news.outcome, situation)
    case 'looked-up':
      return delivery.state === 'unknown' ? afterLookUp(delivery, news.result, situation) : { step: 'none' }
  }
}

/**
 * Exactly once: nothing is "sent" until the network returned an id, nothing ambiguous is posted again blindly, and what
 * only a person can tell, a person is asked (A1, G4). The shell holds the lease, writes the row, then does the step.
 */
export function nextStep(delivery: Delivery, news: DeliveryNews, situation: Situation): Move {
  if (news.kind === 'due') {
    if (delivery.nextAt === null) return { step: { step: 'none' }, delivery }
    if (delivery.nextAt > situation.now) return { step: { step: 'wait', until: delivery.nextAt }, delivery }
  }
  const known = learn(delivery, news, situation.now)
  const step = decide(known, news, situation)
  // News that changes nothing leaves no trace.
  return { step, delivery: step.step === 'none' ? delivery : applyStep(known, step, situation.now) }
}
