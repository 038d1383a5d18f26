import type { WriterRole } from './why-it-waits.ts'

export type Teammate = { readonly memberId: string; readonly role: WriterRole }

/** Who is there to read: absences and stand-ins come from the rota. */
export type Team = {
  /** Members of the brand whose account is open. */
  readonly members: readonly Teammate[]
  /** Those whose turn it is to read, and who are there: they are the ones to ask. */
  readonly available: readonly string[]
  /** Those who are absent; whoever is merely off duty may read all the same. */
  readonly away: readonly string[]
  /** Who stands in for whom. */
  readonly standIns: Readonly<Record<string, string>>
}

export const APPROVING_ROLES: readonly WriterRole[] = ['validator', 'manager', 'admin']

/** Validators, managers and administrators of the brand; never the writer: nobody approves their own words (V1). */
export const mayApprove = (person: Teammate, writerId: string): boolean =>
  APPROVING_ROLES.includes(person.role) && person.memberId !== writerId

/** How far a request has gone: first the validators, then those who stand in for them, then the managers (V2). */
export type Step = 0 | 1 | 2

const union = (...lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())]

/** Whom a request is put to at a step of its life; never somebody absent. Empty only when nobody at all can approve (V2, T1). */
export const chooseAsked = (step: Step, team: Team, writerId: string, needed: 1 | 2): string[] => {
  const able = team.members.filter((person) => mayApprove(person, writerId))
  const present = (ids: readonly string[]) =>
    ids.filter((id) => team.available.includes(id) && able.some(({ memberId }) => memberId === id))
  const of = (role: WriterRole) => able.filter((person) => person.role === role).map(({ memberId }) => memberId)
  const standInsOf = (ids: readonly string[]) => present(ids.flatMap((id) => team.standIns[id] ?? []))

  const validators = of('validator')
  const absent = validators.filter((id) => !team.available.includes(id))
  const first = union(present(validators), standInsOf(absent))
  const second = union(first, standInsOf(validators))
  const managers = present(of('manager'))
  const admins = present(of('admin'))

  let asked = step === 0 ? first : second
  // A step that reaches nobody new is passed over.
  if (step === 2 || (step === 1 && second.length === first.length)) asked = union(second, managers)
  if (asked.length < needed) asked = union(asked, managers)
  if (asked.length < needed || (step === 2 && managers.length === 0)) asked = union(asked, admins)
  return asked
}
