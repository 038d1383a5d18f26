import type { Actor, Desk } from '#server/desk.ts'
import { isRefused } from '#server/desk.ts'
import { chooseScenario } from '#server/drills/choose-scenario.ts'
import { shapeScenario } from '#server/queries/drills.ts'

/** Reads a scenario that somebody wrote, and keeps nothing: what is wrong with it is told by its lines. */
export const checkScenario = async (_desk: Desk, _actor: Actor, { text }: { text: string }) => {
  const scenario = chooseScenario({ text })
  return isRefused(scenario) ? scenario : shapeScenario(scenario)
}
