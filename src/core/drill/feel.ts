import type { Temper } from '#core/crowd/temper.ts'
import type { DrillCode } from './codes.ts'
import type { Heard } from './judge-words.ts'
import type { SpeechAct } from './speech-act.ts'
import type { PersonState } from './state.ts'

/** What a fault does to whoever hears it, and how much it stirs in public, for a weight of 2. */
const HURTS: Partial<Record<DrillCode, readonly [opinion: number, stirs: number]>> = {
  G1: [-15, 8],
  G2: [-30, 22],
  G3: [-30, 20],
  G4: [0, 0],
  G5: [-10, 12],
  G6: [-25, 24],
  G7: [-25, 18],
  G8: [-12, 6],
  P2: [-12, 3],
  A4: [-16, 6],
  C1: [-2, 0],
}
const HURTS_ELSE = [-8, 6] as const

const COMFORTS: Partial<Record<SpeechAct, number>> = {
  'greets-by-name': 3,
  thanks: 4,
  apologises: 9,
  'owns-up': 10,
  'takes-charge': 11,
  'gives-date': 8,
  'invites-to-private': 7,
  'says-unknown': 3,
  'gives-advice': 5,
  disowns: 4,
  signs: 2,
}
/** The worst and the best that one answer does. */
const MOST_HURT = -60
const MOST_COMFORT = 30

const TAKES_ILL: Partial<Record<Temper, number>> = { hot: 1.25, troll: 0.6, patient: 0.8, loyal: 0.8, journalist: 0.9 }

/** How words move somebody's opinion: hurt first; a comfort counts less each time it is heard (A4), and less when it comes late (A2). */
export const feelingAbout = (
  heard: Heard,
  who: Pick<PersonState, 'heard'>,
  temper: Temper,
  isLate: boolean,
): number => {
  const hurt = heard.faults.reduce((sum, { code, weight }) => sum + ((HURTS[code] ?? HURTS_ELSE)[0] * weight) / 2, 0)
  const wrong = heard.wrongLanguage ? -10 : 0
  if (hurt + wrong < -5) return Math.max(MOST_HURT, (hurt + wrong) * (TAKES_ILL[temper] ?? 1))
  let comfort = 0
  for (const act of heard.acts) comfort += (COMFORTS[act] ?? 0) / (1 + (who.heard[act] ?? 0))
  return Math.min(MOST_COMFORT, comfort) * (isLate ? 0.6 : 1)
}

/** How much faults stir those who read along. */
export const stirsOf = (heard: Heard): number =>
  heard.faults.reduce(
    (sum, { code, weight, trap }) => sum + (trap?.stirs ?? ((HURTS[code] ?? HURTS_ELSE)[1] * weight) / 2),
    0,
  )

const REASSURES: Partial<Record<SpeechAct, number>> = {
  apologises: 5,
  'owns-up': 9,
  'takes-charge': 10,
  'gives-date': 8,
  'says-unknown': 5,
  'gives-advice': 7,
  disowns: 6,
  'invites-to-private': 3,
  signs: 2,
}
/** How far a public statement reassures, 0 to 1; the same words again do less (C1, C3). */
export const reassuranceOf = (heard: Heard, earlier: number): number => {
  if (heard.faults.some(({ weight }) => weight >= 2)) return 0
  let sum = 0
  for (const act of heard.acts) sum += REASSURES[act] ?? 0
  return Math.min(1, sum / 32) / (1 + earlier * 0.5)
}

export const rememberHeard = (person: PersonState, heard: Heard): void => {
  for (const act of heard.acts) person.heard[act] = (person.heard[act] ?? 0) + 1
}
