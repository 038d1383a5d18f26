import { sql } from 'kysely'
import { isPassword } from '#server/access/password.ts'
import { endSession, openSession } from '#server/access/session.ts'
import type { Desk, Refused } from '#server/desk.ts'

export interface Credentials {
  email: string
  password: string
}

export const findByEmail = (desk: Desk, email: string) =>
  desk.db.app
    .selectFrom('members')
    .select(['id', 'password_hash', 'disabled_at'])
    .where(sql<boolean>`lower(email) = lower(${email.trim()})`)
    .executeTakeFirst()

/**
 * Opens a session under a new token; one that the browser already held ends. Whatever is wrong, the answer is the same and takes as
 * long.
 */
export const signIn = async (
  desk: Desk,
  { email, password }: Credentials,
  device: { userAgent: string; held: Buffer | null },
): Promise<{ memberId: string; token: string } | Refused> => {
  const member = await findByEmail(desk, email)
  const right = await isPassword(password, member?.password_hash ?? null)
  if (!right || member === undefined || member.disabled_at !== null) return { refused: 'wrong-credentials' }
  return desk.db.app.transaction().execute(async (trx) => {
    if (device.held !== null) await endSession(trx, device.held)
    return { memberId: member.id, token: await openSession(desk, trx, member.id, device.userAgent) }
  })
}
