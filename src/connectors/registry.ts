import type { Connector } from './connector.ts'
import { practice } from './practice/index.ts'
import { webhook } from './webhook/index.ts'

/** The networks this desk can speak, by id. */
export type Registry = ReadonlyMap<string, Connector>

export const registryOf = (connectors: Connector[]): Registry => new Map(connectors.map((c) => [c.id, c]))

/** Those that come with the desk, in the order in which they are offered. */
export const connectors: Connector[] = [practice, webhook]
