import { approversNeeded, type WaitReason } from '#core/approval/why-it-waits.ts'

export const OUTREACH_STATES = ['draft', 'asked', 'running', 'paused', 'over', 'withdrawn'] as const
export type OutreachState = (typeof OUTREACH_STATES)[number]

export type Outreach = {
  readonly state: OutreachState
  readonly writerId: string
  /** Those who have approved these very words for this very list. */
  readonly approvedBy: readonly string[]
  readonly readersNeeded: 1 | 2
}

export type OutreachCommand =
  | { readonly kind: 'ask'; readonly sendable: number; readonly readersNeeded: 1 | 2 }
  | { readonly kind: 'approve' }
  | { readonly kind: 'return' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'withdraw' }

export type OutreachRefusal = {
  readonly refused: 'nobody-to-tell' | 'already-asked' | 'own-words' | 'already-approved' | 'not-under-way'
}

const asked = (one: Outreach, command: Extract<OutreachCommand, { kind: 'ask' }>): Outreach | OutreachRefusal => {
  if (one.state !== 'draft') return { refused: 'already-asked' }
  if (command.sendable === 0) return { refused: 'nobody-to-tell' }
  return { ...one, state: 'asked', approvedBy: [], readersNeeded: command.readersNeeded }
}

const approved = (one: Outreach, by: string): Outreach | OutreachRefusal => {
  if (one.state !== 'asked') return { refused: 'not-under-way' }
  if (by === one.writerId) return { refused: 'own-words' }
  if (one.approvedBy.includes(by)) return { refused: 'already-approved' }
  const approvedBy = [...one.approvedBy, by]
  return { ...one, approvedBy, state: approvedBy.length >= one.readersNeeded ? 'running' : 'asked' }
}

const moved = (one: Outreach, from: readonly OutreachState[], to: OutreachState): Outreach | OutreachRefusal =>
  from.includes(one.state) ? { ...one, state: to } : { refused: 'not-under-way' }

/**
 * How many other people read a message to many before it leaves: always one, two where the list is longer than the charter says or
 * the charter wants two for what the words touch (V1, C2).
 */
export const readersFor = (people: number, manyAbove: number, reasons: readonly WaitReason[]): 1 | 2 =>
  people > manyAbove ? 2 : approversNeeded(reasons)

/** Nothing leaves before somebody else than its writer has read it; from then on it can be paused, taken up again and withdrawn (V1, C2). */
export const decideOutreach = (one: Outreach, command: OutreachCommand, by: string): Outreach | OutreachRefusal => {
  switch (command.kind) {
    case 'ask':
      return asked(one, command)
    case 'approve':
      return approved(one, by)
    case 'return': {
      const back = moved(one, ['asked'], 'draft')
      return 'refused' in back ? back : { ...back, approvedBy: [] }
    }
    case 'pause':
      return moved(one, ['running'], 'paused')
    case 'resume':
      return moved(one, ['paused'], 'running')
    case 'withdraw':
      return moved(one, ['draft', 'asked', 'running', 'paused'], 'withdrawn')
  }
}
