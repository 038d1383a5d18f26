import { findSession } from '#server/access/session.ts'
import type { Desk } from '#server/desk.ts'
import { comparePositions, type LogPosition, readEventsSince, readLogEnd } from '#server/queries/events-since.ts'
import type { Listener, News } from './news.ts'

const BATCH = 500
/** A page that missed more than this reads everything again. */
const MOST_MISSED = 2000
/** How soon to look again for what waits behind a transaction that still runs, or after a failure. */
const SOON_MS = 60
const AFTER_FAILURE_MS = 1000

/** The live pages of one brand, told from one reading of its log. */
export interface Brand {
  join(listener: Listener, since: LogPosition | null): Promise<void>
  leave(listener: Listener): void
  /** Reads on, since something may have happened. */
  follow(): void
  tellAll(news: News): void
  /** Ends the pages of a session, or all of them. */
  end(sessionKey?: string): void
  /** Ends the pages of those whom a sign-out, a removal or time has shut out. */
  inspect(): void
  size(): number
}

const isStillIn = async (desk: Desk, { actor, session }: Listener): Promise<boolean> => {
  const found = await findSession(desk, session.hash, actor.workspaceId, { touch: false })
  return found !== null && found.role !== null
}

export const followBrand = (desk: Desk, workspaceId: string): Brand => {
  const listeners = new Set<Listener>()
  /** They have joined and are not told yet: they first hear what they missed. */
  const catchingUp = new Set<Listener>()
  let position: LogPosition | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let asked = false
  let again: NodeJS.Timeout | undefined

  /** Whatever is done to the pages of a brand is done one thing after another. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work)
    turn = done.catch(() => null)
    return done
  }

  const tellAll = (news: News): void => {
    for (const listener of listeners) if (!catchingUp.has(listener)) listener.tell(news)
  }

  const endOne = (listener: Listener): void => {
    leave(listener)
    listener.tell({ kind: 'end' })
  }

  const endShutOut = async (): Promise<void> => {
    for (const listener of [...listeners]) if (!(await isStillIn(desk, listener))) endOne(listener)
  }

  const leave = (listener: Listener): void => {
    listeners.delete(listener)
    catchingUp.delete(listener)
    if (listeners.size === 0) clearTimeout(again)
  }

  const readOn = async (): Promise<void> => {
    asked = false
    for (let more = listeners.size > 0; more; ) {
      position ??= await readLogEnd(desk)
      const followed = await readEventsSince(desk, workspaceId, position, BATCH)
      if (followed.events.some(({ name }) => name === 'member.removed')) await endShutOut()
      for (const event of followed.events) tellAll({ kind: 'event', event })
      position = followed.events.at(-1)?.position ?? position
      more = followed.more
      if (followed.later) followIn(SOON_MS)
    }
  }

  const follow = (): void => {
    if (asked) return
    asked = true
    inTurn(readOn).catch((error: unknown) => {
      desk.log.warn({ err: error }, 'the live pages of a brand could not be told; it will be tried again')
      followIn(AFTER_FAILURE_MS)
    })
  }

  const followIn = (ms: number): void => {
    clearTimeout(again)
    again = setTimeout(follow, ms).unref()
  }

  const catchUp = async (listener: Listener, since: LogPosition | null): Promise<void> => {
    position ??= await readLogEnd(desk)
    const until = position
    if (since === null) return listener.tell({ kind: 'position', position: until, reset: false })
    const { events, more } = await readEventsSince(desk, workspaceId, since, MOST_MISSED)
    if (more) return listener.tell({ kind: 'position', position: until, reset: true })
    for (const event of events)
      if (comparePositions(event.position, until) <= 0) listener.tell({ kind: 'event', event })
  }

  return {
    async join(listener, since) {
      listeners.add(listener)
      catchingUp.add(listener)
      await inTurn(() => catchUp(listener, since)).catch((error: unknown) => {
        leave(listener)
        throw error
      })
      catchingUp.delete(listener)
      follow()
    },
    leave,
    follow,
    tellAll,
    end: (sessionKey) => {
      for (const listener of [...listeners])
        if (sessionKey === undefined || listener.session.key === sessionKey) endOne(listener)
    },
    inspect: () => {
      inTurn(endShutOut).catch((error: unknown) => desk.log.warn({ err: error }, 'live pages could not be inspected'))
      // A hint may be lost; the log is not.
      follow()
    },
    size: () => listeners.size,
  }
}
