import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import type { Fault } from '#connectors/connector-suite.ts'

const END_OF_MAIL = '\r\n.\r\n'

type Armed = { fault: Fault; reached: () => void }

/** A road to the real MTA that passes everything on and, when it is armed, spoils the handing in of the next mail. */
export const openFaultyRoad = async (port: number) => {
  let armed: Armed | null = null
  const sockets = new Set<Socket>()

  const take = (wanted: (fault: Fault) => boolean): Armed | null => {
    const found = armed !== null && wanted(armed.fault) ? armed : null
    if (found !== null) armed = null
    return found
  }

  /** What the client hears in place of the MTA's word that it has the mail. */
  const spoil = ({ fault, reached }: Armed, client: Socket): void => {
    reached()
    if (fault === 'done-then-error') client.write('451 4.3.0 Error: queue file write error\r\n')
    else if (fault === 'done-then-nonsense') client.write('HTTP/1.1 200 OK\r\n\r\n<html>Welcome to nginx!</html>\r\n')
    else if (fault !== 'done-then-hang') client.resetAndDestroy()
  }

  const carry = (client: Socket, server: Socket): void => {
    let inMail = false
    let tail = ''
    let spoilt: Armed | null = null
    client.on('data', (chunk: Buffer) => {
      const text = chunk.toString('latin1')
      if (!inMail && /^MAIL FROM/i.test(text)) {
        const before = take((fault) => fault === 'reset-before' || fault === 'too-many')
        before?.reached()
        if (before?.fault === 'reset-before') return void client.resetAndDestroy()
        if (before) return void client.end('421 4.7.0 Too many mails at once, come back later\r\n')
      }
      if (inMail) {
        tail = (tail + text).slice(-5)
        if (tail === END_OF_MAIL) {
          inMail = false
          spoilt = take((fault) => fault.startsWith('done-'))
        }
      }
      server.write(chunk)
    })
    server.on('data', (chunk: Buffer) => {
      if (spoilt !== null) {
        spoil(spoilt, client)
        spoilt = null
        return
      }
      if (chunk.toString('latin1').startsWith('354')) {
        inMail = true
        tail = '\r\n'
      }
      client.write(chunk)
    })
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('error', () => other.destroy()).on('close', () => other.destroy())
    }
  }

  const listener = createServer((client) => {
    sockets.add(client)
    client.on('error', () => undefined).on('close', () => sockets.delete(client))
    const closed = take((fault) => fault === 'unavailable')
    closed?.reached()
    if (closed) return void client.end('421 4.3.2 Service shutting down and closing transmission channel\r\n')
    carry(client, connect(port, '127.0.0.1'))
  })
  const open = async (at: number): Promise<number> => {
    listener.listen(at, '127.0.0.1')
    await once(listener, 'listening')
    const address = listener.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    return address.port
  }
  const own = await open(0)

  return {
    port: own,
    arm: async (fault: Fault): Promise<{ reached: Promise<void> }> => {
      const { promise, resolve } = Promise.withResolvers<void>()
      if (fault === 'refused-connection') {
        await once(listener.close(), 'close')
        resolve()
      } else armed = { fault, reached: resolve }
      return { reached: promise }
    },
    /** Mended, if it was closed. */
    mend: async (): Promise<void> => {
      if (!listener.listening) await open(own)
    },
    close: async (): Promise<void> => {
      for (const socket of sockets) socket.destroy()
      if (listener.listening) await once(listener.close(), 'close')
    },
  }
}
