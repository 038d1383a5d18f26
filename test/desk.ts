import pino from 'pino'
import type { Connector } from '#connectors/connector.ts'
import { registryOf } from '#connectors/registry.ts'
import { makeSeal } from '#server/access/seal.ts'
import type { Database } from '#server/db/database.ts'
import type { Desk } from '#server/desk.ts'
import { makeNewId } from '#server/new-id.ts'

export interface TestDesk extends Desk {
  /** Sets the desk's clock forward. */
  pass(ms: number): void
}

/** A desk on a test database whose clock stands still until it is told to pass; Monday 2 March 2026, 10 h in Paris. */
export const testDesk = (
  database: Database,
  connectors: Connector[] = [],
  start = Date.UTC(2026, 2, 2, 9),
): TestDesk => {
  let at = start
  const now = () => at
  return {
    db: database,
    now,
    random: () => 0.5,
    newId: makeNewId(now),
    registry: registryOf(connectors),
    seal: makeSeal({ bytes: Buffer.alloc(32, 7), fingerprint: 'test' }),
    allowHosts: [],
    model: null,
    log: pino({ level: 'silent' }),
    wake: () => {},
    pass: (ms) => {
      at += ms
    },
  }
}
