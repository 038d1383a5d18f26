import type { Words } from '../scenario.ts'

/** What is wrong with a scenario file: on which line, where in it, and what to do about it. */
export type ScenarioFault = { readonly line: number; readonly path: string; readonly says: Words }

export const words = (fr: string, en: string): Words => ({ fr, en })

/** More than these help nobody at once. */
export const MOST_FAULTS = 50
