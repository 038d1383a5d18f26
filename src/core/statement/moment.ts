/**
 * When a statement is for. `heard`: we have seen it and are looking; `taken`: somebody holds it, « we are on it »; `progress`: where it
 * stands; `settled`: it is over, and what we change; `correction`: what we said was not so.
 */
export const MOMENTS = ['heard', 'taken', 'progress', 'settled', 'correction'] as const
export type Moment = (typeof MOMENTS)[number]

/** « We are on it » is offered the moment a named person has taken it, and not before (C1 with G4). */
export const isOffered = (moment: Moment, held: boolean): boolean => moment !== 'taken' || held
