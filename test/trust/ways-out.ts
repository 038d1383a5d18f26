import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

export interface WaysOut extends Disposable {
  /** Every attempt to reach anything but the database, as it was made. */
  readonly tried: string[]
}

const targetOf = (args: readonly unknown[]): { path?: string; host?: string; port?: number } => {
  const [first] = args.flat()
  if (typeof first === 'object' && first !== null) return first as { path?: string; host?: string; port?: number }
  return typeof first === 'string'
    ? { path: first }
    : { port: Number(first), host: String(args.flat()[1] ?? 'localhost') }
}

/** Watches the doors of the process itself, whatever code uses them: sockets, names looked up, and the global `fetch`. */
export const watchWaysOut = (databaseUrl: string): WaysOut => {
  const tried: string[] = []
  const { connect } = net.Socket.prototype
  const { lookup } = dns
  const { fetch } = globalThis
  const database = new URL(databaseUrl.replace(/^postgres(ql)?:\/\/\//, 'postgres://local/'))
  const folder = new URLSearchParams(database.search).get('host') ?? '\0'
  const isDatabase = ({ path, host, port }: ReturnType<typeof targetOf>): boolean =>
    path !== undefined && path !== null
      ? path.startsWith(folder)
      : host === database.hostname && String(port) === (database.port || '5432')
  net.Socket.prototype.connect = function (this: net.Socket, ...args: never[]) {
    const target = targetOf(args)
    if (!isDatabase(target)) tried.push(`socket ${target.path ?? `${target.host}:${target.port}`}`)
    return connect.apply(this, args as unknown as Parameters<typeof connect>)
  } as typeof connect
  dns.lookup = ((name: string, ...rest: never[]) => {
    if (name !== database.hostname) tried.push(`name ${name}`)
    return (lookup as (...given: unknown[]) => void)(name, ...rest)
  }) as typeof lookup
  globalThis.fetch = (input, init) => {
    tried.push(`fetch ${String(input)}`)
    return fetch(input, init)
  }
  syncBuiltinESMExports()
  return {
    tried,
    [Symbol.dispose]: () => {
      net.Socket.prototype.connect = connect
      dns.lookup = lookup
      globalThis.fetch = fetch
      syncBuiltinESMExports()
    },
  }
}
