import type { Client } from '#contract/client.ts'
import type { DeskContract } from '#contract/index.ts'
import type { Desk } from '../desk.ts'
import type { Person } from '../person.ts'
import type { Case } from './play.ts'

/** Where a trainee sits during one drill, and who else is at hand. */
export interface Seat {
  desk: Desk
  workspaceId: string
  /** Answers, at a page of their own. */
  trainee: Person
  /** The desk’s API as the trainee, as who reads a second time, and as who lets the brand speak again. */
  as: { trainee: Client<DeskContract>; reader: Client<DeskContract>; manager: Client<DeskContract> }
  one: Case
  /** How many lines somebody has been told, by `person/audience`. */
  told: Map<string, number>
  /** Whose refund was asked for. */
  refunds: Set<string>
  incident: string | null
}

export const addressIn = ({ desk, workspaceId }: Seat, place: string): string => `${desk.url}/w/${workspaceId}/${place}`
