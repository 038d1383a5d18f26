import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import type { Road } from '../road.ts'
import type { Server } from '../secret.ts'

const CONNECT_MS = 10_000

/** Waits until the socket has said `ready`; rejects when it breaks, dawdles, or when we are told to stop. */
const until = <T extends Socket>(socket: T, ready: 'connect' | 'secureConnect', signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      socket.destroy()
      reject(error)
    }
    const abort = (): void => fail(new Error('stopped'))
    const timer = setTimeout(() => fail(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })), CONNECT_MS)
    const settle = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      socket.off('error', failed).off('close', closed)
    }
    const failed = (error: Error): void => {
      settle()
      fail(error)
    }
    const closed = (): void => failed(Object.assign(new Error('the server hung up'), { code: 'ECONNRESET' }))
    socket.once('error', failed).once('close', closed)
    socket.once(ready, () => {
      settle()
      resolve(socket)
    })
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
  })

/** One connection to the first address that answers. */
export const openSocket = async (
  { port, security }: Server,
  { addresses, tls }: Road,
  signal: AbortSignal,
): Promise<Socket> => {
  let last: unknown = new Error('no address')
  for (const host of addresses) {
    try {
      if (security === 'tls') return await until(connectTls({ host, port, ...tls }), 'secureConnect', signal)
      return await until(connectPlain({ host, port }), 'connect', signal)
    } catch (error) {
      last = error
    }
  }
  throw last
}

/** The same connection, encrypted from here on. */
export const encrypt = (socket: Socket, { tls }: Road, signal: AbortSignal): Promise<TLSSocket> =>
  until(connectTls({ socket, ...tls }), 'secureConnect', signal)
