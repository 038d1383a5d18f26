/** The rules of the trade that a drill can score, by their codes, in the order in which a debrief tells them. */
export const DRILL_CODES = [
  ...(['A1', 'A2', 'A4', 'C1', 'C2', 'C3', 'C4', 'D1'] as const),
  ...(['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8', 'G9'] as const),
  ...(['P1', 'P2', 'P3', 'T3', 'V1', 'V2', 'K1'] as const),
] as const
export type DrillCode = (typeof DRILL_CODES)[number]

export const isDrillCode = (code: string): code is DrillCode => (DRILL_CODES as readonly string[]).includes(code)
