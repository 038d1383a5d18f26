import { readScenario } from '#core/drill/read/read-scenario.ts'
import type { Scenario } from '#core/drill/scenario.ts'
import { builtInScenarios } from '#core/drill/scenarios/index.ts'
import type { Refused } from '#server/desk.ts'

/** One of the desk's own by its name, or the text of somebody's. */
export type ScenarioAsked = { id: string } | { text: string }

/** The scenario that is asked for; one that somebody wrote is refused with each of its faults, by its line. */
export const chooseScenario = (asked: ScenarioAsked): Scenario | Refused => {
  if ('id' in asked) return builtInScenarios.find(({ id }) => id === asked.id) ?? { refused: 'no-such-scenario' }
  const { scenario, faults } = readScenario(asked.text)
  return scenario ?? { refused: 'scenario-faults', data: { faults } }
}
