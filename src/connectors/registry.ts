import type { Connector } from './connector.ts'

/** The networks this desk can speak, by id. */
export type Registry = ReadonlyMap<string, Connector>

export const registryOf = (connectors: Connector[]): Registry => new Map(connectors.map((c) => [c.id, c]))
