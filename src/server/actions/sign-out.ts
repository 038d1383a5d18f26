import { endSession, endSessionNamed } from '#server/access/session.ts'
import { type Desk, NOT_FOUND } from '#server/desk.ts'

const done = { done: true } as const

export const signOut = (desk: Desk, hash: Buffer) =>
  desk.db.app.transaction().execute(async (trx) => {
    await endSession(trx, hash)
    return done
  })

/** Ends one of one's own sessions, as the list of them names it: a phone that was lost. */
export const endOwnSession = (desk: Desk, memberId: string, key: string) =>
  desk.db.app.transaction().execute(async (trx) => ((await endSessionNamed(trx, memberId, key)) > 0 ? done : NOT_FOUND))
