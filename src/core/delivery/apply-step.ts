import type { Instant } from '#core/time.ts'
import type { Delivery } from './delivery.ts'
import type { DeliveryStep } from './step.ts'

/** Waits for nobody's worker: for its time, for a person, or for nothing more. */
const RELEASED = { lease: null, nextAt: null } as const

/** The row after a move; written in one transaction with the move's event, before the network is called (A1, G4). */
export function applyStep(delivery: Delivery, step: DeliveryStep, now: Instant): Delivery {
  switch (step.step) {
    case 'send':
      return {
        ...delivery,
        state: 'sending',
        // When the lease runs out, whoever comes by takes over.
        nextAt: delivery.lease?.until ?? now,
        attempts: delivery.attempts + 1,
        calledAt: now,
        keyUsedAt: delivery.keyUsedAt ?? now,
        absences: 0,
        unavailable: 0,
        refusal: null,
      }
    case 'look-up':
      // Counted before the answer, so that one which kills its worker counts too.
      return {
        ...delivery,
        state: 'unknown',
        nextAt: delivery.lease?.until ?? now,
        lookedUpAt: now,
        unavailable: delivery.unavailable + 1,
      }
    case 'queue':
      return { ...delivery, ...RELEASED, state: 'queued', nextAt: step.at }
    case 'send-again-at':
      return {
        ...delivery,
        ...RELEASED,
        state: 'queued',
        nextAt: step.at,
        doubtSince: step.doubt === 'kept' ? delivery.doubtSince : null,
        refusal: null,
      }
    case 'look-up-at': {
      const refusal = step.refusal ?? delivery.refusal
      return { ...delivery, ...RELEASED, state: 'unknown', nextAt: step.at, refusal }
    }
    case 'mark-sent': {
      const externalId = step.proof.kind === 'network' ? step.proof.externalId : null
      const permalink = step.proof.permalink ?? null
      return { ...delivery, ...RELEASED, state: 'sent', externalId, permalink, doubtSince: null, refusal: null }
    }
    case 'mark-refused':
      return {
        ...delivery,
        ...RELEASED,
        state: 'refused',
        doubtSince: null,
        refusal: { reason: step.reason, detail: step.detail },
      }
    case 'ask-to-check':
      return { ...delivery, ...RELEASED, state: 'to-check' }
    case 'ask-if-still-wanted':
      return { ...delivery, ...RELEASED, state: 'stale' }
    case 'let-go':
      return {
        ...delivery,
        ...RELEASED,
        state: 'queued',
        readyAt: step.at,
        nextAt: step.at,
        ambiguous: 0,
        keyUsedAt: null,
        doubtSince: null,
        absences: 0,
        unavailable: 0,
        refusal: null,
      }
    case 'cancel':
      return { ...delivery, ...RELEASED, state: 'cancelled', doubtSince: null, refusal: null }
    case 'wait':
    case 'none':
      return delivery
  }
}
