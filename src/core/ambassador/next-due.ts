import { DAY_MS, type Instant } from '#core/time.ts'
import type { Journey } from './journey.ts'

export const FOLLOW_UP_DAYS = 14
const THANK_WITHIN_DAYS = 2

/** What the brand owes this customer next; `gesture` says that one may be offered, never that one must (G8). */
export type NextDue =
  | { readonly do: 'answer' | 'settle' | 'thank' | 'follow-up'; readonly dueAt: Instant | null }
  | { readonly do: 'nothing'; readonly dueAt: null }

type Known = {
  readonly journey: Journey
  /** The deadline of the case, where an answer is owed. */
  readonly owedAt: Instant | null
  /** A promise to come back to them that is still open. */
  readonly followUpAt: Instant | null
  readonly followedUp: boolean
}

/**
 * What is due next on the way from detractor to ambassador: an answer, the settlement, thanks within two days of it, then news asked for
 * after two weeks (C5, P4).
 */
export const nextDue = ({ journey, owedAt, followUpAt, followedUp }: Known): NextDue => {
  const at = journey.proofs.at(-1)?.proof.at ?? 0
  switch (journey.reached) {
    case 'complained':
      return { do: 'answer', dueAt: owedAt }
    case 'heard':
      return { do: 'settle', dueAt: owedAt }
    case 'settled':
      return { do: 'thank', dueAt: at + THANK_WITHIN_DAYS * DAY_MS }
    case 'thanked':
      if (followedUp) return { do: 'nothing', dueAt: null }
      return { do: 'follow-up', dueAt: followUpAt ?? at + FOLLOW_UP_DAYS * DAY_MS }
    case 'recommends':
      return { do: 'nothing', dueAt: null }
  }
}

/** A gesture is offered once the affair is settled, and not before (G8, C5). */
export const mayOfferGesture = ({ proofs }: Journey): boolean => proofs.some(({ step }) => step === 'settled')
