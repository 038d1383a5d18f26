import type { Scenario } from '../scenario.ts'
import { findCrossedWires } from './cross-references.ts'
import { type ScenarioFault, words } from './fault.ts'
import { readJson } from './json.ts'
import { type Node, nodeOf } from './node.ts'
import type { Reading } from './shape.ts'
import { scenarioShape } from './shape-of-scenario.ts'

export const MOST_LETTERS = 400_000

export type ReadScenario =
  | { readonly scenario: Scenario; readonly faults: readonly [] }
  | { readonly scenario: null; readonly faults: readonly ScenarioFault[] }

const understand = (node: Node): ReadScenario => {
  const reading: Reading = { faults: [], lines: new Map() }
  const scenario = scenarioShape(node, '', reading)
  if (scenario) findCrossedWires(scenario, reading)
  if (scenario && reading.faults.length === 0) return { scenario, faults: [] }
  return { scenario: null, faults: reading.faults.toSorted((a, b) => a.line - b.line) }
}

/** Reads a scenario that somebody wrote: strictly, and with each fault by its line and what to do about it (C4: practice is prepared). */
export const readScenario = (text: string): ReadScenario => {
  if (text.length > MOST_LETTERS)
    return {
      scenario: null,
      faults: [
        {
          line: 0,
          path: '',
          says: words(
            `${text.length} signes, ${MOST_LETTERS} au plus : raccourcir le fichier`,
            `${text.length} characters, ${MOST_LETTERS} at most: shorten the file`,
          ),
        },
      ],
    }
  const node = readJson(text)
  return 'says' in node ? { scenario: null, faults: [node] } : understand(node)
}

/** The same of a scenario that was kept as a value. */
export const readScenarioValue = (value: unknown): ReadScenario => understand(nodeOf(value))
