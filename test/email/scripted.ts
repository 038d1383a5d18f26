import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'

/** What a scripted server does instead of answering: anything with the connection. */
export type Answer = string | ((socket: Socket) => void)

export interface Scripted {
  port: number
  /** Every line that was understood, in order. */
  heard: string[]
  close(): void
}

const listenOn = async (server: Server): Promise<number> => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

const give = (socket: Socket, answer: Answer): void => {
  if (typeof answer === 'string') socket.write(`${answer}\r\n`)
  else answer(socket)
}

const find = (answers: Record<string, Answer>, line: string): Answer | undefined =>
  Object.entries(answers).find(([start]) => line.startsWith(start))?.[1]

/** A mail server that says what it is told to: answers by the beginning of the line, `HELLO` for the greeting, `END` for the end of a mail. */
export const startScriptedSmtp = async (
  answers: Record<string, Answer> = {},
): Promise<Scripted & { mails: string[] }> => {
  const heard: string[] = []
  const mails: string[] = []
  const sockets = new Set<Socket>()
  const usual: Record<string, Answer> = {
    EHLO: '250-scripted\r\n250-SIZE 30000000\r\n250 AUTH PLAIN LOGIN',
    AUTH: '235 2.7.0 in',
    DATA: '354 go on',
    END: '250 2.0.0 taken',
  }
  const server = createServer((socket) => {
    sockets.add(socket)
    let inMail = false
    let rest = ''
    const hear = (line: string): void => {
      heard.push(line)
      const answer = find(answers, line) ?? find(usual, line) ?? '250 2.0.0 Ok'
      if (line === 'DATA') inMail = typeof answer === 'string' && answer.startsWith('354')
      give(socket, answer)
    }
    socket.on('error', () => undefined)
    give(socket, answers.HELLO ?? '220 scripted')
    socket.on('data', (chunk) => {
      rest += chunk.toString('latin1')
      for (let end = 0; end >= 0; ) {
        const mark = inMail ? '\r\n.\r\n' : '\r\n'
        end = rest.indexOf(mark)
        if (end < 0) return
        const said = rest.slice(0, end)
        rest = rest.slice(end + mark.length)
        if (inMail) mails.push(said)
        const line = inMail ? 'END' : said
        inMail = false
        hear(line)
      }
    })
  })
  const port = await listenOn(server)
  const close = (): void => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  return { port, heard, mails, close }
}

/** A mailbox server that never lets anybody in: it answers the sign-in as told. */
export const startScriptedImap = async (
  signIn: Answer,
  greeting: Answer = '* OK [CAPABILITY IMAP4rev1] ready',
): Promise<Scripted> => {
  const heard: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let rest = ''
    socket.on('error', () => undefined)
    give(socket, greeting)
    socket.on('data', (chunk) => {
      rest += chunk.toString('latin1')
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const [tag = '', command = ''] = rest.slice(0, end).split(' ')
        rest = rest.slice(end + 2)
        heard.push(command)
        if (command === 'CAPABILITY') socket.write(`* CAPABILITY IMAP4rev1\r\n${tag} OK done\r\n`)
        else if (command !== 'LOGIN') socket.write(`${tag} OK done\r\n`)
        else give(socket, typeof signIn === 'string' ? `${tag} ${signIn}` : signIn)
      }
    })
  })
  const port = await listenOn(server)
  const close = (): void => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  return { port, heard, close }
}
