import { hashPassword, isPassword } from '#server/access/password.ts'
import { endSessionsOf, openSession } from '#server/access/session.ts'
import type { Desk, Refused } from '#server/desk.ts'

/** A new password; every session ends with the old one, and this browser goes on under a new token. */
export const changePassword = async (
  desk: Desk,
  memberId: string,
  asked: { current: string; password: string },
  userAgent: string,
): Promise<{ token: string } | Refused> => {
  const { password_hash: known } = await desk.db.app
    .selectFrom('members')
    .select('password_hash')
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow()
  if (!(await isPassword(asked.current, known))) return { refused: 'wrong-password' }
  const passwordHash = await hashPassword(asked.password)
  return desk.db.app.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('members')
      .set({ password_hash: passwordHash })
      .where('id', '=', memberId)
      // Changed meanwhile from elsewhere: the password that was checked is no longer the one in force.
      .where('password_hash', '=', known)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) return { refused: 'wrong-password' } satisfies Refused
    await endSessionsOf(trx, memberId, null)
    return { token: await openSession(desk, trx, memberId, userAgent) }
  })
}
