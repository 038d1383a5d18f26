import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Writable } from 'node:stream'

export interface Child {
  /** Why it ended, with its last words; null while it runs. */
  over(): string | null
  stop(): Promise<void>
}

/** The server in a group of its own, which is ended when the pipe that only we hold is closed: by us, or by our death. */
const KEEPER =
  'setsid "$@" </dev/null 3<&- & server=$!; (cat <&3 >/dev/null; kill -s TERM -- "-$server") & wait $server'

/** Runs a server that ends with this process, however it ends. */
export const runChild = (program: string, args: string[]): Child => {
  const child = spawn('sh', ['-c', KEEPER, 'sh', program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    detached: true,
  })
  let said = ''
  const listen = (chunk: Buffer): void => {
    said = (said + chunk.toString()).slice(-8000)
  }
  child.stdout?.on('data', listen)
  child.stderr?.on('data', listen)
  let ended: string | null = null
  const exit = once(child, 'exit').then(
    ([code, signal]) => {
      ended = `${program} ended (${code ?? signal}): ${said}`
    },
    (error: unknown) => {
      ended = `${program} did not start: ${String(error)}`
    },
  )
  const hold = child.stdio[3]
  return {
    over: () => ended,
    stop: async () => {
      if (hold instanceof Writable) hold.end()
      await exit
    },
  }
}
