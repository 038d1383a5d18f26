import { askToEnrol, type Place, readEnrolment } from '#server/access/passkeys.ts'
import { hasSecondFactor } from '#server/access/second-factor.ts'
import { type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { recordForMember } from './record-for-member.ts'
import { forgetIdleRecovery, renewRecovery } from './set-up-codes.ts'

export const startPasskey = (desk: Desk, place: Place, memberId: string) =>
  desk.db.app.transaction().execute(async (trx) => {
    const member = await trx
      .selectFrom('members')
      .select(['id', 'email', 'name'])
      .where('id', '=', memberId)
      .executeTakeFirstOrThrow()
    const known = await trx.selectFrom('passkeys').select('id').where('member_id', '=', memberId).execute()
    return askToEnrol(
      desk,
      trx,
      place,
      member,
      known.map(({ id }) => id),
    )
  })

/** Keeps a passkey whose answer is true. With the first factor come the recovery codes, shown once. */
export const addPasskey = (
  desk: Desk,
  place: Place,
  memberId: string,
  asked: { name: string; response: unknown },
): Promise<{ recoveryCodes: string[] | null } | Refused> =>
  desk.db.app.transaction().execute(async (trx) => {
    const credential = await readEnrolment(desk, trx, place, memberId, asked.response)
    if (credential === null) return { refused: 'passkey-refused' }
    const isFirst = !(await hasSecondFactor(trx, memberId))
    const kept = await trx
      .insertInto('passkeys')
      .values({
        id: credential.id,
        member_id: memberId,
        name: asked.name,
        public_key: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: credential.transports ?? [],
        created_at: new Date(desk.now()),
      })
      .onConflict((c) => c.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (kept === undefined) return { refused: 'passkey-refused' }
    const recoveryCodes = isFirst ? await renewRecovery(desk, trx, memberId) : null
    await recordForMember(desk, trx, memberId, 'member.factor-added', { kind: 'passkey' })
    return { recoveryCodes }
  })

export const removePasskey = (desk: Desk, memberId: string, id: string) =>
  desk.db.app.transaction().execute(async (trx) => {
    const gone = await trx
      .deleteFrom('passkeys')
      .where('id', '=', id)
      .where('member_id', '=', memberId)
      .returning('id')
      .executeTakeFirst()
    if (gone === undefined) return NOT_FOUND
    await forgetIdleRecovery(trx, memberId)
    await recordForMember(desk, trx, memberId, 'member.factor-removed', { kind: 'passkey' })
    return { done: true } as const
  })
