import { isPassword } from '#server/access/password.ts'
import { endSession, type OpenSession, openSession } from '#server/access/session.ts'
import type { Desk, Refused } from '#server/desk.ts'

/** Whoever holds the session shows that they are still its member; it goes on under a new token, the old one ends. */
export const renewSession = (desk: Desk, session: OpenSession, userAgent: string): Promise<{ token: string }> =>
  desk.db.app.transaction().execute(async (trx) => {
    await endSession(trx, session.hash)
    return { token: await openSession(desk, trx, session.memberId, userAgent) }
  })

/** Proves by the password who holds this session: a screen left open is not enough to open the desk to others. */
export const confirmSignIn = async (
  desk: Desk,
  session: OpenSession,
  asked: { password: string },
  userAgent: string,
): Promise<{ token: string } | Refused> => {
  const { password_hash: known } = await desk.db.app
    .selectFrom('members')
    .select('password_hash')
    .where('id', '=', session.memberId)
    .executeTakeFirstOrThrow()
  if (!(await isPassword(asked.password, known))) return { refused: 'wrong-password' }
  return renewSession(desk, session, userAgent)
}
