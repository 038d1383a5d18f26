import { askToSignIn, type Place, readSignIn } from '#server/access/passkeys.ts'
import { endSession, openSession } from '#server/access/session.ts'
import type { Desk, Refused } from '#server/desk.ts'

export const startPasskeySignIn = (desk: Desk, place: Place) =>
  desk.db.app.transaction().execute((trx) => askToSignIn(desk, trx, place))

const idOf = (response: unknown): string | null =>
  typeof response === 'object' && response !== null && 'id' in response && typeof response.id === 'string'
    ? response.id
    : null

/** A passkey knows its person by finger, face or code: it is both factors, and opens a session alone. */
export const signInWithPasskey = (
  desk: Desk,
  place: Place,
  response: unknown,
  device: { userAgent: string; held: Buffer | null },
): Promise<{ memberId: string; token: string } | Refused> =>
  desk.db.app.transaction().execute(async (trx) => {
    const passkey = await trx
      .selectFrom('passkeys as p')
      .innerJoin('members as m', 'm.id', 'p.member_id')
      .selectAll('p')
      .where('p.id', '=', idOf(response) ?? '')
      .where('m.disabled_at', 'is', null)
      .forUpdate('p')
      .executeTakeFirst()
    if (passkey === undefined) return { refused: 'passkey-refused' }
    const counter = await readSignIn(desk, trx, place, passkey, response)
    if (counter === null) return { refused: 'passkey-refused' }
    await trx
      .updateTable('passkeys')
      .set({ counter, used_at: new Date(desk.now()) })
      .where('id', '=', passkey.id)
      .execute()
    if (device.held !== null) await endSession(trx, device.held)
    return { memberId: passkey.member_id, token: await openSession(desk, trx, passkey.member_id, device.userAgent) }
  })
