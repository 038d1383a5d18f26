import { setTimeout as pause } from 'node:timers/promises'
import type { Session } from '#connectors/connector.ts'
import { connectorOf, openChannel } from '#server/channels/open-channel.ts'
import type { Row } from '#server/db/schema.ts'
import type { Desk } from '#server/desk.ts'

const FIRST_PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 300_000
const CLOSING_MS = 5_000

interface Open {
  version: string
  session: Session
  stopping: AbortController
  watching: Promise<void>
}

/** Watches until told to stop; a watch that ends or breaks is begun again, more and more slowly. A hint only: polls go on without it. */
const watch = async (desk: Desk, id: string, session: Session, call: () => void, signal: AbortSignal) => {
  for (let failures = 0; !signal.aborted; failures += 1) {
    const began = desk.now()
    try {
      await session.watch?.(call, signal)
    } catch (error) {
      if (!signal.aborted) desk.log.warn({ err: error, account: id }, 'a watch broke; it is begun again')
    }
    if (desk.now() - began > LONGEST_PAUSE_MS) failures = 0
    const wait = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS)
    await pause(wait, null, { signal }).catch(() => null)
  }
}

/** The sessions that this process keeps open, one an account; made again when the credentials or the settings change. */
export const makeSessions = (desk: Desk, call: (accountId: string) => void) => {
  const sessions = new Map<string, Open>()

  const close = async (id: string): Promise<void> => {
    const known = sessions.get(id)
    if (known === undefined) return
    sessions.delete(id)
    known.stopping.abort()
    const ending = known.watching
      .then(() => known.session.close?.())
      .catch((error: unknown) => desk.log.warn({ err: error, account: id }, 'a session did not close well'))
    // A network that does not let go must not hold up the others.
    await Promise.race([ending, pause(CLOSING_MS, null, { ref: false })])
  }

  const open = async (account: Row<'channel_accounts'>, version: string): Promise<Session> => {
    const known = sessions.get(account.id)
    if (known?.version === version) return known.session
    await close(account.id)
    const session = openChannel(desk, account)
    const stopping = new AbortController()
    const live = connectorOf(desk, account).capabilities.listens.includes('live') && session.watch !== undefined
    const calling = () => call(account.id)
    const watching = live ? watch(desk, account.id, session, calling, stopping.signal) : Promise.resolve()
    sessions.set(account.id, { version, session, stopping, watching })
    return session
  }

  return {
    open,
    /** Closes what is open for accounts that are no longer listened to, or were changed; not under a poll that is using it. */
    keepOnly: async (current: ReadonlyMap<string, string>, busy: { has(id: string): boolean }): Promise<void> => {
      const gone = [...sessions].filter(([id, { version }]) => current.get(id) !== version && !busy.has(id))
      await Promise.all(gone.map(([id]) => close(id)))
    },
    has: (id: string, version: string): boolean => sessions.get(id)?.version === version,
    closeAll: async (): Promise<void> => {
      await Promise.all([...sessions.keys()].map(close))
    },
  }
}
