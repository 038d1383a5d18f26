import type { Instant } from '#core/time.ts'
import { findPresent, isAway, isPlanned, standInOf } from './on-duty.ts'
import type { Rota } from './rota.ts'

export type Readers = {
  readonly available: readonly string[]
  readonly away: readonly string[]
  readonly standIns: Readonly<Record<string, string>>
}

/**
 * Who can read a reply that waits: those whose turn it is to validate, those who stand in for them, and whoever answers for the brand
 * unless away. Where validation is not planned, or the plan leaves fewer than two to ask, everybody who is not away (V2, T1).
 */
export const chooseReaders = (rota: Rota, leads: readonly string[], at: Instant): Readers => {
  const here = rota.hands.map(({ memberId }) => memberId).filter((id) => !isAway(rota, id, at))
  const onDuty = isPlanned(rota, 'approve') ? findPresent(rota, 'approve', at).map(({ memberId }) => memberId) : here
  const turn = new Set([...onDuty, ...leads.filter((id) => here.includes(id))])
  const standIns: Record<string, string> = {}
  for (const { memberId } of rota.hands) {
    const standIn = isAway(rota, memberId, at) ? standInOf(rota, memberId, 'approve', at) : null
    if (standIn !== null) standIns[memberId] = standIn
  }
  const away = rota.hands.map(({ memberId }) => memberId).filter((id) => !here.includes(id))
  return { away, available: turn.size < 2 ? here : here.filter((id) => turn.has(id)), standIns }
}
