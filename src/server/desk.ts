import type { Logger } from 'pino'
import type { Registry } from '#connectors/registry.ts'
import type { Role } from '#server/db/schema.ts'
import type { Seal } from './access/seal.ts'
import type { Database } from './db/database.ts'
import type { ModelPlace } from './second-reader/model-place.ts'

/** Everything a verb takes from the machine: no verb reaches for a clock, an id or a random number by itself. */
export interface Desk {
  db: Database
  now(): number
  random(): number
  newId(): string
  registry: Registry
  seal: Seal
  /** Hosts on private addresses that connectors may speak to, from the configuration (a self-hosted server, a test server). */
  allowHosts: readonly string[]
  /** The language model that reads messages a second time; null: none, as by default. */
  model: ModelPlace | null
  log: Logger
  /** Hints a background loop that there is work; each loop finds its work without it too. */
  wake(loop: LoopName): void
}

export type LoopName =
  | 'read-receipts'
  | 'deliver'
  | 'listen'
  | 'tick'
  | 'seal'
  | 'tell'
  | 'watch'
  | 'radar'
  | 'drill'
  | 'read-again'

/** Who asks, in which brand; made by the session layer alone. */
export interface Actor {
  workspaceId: string
  memberId: string
  role: Role
}

/** A refusal is a value: a stable code that the web translates, and what the reader needs to act. */
export interface Refused {
  refused: string
  data?: Record<string, unknown>
}

/** What is not there, or belongs to another brand: the two must look the same. */
export const NOT_FOUND: Refused = { refused: 'not-found' }

export const isRefused = (value: unknown): value is Refused =>
  typeof value === 'object' && value !== null && typeof (value as Refused).refused === 'string'
