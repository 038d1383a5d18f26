import type { Instant } from '#core/time.ts'
import type { Delivery } from './delivery.ts'
import { type LookUpResult, settleTime } from './guarantee.ts'
import { backOff } from './rules.ts'
import type { DeliveryStep, Situation } from './step.ts'

/** How often in a row a look-up must find nothing before a text may be posted again. */
const ABSENCES_NEEDED = 2

/** Whether the same call may be made again while an earlier one may have posted: only if the network drops the second (G4). */
export function mayRepeat(delivery: Delivery, { guarantee, rules }: Situation, at: Instant): boolean {
  if (guarantee.kind === 'own-id') return true
  if (guarantee.kind !== 'idempotency-key' || guarantee.lookUp) return false
  // The repetition itself must land while the network still knows the key.
  const landsBy = at + rules.callTimeoutMs + rules.landingMs
  return landsBy < (delivery.keyUsedAt ?? at) + guarantee.validMs
}

function giveUp(delivery: Delivery, situation: Situation, doubt: 'kept' | 'cleared', detail: string): DeliveryStep {
  const refusal = { reason: 'gave-up', detail }
  if (doubt === 'cleared' || delivery.doubtSince === null) return { step: 'mark-refused', ...refusal }
  const settleMs = settleTime(situation.guarantee)
  if (settleMs === null) return { step: 'ask-to-check', why: 'gave-up-in-doubt' }
  return { step: 'look-up-at', at: situation.now + settleMs, refusal }
}

/** Another call at a given time, unless patience is over: then it is refused, or, in doubt, looked up or asked (A1, G4). */
export function sendAgain(
  delivery: Delivery,
  situation: Situation,
  at: Instant,
  doubt: 'kept' | 'cleared',
  detail: string,
): DeliveryStep {
  const { rules, now } = situation
  if (at > now + rules.longestWaitMs || delivery.ambiguous > rules.maxAmbiguous)
    return giveUp(delivery, situation, doubt, detail)
  return { step: 'send-again-at', at, doubt }
}

/** What may have been posted is looked up, repeated only where a repetition is harmless, or shown to a person (G4). */
export function afterDoubt(delivery: Delivery, situation: Situation): DeliveryStep {
  const { guarantee, rules, now, random } = situation
  const settleMs = settleTime(guarantee)
  if (settleMs !== null) {
    // An own id is safe to repeat at any time, so there is no need to wait before the first look.
    const canRepeat = guarantee.kind === 'own-id' && delivery.refusal === null
    return { step: 'look-up-at', at: canRepeat ? now : now + settleMs }
  }
  if (guarantee.kind === 'none' || delivery.refusal !== null)
    return { step: 'ask-to-check', why: 'cannot-be-looked-up' }
  const at = now + backOff(rules, delivery.ambiguous, random)
  if (!mayRepeat(delivery, situation, at)) return { step: 'ask-to-check', why: 'key-expired' }
  return sendAgain(delivery, situation, at, 'kept', 'ambiguous')
}

function afterAbsence(delivery: Delivery, situation: Situation): DeliveryStep {
  const { guarantee, rules, now, random } = situation
  const settleMs = settleTime(guarantee) ?? 0
  const settled = (delivery.lookedUpAt ?? now) >= (delivery.calledAt ?? now) + settleMs
  const certain = settled && (guarantee.kind === 'own-id' || delivery.absences >= ABSENCES_NEEDED)
  if (certain && delivery.refusal) return { step: 'mark-refused', ...delivery.refusal }
  const again = now + backOff(rules, delivery.ambiguous, random)
  if (certain) return sendAgain(delivery, situation, again, 'cleared', 'ambiguous')
  if (guarantee.kind === 'own-id' && delivery.refusal === null) {
    return sendAgain(delivery, situation, again, 'kept', 'ambiguous')
  }
  return { step: 'look-up-at', at: now + settleMs }
}

/** Found is sent; absent twice, after the settle time, is sent again; no answer is asked again, in the end to a person (G4). */
export function afterLookUp(delivery: Delivery, result: LookUpResult, situation: Situation): DeliveryStep {
  const { guarantee, rules, now, random } = situation
  switch (result.kind) {
    case 'found':
      return { step: 'mark-sent', proof: { ...result, kind: 'network' } }
    case 'absent':
      // What cannot be looked up any more (the connector has changed) is for a person.
      return settleTime(guarantee) === null
        ? { step: 'ask-to-check', why: 'cannot-be-looked-up' }
        : afterAbsence(delivery, situation)
    case 'unavailable': {
      const at = Math.max(now + backOff(rules, delivery.unavailable, random), result.retryAt ?? 0)
      const hopeless = delivery.unavailable > rules.maxUnavailable || at > now + rules.longestWaitMs
      if (hopeless) return { step: 'ask-to-check', why: 'look-up-gave-up' }
      return { step: 'look-up-at', at }
    }
  }
}
