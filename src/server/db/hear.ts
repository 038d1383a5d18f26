import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** The channels on which transactions tell what they did; each is a hint, and the tables are the truth. */
export const CHANNELS = ['vigie', 'vigie_presence', 'vigie_sessions'] as const
export type Channel = (typeof CHANNELS)[number]

export interface Ear {
  /** Whether it listens now. */
  isListening(): boolean
  close(): Promise<void>
}

export interface EarOptions {
  url: string
  onHeard(channel: Channel, payload: string): void
  /** It listens, for the first time or again: whatever was said meanwhile was missed. */
  onListening(): void
  onLost(error: Error): void
}

const isChannel = (name: string): name is Channel => (CHANNELS as readonly string[]).includes(name)

/** One connection that listens, opened again whenever it is lost. */
export const listenToDatabase = ({ url, onHeard, onListening, onLost }: EarOptions): Ear => {
  const closing = new AbortController()
  let listening = false

  const listenOnce = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url, application_name: 'vigie ear', keepAlive: true })
    const lost = new Promise<Error>((resolve) => {
      client.once('error', resolve)
      client.once('end', () => resolve(new Error('the listening connection ended')))
      closing.signal.addEventListener('abort', () => resolve(new Error('closing')), { once: true })
    })
    client.on('error', () => {})
    client.on('notification', ({ channel, payload }) => {
      if (isChannel(channel)) onHeard(channel, payload ?? '')
    })
    try {
      await client.connect()
      for (const channel of CHANNELS) await client.query(`listen ${channel}`)
      listening = true
      onListening()
      throw await lost
    } finally {
      listening = false
      await client.end().catch(() => {})
    }
  }

  const listen = async (): Promise<void> => {
    for (let waitMs = 250; !closing.signal.aborted; waitMs = Math.min(waitMs * 2, 5000)) {
      await listenOnce().catch((error: Error) => {
        if (!closing.signal.aborted) onLost(error)
      })
      await pause(waitMs, null, { signal: closing.signal }).catch(() => null)
    }
  }

  const running = listen()
  return {
    isListening: () => listening,
    close: async () => {
      closing.abort()
      await running
    },
  }
}
