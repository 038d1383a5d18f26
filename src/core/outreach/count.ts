import type { DeliveryState } from '#core/delivery/delivery.ts'

/** Where one person of the list stands; `delivery` and `answered` come from what really happened. */
export type Standing = {
  readonly state: 'planned' | 'held-back' | 'no-way' | 'opted-out' | 'given' | 'withdrawn'
  readonly delivery: DeliveryState | null
  readonly answered: boolean
}

export type OutreachCount = {
  readonly people: number
  readonly planned: number
  readonly leaving: number
  readonly sent: number
  readonly refused: number
  /** Kept in by the guard, or with a hole in the message. */
  readonly heldBack: number
  readonly noWay: number
  readonly optedOut: number
  readonly withdrawn: number
  /** Of those sent: they wrote back. */
  readonly answered: number
}

type Place = Exclude<keyof OutreachCount, 'people' | 'answered'>

const STATES: Readonly<Record<Exclude<Standing['state'], 'given'>, Place>> = {
  planned: 'planned',
  'held-back': 'heldBack',
  'no-way': 'noWay',
  'opted-out': 'optedOut',
  withdrawn: 'withdrawn',
}

/** Sent is what the network took, and nothing else (G4); whatever still needs somebody has not been refused yet. */
const placeOf = ({ state, delivery }: Standing): Place => {
  if (state !== 'given') return STATES[state]
  if (delivery === 'sent') return 'sent'
  return delivery === 'refused' || delivery === 'cancelled' ? 'refused' : 'leaving'
}

/** The counter of an outreach: everybody of the list stands in exactly one place, so that nobody is forgotten (C2). */
export const countOutreach = (people: readonly Standing[]): OutreachCount => {
  const count = {
    ...{ people: people.length, planned: 0, leaving: 0, sent: 0, refused: 0, heldBack: 0 },
    ...{ noWay: 0, optedOut: 0, withdrawn: 0, answered: 0 },
  }
  for (const one of people) {
    const place = placeOf(one)
    count[place] += 1
    if (place === 'sent' && one.answered) count.answered += 1
  }
  return count
}
