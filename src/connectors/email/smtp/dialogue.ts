import type { Socket } from 'node:net'

/** One answer of the server, of one line or several. */
export interface Reply {
  code: number
  /** The enhanced status, such as 5.1.1; empty where the server gives none. */
  status: string
  text: string
}

/** The connection is gone, or says what no mail server says. */
export class Lost extends Error {
  readonly isNonsense: boolean
  constructor(detail: string, isNonsense = false) {
    super(detail)
    this.name = 'Lost'
    this.isNonsense = isNonsense
  }
}

export interface Dialogue {
  read(): Promise<Reply>
  ask(line: string): Promise<Reply>
  /** Resolves when the bytes are handed to the machine; what the server does with them, only its answer tells. */
  write(bytes: Uint8Array): Promise<void>
  /** Stops listening here, so that the socket can be encrypted. Fails if the server has said something already: it would be in clear. */
  release(): Socket
  close(): void
}

const LARGEST_REPLY = 64 * 1024
const SILENCE_MS = 120_000
const LINE = /^([2-5]\d\d)([ -]?)(.*)$/

const replyOf = (lines: string[]): Reply => {
  const code = Number(lines[0]?.slice(0, 3))
  const texts = lines.map((line) => LINE.exec(line)?.[3]?.trim() ?? '')
  const status = /^([245]\.\d{1,3}\.\d{1,3})\b/.exec(texts[0] ?? '')?.[1] ?? ''
  return {
    code,
    status,
    text: texts
      .map((text) => (status !== '' && text.startsWith(status) ? text.slice(status.length) : text).trim())
      .join('\n'),
  }
}

/** Talks to a mail server: one answer for each line, in order. After a break, each further call says so. */
export const openDialogue = (socket: Socket, signal: AbortSignal): Dialogue => {
  const replies: Reply[] = []
  let lines: string[] = []
  let rest = ''
  let lost: Lost | null = null
  let waiting: { resolve(reply: Reply): void; reject(error: Lost): void } | null = null

  const lose = (error: Lost): void => {
    lost ??= error
    socket.destroy()
    waiting?.reject(lost)
    waiting = null
  }
  const hand = (reply: Reply): void => {
    if (waiting === null) replies.push(reply)
    else waiting.resolve(reply)
    waiting = null
  }
  const hear = (chunk: Buffer): void => {
    rest += chunk.toString('utf8')
    if (rest.length + lines.length * 100 > LARGEST_REPLY) lose(new Lost('an answer without an end', true))
    for (let end = rest.indexOf('\n'); end >= 0 && lost === null; end = rest.indexOf('\n')) {
      const line = rest.slice(0, end).replace(/\r$/, '')
      rest = rest.slice(end + 1)
      const parts = LINE.exec(line)
      if (parts === null) lose(new Lost(`not an answer of a mail server: ${line.slice(0, 200)}`, true))
      else lines.push(line)
      if (parts === null || parts[2] === '-') continue
      hand(replyOf(lines))
      lines = []
    }
  }
  const fail = (error: Error): void =>
    lose(new Lost(`${(error as NodeJS.ErrnoException).code ?? ''} ${error.message}`.trim()))
  const end = (): void => lose(new Lost('the server hung up'))
  const abort = (): void => lose(new Lost('stopped'))
  const silent = (): void => lose(new Lost('no answer'))

  socket.on('data', hear).on('error', fail).on('close', end).on('end', end).on('timeout', silent)
  socket.setTimeout(SILENCE_MS)
  signal.addEventListener('abort', abort, { once: true })
  if (signal.aborted) abort()

  const detach = (): void => {
    socket.off('data', hear).off('error', fail).off('close', end).off('end', end).off('timeout', silent)
    signal.removeEventListener('abort', abort)
  }
  const read = (): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const next = replies.shift()
      if (next !== undefined) resolve(next)
      else if (lost !== null) reject(lost)
      else waiting = { resolve, reject }
    })
  const write = (bytes: Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => {
      if (lost !== null) return reject(lost)
      socket.write(bytes, (error) => (error ? reject(lost ?? new Lost(error.message)) : resolve()))
    })
  return {
    read,
    write,
    ask: async (line) => {
      if (/[\r\n\0]/.test(line)) throw new Error('a line of SMTP is one line')
      await write(Buffer.from(`${line}\r\n`))
      return read()
    },
    release: () => {
      if (replies.length > 0 || lines.length > 0 || rest !== '') throw new Lost('the server spoke out of turn', true)
      detach()
      return socket
    },
    close: () => {
      detach()
      socket.on('error', () => undefined)
      socket.end('QUIT\r\n', () => socket.destroySoon())
      socket.unref()
    },
  }
}
