import type { Instant } from '#core/time.ts'
import { applyStep } from './apply-step.ts'
import type { Delivery } from './delivery.ts'
import type { DeliveryStep, Move } from './step.ts'

/** What a member may say about a delivery: undo it, say that it is published, send it (again), or drop it. */
export type PersonChoice =
  | { readonly kind: 'undo' }
  | { readonly kind: 'published'; readonly permalink?: string }
  | { readonly kind: 'send-again' }
  | { readonly kind: 'drop' }

export type PersonRefusal =
  /** The call may be under way: nobody can take it back any more. */
  | { readonly refused: 'already-leaving' }
  | { readonly refused: 'already-finished' }
  /** Nobody was asked. */
  | { readonly refused: 'nothing-to-check' }

function chooseStep(
  delivery: Delivery,
  choice: PersonChoice,
  memberId: string,
  now: Instant,
): DeliveryStep | PersonRefusal {
  switch (delivery.state) {
    case 'held':
    case 'queued':
      if (choice.kind !== 'undo' && choice.kind !== 'drop') return { refused: 'nothing-to-check' }
      return delivery.doubtSince === null ? { step: 'cancel' } : { refused: 'already-leaving' }
    case 'sending':
    case 'unknown':
      return { refused: 'already-leaving' }
    case 'to-check': {
      if (choice.kind === 'undo') return { refused: 'already-leaving' }
      if (choice.kind === 'drop') return { step: 'cancel' }
      if (choice.kind === 'send-again') return { step: 'let-go', at: now }
      const link = choice.permalink === undefined ? {} : { permalink: choice.permalink }
      return { step: 'mark-sent', proof: { kind: 'member', memberId, ...link } }
    }
    case 'stale':
      if (choice.kind === 'published') return { refused: 'nothing-to-check' }
      return choice.kind === 'send-again' ? { step: 'let-go', at: now } : { step: 'cancel' }
    case 'sent':
    case 'refused':
    case 'cancelled':
      return { refused: 'already-finished' }
  }
}

/** Until the call is made a reply can be taken back; what the desk cannot know, the person who has looked decides (G3, G4). */
export function decideByPerson(
  delivery: Delivery,
  choice: PersonChoice,
  memberId: string,
  now: Instant,
): Move | PersonRefusal {
  const chosen = chooseStep(delivery, choice, memberId, now)
  return 'refused' in chosen ? chosen : { step: chosen, delivery: applyStep(delivery, chosen, now) }
}
