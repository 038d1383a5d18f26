import { sql } from 'kysely'
import { isPassword } from '#server/access/password.ts'
import { hasSecondFactor, spendCode } from '#server/access/second-factor.ts'
import { endSession, openSession } from '#server/access/session.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk, Refused } from '#server/desk.ts'

export interface Credentials {
  email: string
  password: string
  /** Of the telephone, or a recovery code; asked once the password was right. */
  code?: string | undefined
}

export const findByEmail = (desk: Desk, email: string) =>
  desk.db.app
    .selectFrom('members')
    .select(['id', 'password_hash', 'disabled_at'])
    .where(sql<boolean>`lower(email) = lower(${email.trim()})`)
    .executeTakeFirst()

/** Whoever has a second factor shows it, after the password and before anything opens. */
export const askForCode = async (
  desk: Desk,
  trx: Trx,
  memberId: string,
  code: string | undefined,
): Promise<Refused | null> => {
  if (!(await hasSecondFactor(trx, memberId))) return null
  if (code === undefined || code.trim() === '') return { refused: 'second-factor-needed' }
  return (await spendCode(desk, trx, memberId, code)) ? null : { refused: 'wrong-code' }
}

/**
 * Opens a session under a new token; one that the browser already held ends. Whatever is wrong, the answer is the same and takes as
 * long.
 */
export const signIn = async (
  desk: Desk,
  { email, password, code }: Credentials,
  device: { userAgent: string; held: Buffer | null },
): Promise<{ memberId: string; token: string } | Refused> => {
  const member = await findByEmail(desk, email)
  const right = await isPassword(password, member?.password_hash ?? null)
  if (!right || member === undefined || member.disabled_at !== null) return { refused: 'wrong-credentials' }
  return desk.db.app.transaction().execute(async (trx) => {
    const refused = await askForCode(desk, trx, member.id, code)
    if (refused !== null) return refused
    if (device.held !== null) await endSession(trx, device.held)
    return { memberId: member.id, token: await openSession(desk, trx, member.id, device.userAgent) }
  })
}
