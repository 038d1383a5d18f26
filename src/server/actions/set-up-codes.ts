import { addressOf, newCodeSecret, stepOf } from '#server/access/codes.ts'
import { hashRecoveryCode, newRecoveryCodes } from '#server/access/recovery.ts'
import { hasSecondFactor, secretPlaceOf } from '#server/access/second-factor.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk, Refused } from '#server/desk.ts'
import { recordForMember } from './record-for-member.ts'

/** A new secret for the member's telephone. It counts from its first code on; until then whatever counted before goes on. */
export const startCodes = (desk: Desk, memberId: string): Promise<{ secret: string; address: string } | Refused> =>
  desk.db.app.transaction().execute(async (trx) => {
    const member = await trx.selectFrom('members').select('email').where('id', '=', memberId).executeTakeFirstOrThrow()
    const known = await trx
      .selectFrom('code_makers')
      .select('confirmed_at')
      .where('member_id', '=', memberId)
      .forUpdate()
      .executeTakeFirst()
    if (known?.confirmed_at != null) return { refused: 'codes-set-up' }
    const secret = newCodeSecret()
    const kept = {
      secret: desk.seal.seal('code-maker', secretPlaceOf(memberId), secret),
      started_at: new Date(desk.now()),
    }
    await trx
      .insertInto('code_makers')
      .values({ member_id: memberId, ...kept })
      .onConflict((c) => c.column('member_id').doUpdateSet(kept))
      .execute()
    return { secret, address: addressOf(secret, member.email) }
  })

/** New recovery codes; those from before are worth nothing more. */
export const renewRecovery = async (desk: Desk, trx: Trx, memberId: string): Promise<string[]> => {
  const codes = newRecoveryCodes()
  await trx.deleteFrom('recovery_codes').where('member_id', '=', memberId).execute()
  const at = new Date(desk.now())
  const rows = codes.flatMap((code) => {
    const hash = hashRecoveryCode(code)
    return hash === null ? [] : [{ member_id: memberId, code_hash: hash, made_at: at }]
  })
  await trx.insertInto('recovery_codes').values(rows).execute()
  return codes
}

/** The first code proves that the telephone has the secret. With the first factor come the recovery codes, shown once. */
export const confirmCodes = (
  desk: Desk,
  memberId: string,
  code: string,
): Promise<{ recoveryCodes: string[] | null } | Refused> =>
  desk.db.app.transaction().execute(async (trx) => {
    const maker = await trx
      .selectFrom('code_makers')
      .selectAll()
      .where('member_id', '=', memberId)
      .where('confirmed_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (maker === undefined) return { refused: 'codes-not-started' }
    const secret = desk.seal.open('code-maker', secretPlaceOf(memberId), maker.secret)
    const step = stepOf(secret, code, desk.now(), maker.last_step)
    if (step === null) return { refused: 'wrong-code' }
    const isFirst = !(await hasSecondFactor(trx, memberId))
    await trx
      .updateTable('code_makers')
      .set({ confirmed_at: new Date(desk.now()), last_step: step })
      .where('member_id', '=', memberId)
      .execute()
    const recoveryCodes = isFirst ? await renewRecovery(desk, trx, memberId) : null
    await recordForMember(desk, trx, memberId, 'member.factor-added', { kind: 'codes' })
    return { recoveryCodes }
  })

export const renewRecoveryCodes = (desk: Desk, memberId: string): Promise<{ recoveryCodes: string[] } | Refused> =>
  desk.db.app.transaction().execute(async (trx) => {
    if (!(await hasSecondFactor(trx, memberId))) return { refused: 'no-second-factor' }
    return { recoveryCodes: await renewRecovery(desk, trx, memberId) }
  })

/** Without any factor left, recovery codes recover nothing. */
export const forgetIdleRecovery = async (trx: Trx, memberId: string): Promise<void> => {
  if (!(await hasSecondFactor(trx, memberId)))
    await trx.deleteFrom('recovery_codes').where('member_id', '=', memberId).execute()
}

export const removeCodes = (desk: Desk, memberId: string) =>
  desk.db.app.transaction().execute(async (trx) => {
    const gone = await trx
      .deleteFrom('code_makers')
      .where('member_id', '=', memberId)
      .returning('confirmed_at')
      .executeTakeFirst()
    await forgetIdleRecovery(trx, memberId)
    if (gone?.confirmed_at != null)
      await recordForMember(desk, trx, memberId, 'member.factor-removed', { kind: 'codes' })
    return { done: true } as const
  })
