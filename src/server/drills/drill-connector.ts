import type { Connector } from '#connectors/connector.ts'
import type { Desk } from '#server/desk.ts'

/** The one network of drills, found by what it says of itself. */
export const drillConnector = (desk: Desk): Connector => {
  const found = [...desk.registry.values()].find(({ drill }) => drill === true)
  if (found === undefined) throw new Error('this desk has no connector for drills')
  return found
}
