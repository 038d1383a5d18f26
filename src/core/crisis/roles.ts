import { isAway, standInOf } from '#core/rota/on-duty.ts'
import type { Rota } from '#core/rota/rota.ts'
import type { Instant } from '#core/time.ts'

/** Who leads, who writes, who validates, who watches, who joins a department (T1, C4). */
export const INCIDENT_ROLES = ['pilot', 'writes', 'validates', 'watches', 'joins'] as const
export type IncidentRole = (typeof INCIDENT_ROLES)[number]

export type Held = {
  readonly role: IncidentRole
  readonly memberId: string
  /** They said that they have it. */
  readonly takenAt: Instant | null
}

/** « We are on it » is true from the moment at which a named person has taken charge, and not before (C1 with G4). */
export const isTakenCareOf = (held: readonly Held[]): boolean =>
  held.some(({ role, takenAt }) => role === 'pilot' && takenAt !== null)

export type Crew = {
  readonly rota: Rota
  /** Those who may lead: every member but trainees (V3). */
  readonly able: readonly string[]
  readonly managers: readonly string[]
}

/**
 * Who pilots when the pilot is away or has left: their stand-in, then whoever holds another role of the cell, then a manager who is there,
 * then any manager; the pilot themselves while they are there, and never nobody (T1, L4).
 */
export const choosePilot = (held: readonly Held[], { rota, able, managers }: Crew, at: Instant): string | null => {
  const pilot = held.find(({ role }) => role === 'pilot')?.memberId ?? null
  const isHere = (id: string) => able.includes(id) && !isAway(rota, id, at)
  if (pilot !== null && isHere(pilot)) return pilot
  const standIn = pilot === null ? null : standInOf(rota, pilot, 'answer', at)
  const order = [
    ...(standIn === null ? [] : [standIn]),
    ...INCIDENT_ROLES.flatMap((wanted) => held.flatMap(({ role, memberId }) => (role === wanted ? [memberId] : []))),
    ...managers,
  ]
  return order.find(isHere) ?? managers.find((id) => able.includes(id)) ?? able[0] ?? null
}
