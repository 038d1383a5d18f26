import type { Connected, Connector, Memory } from '#connectors/connector.ts'
import type { Desk, Refused } from '#server/desk.ts'
import { findCredentialFaults, givenValue } from './credential-faults.ts'
import { toolsFor } from './open-channel.ts'

const PATIENCE_MS = 30_000

/** The account has no row yet: what the connector wants to remember is kept until there is one. */
const memoryInHand = (kept: Map<string, unknown>): Memory => ({
  get: async (key) => kept.get(key),
  put: async (key, value) => {
    kept.set(key, value)
  },
  delete: async (key) => {
    kept.delete(key)
  },
  list: async (prefix) =>
    [...kept]
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => ({ key, value }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
})

export interface Tried {
  connected: Extract<Connected, { kind: 'connected' }>
  memory: ReadonlyMap<string, unknown>
}

/** Asks the network whether these credentials are good and whose account they open. No transaction is open meanwhile. */
export const tryCredentials = async (
  desk: Desk,
  workspaceId: string,
  connector: Connector,
  credentials: Record<string, string>,
): Promise<Tried | Refused> => {
  const faults = findCredentialFaults(connector.fields, credentials)
  if (faults.length > 0)
    return { refused: 'invalid-input', data: { fields: faults.map((name) => `credentials.${name}`) } }
  const memory = new Map<string, unknown>()
  const tools = { ...toolsFor(desk, workspaceId, ''), memory: memoryInHand(memory) }
  const given = Object.fromEntries(connector.fields.map((field) => [field.name, givenValue(field, credentials)]))
  try {
    const connected = await connector.connect(given, tools, AbortSignal.timeout(PATIENCE_MS))
    if (connected.kind === 'connected') return { connected, memory }
    return { refused: 'connection-refused', data: { reason: connected.reason, detail: connected.detail } }
  } catch (error) {
    desk.log.warn({ err: error, connector: connector.id }, 'a connection could not be tried')
    return { refused: 'connection-failed' }
  }
}
