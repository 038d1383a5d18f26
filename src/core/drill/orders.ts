import type { Inject, Minute, Scenario } from './scenario.ts'

/** What observers changed of a running drill's timetable: injects called forward, to which minute, and injects of their own. */
export type Orders = {
  readonly early: Readonly<Record<string, Minute>>
  readonly added: readonly Inject[]
}

export const NO_ORDERS: Orders = { early: {}, added: [] }

/** The scenario as it is played: what an observer calls for happens, whatever its conditions said (C4). */
export const withOrders = (scenario: Scenario, { early, added }: Orders): Scenario => ({
  ...scenario,
  injects: [
    ...scenario.injects.map((inject) => {
      const at = early[inject.id]
      return at === undefined ? inject : { ...inject, at, when: [], unless: [] }
    }),
    ...added,
  ].toSorted((a, b) => a.at - b.at),
})

/** Somebody of the story says this now. */
export const spokenInject = (
  id: string,
  at: Minute,
  said: { readonly by: string; readonly text: string; readonly audience: 'public' | 'private' },
): Inject => ({
  ...{ id, at, when: [], unless: [], stirs: 20 },
  ...{ kind: 'message', ...said, owed: true, under: null, picture: null },
})
