import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'

/** EdDSA, ES256 and RS256: what the devices of today sign with. */
const ALGORITHMS = [-8, -7, -257]
const ANSWER_WITHIN_MS = 5 * 60_000

/** The desk as a browser knows it: a passkey made for one address is worth nothing at another. */
export interface Place {
  origin: string
  rpId: string
}

export const placeOf = (deskUrl: string): Place => {
  const { origin, hostname } = new URL(deskUrl)
  return { origin, rpId: hostname }
}

/** Keeps what a browser is asked to sign; it may answer once, for five minutes. */
const keepChallenge = async (
  desk: Desk,
  trx: Trx,
  purpose: 'sign-in' | 'enrol',
  challenge: string,
  memberId: string | null,
) => {
  await trx.deleteFrom('passkey_challenges').where('expires_at', '<=', new Date(desk.now())).execute()
  await trx
    .insertInto('passkey_challenges')
    .values({ challenge, purpose, member_id: memberId, expires_at: new Date(desk.now() + ANSWER_WITHIN_MS) })
    .execute()
}

const spendChallenge =
  (desk: Desk, trx: Trx, purpose: 'sign-in' | 'enrol', memberId: string | null) =>
  async (challenge: string): Promise<boolean> => {
    const spent = await trx
      .deleteFrom('passkey_challenges')
      .where('challenge', '=', challenge)
      .where('purpose', '=', purpose)
      .where('member_id', memberId === null ? 'is' : '=', memberId)
      .where('expires_at', '>', new Date(desk.now()))
      .returning('challenge')
      .executeTakeFirst()
    return spent !== undefined
  }

export const askToEnrol = async (
  desk: Desk,
  trx: Trx,
  place: Place,
  member: { id: string; email: string; name: string },
  known: readonly string[],
) => {
  const options = await generateRegistrationOptions({
    rpName: 'Vigie',
    rpID: place.rpId,
    userName: member.email,
    userDisplayName: member.name,
    userID: new Uint8Array(Buffer.from(member.id)),
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map((id) => ({ id })),
    // It opens the desk alone, without a password: it must know its person, and the person need not type who they are.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepChallenge(desk, trx, 'enrol', options.challenge, member.id)
  return options
}

export const readEnrolment = async (desk: Desk, trx: Trx, place: Place, memberId: string, response: unknown) => {
  const verified = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge: spendChallenge(desk, trx, 'enrol', memberId),
    expectedOrigin: place.origin,
    expectedRPID: place.rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => null)
  return verified?.verified === true ? verified.registrationInfo.credential : null
}

export const askToSignIn = async (desk: Desk, trx: Trx, place: Place) => {
  const options = await generateAuthenticationOptions({ rpID: place.rpId, userVerification: 'required' })
  await keepChallenge(desk, trx, 'sign-in', options.challenge, null)
  return options
}

/** The counter after a true answer; null for anything else. */
export const readSignIn = async (desk: Desk, trx: Trx, place: Place, passkey: Row<'passkeys'>, response: unknown) => {
  const verified = await verifyAuthenticationResponse({
    response: response as AuthenticationResponseJSON,
    expectedChallenge: spendChallenge(desk, trx, 'sign-in', null),
    expectedOrigin: place.origin,
    expectedRPID: place.rpId,
    requireUserVerification: true,
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(passkey.public_key),
      counter: passkey.counter,
    },
  }).catch(() => null)
  return verified?.verified === true ? verified.authenticationInfo.newCounter : null
}
