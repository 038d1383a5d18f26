import { readScenarioValue } from '../read/read-scenario.ts'
import type { Scenario } from '../scenario.ts'
import airlineWeekend from './airline-weekend.json' with { type: 'json' }
import operatorsOutage from './operators-outage.json' with { type: 'json' }
import productSafety from './product-safety.json' with { type: 'json' }
import undeliveredBouquet from './undelivered-bouquet.json' with { type: 'json' }
import wrongAccount from './wrong-account.json' with { type: 'json' }

const files: readonly unknown[] = [undeliveredBouquet, operatorsOutage, wrongAccount, airlineWeekend, productSafety]

/** The drills that come with the desk: the cases of the trade, to be played as they are or copied and rewritten (C4). */
export const builtInScenarios: readonly Scenario[] = files.flatMap((file) => {
  const { scenario, faults } = readScenarioValue(file)
  if (!scenario) throw new Error(faults.map(({ path, says }) => `${path}: ${says.en}`).join('\n'))
  return [scenario]
})
