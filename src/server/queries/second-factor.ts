import type { Desk } from '#server/desk.ts'

/** What a member can prove themselves with, besides the password. */
export const readSecondFactor = async (desk: Desk, memberId: string) => {
  const { app } = desk.db
  const codes = await app
    .selectFrom('code_makers')
    .select('confirmed_at')
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  const passkeys = await app
    .selectFrom('passkeys')
    .select(['id', 'name', 'created_at', 'used_at'])
    .where('member_id', '=', memberId)
    .orderBy('created_at')
    .execute()
  const left = await app
    .selectFrom('recovery_codes')
    .select('member_id')
    .where('member_id', '=', memberId)
    .where('used_at', 'is', null)
    .execute()
  return {
    codesSince: codes?.confirmed_at?.getTime() ?? null,
    passkeys: passkeys.map((one) => ({
      id: one.id,
      name: one.name,
      createdAt: one.created_at.getTime(),
      usedAt: one.used_at?.getTime() ?? null,
    })),
    recoveryLeft: left.length,
  }
}
