/** What a person can do something about, when the database does not answer as it should. */
export type DatabaseTrouble = 'database-unreachable' | 'disk-full'

const unreachable = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'EHOSTUNREACH', 'ETIMEDOUT', 'ENOTFOUND'])
const said =
  /^(Connection terminated|timeout exceeded when trying to connect|Client was closed|Cannot use a pool after)/

/** Connection exceptions (08), shut down or starting (57P01 to 57P03), no more connections (53300), read-only after a failover. */
const states = /^(08...|57P0[1-3]|53300|25006)$/

export const databaseTroubleOf = (error: unknown): DatabaseTrouble | null => {
  const { code, message, syscall } = (error ?? {}) as { code?: unknown; message?: unknown; syscall?: unknown }
  if (code === '53100') return 'disk-full'
  if (typeof code === 'string' && states.test(code)) return 'database-unreachable'
  if (typeof code === 'string' && unreachable.has(code) && typeof syscall === 'string') return 'database-unreachable'
  return typeof message === 'string' && said.test(message) ? 'database-unreachable' : null
}
