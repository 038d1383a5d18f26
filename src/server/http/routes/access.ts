import type { accessRoutes } from '#contract/access.ts'
import { placeOf } from '#server/access/passkeys.ts'
import { changeSecondFactorPolicy } from '#server/actions/change-second-factor-policy.ts'
import { confirmSignIn } from '#server/actions/confirm-sign-in.ts'
import { addPasskey, removePasskey, startPasskey } from '#server/actions/keep-passkey.ts'
import { acceptReset, offerReset } from '#server/actions/reset-password.ts'
import { confirmCodes, removeCodes, renewRecoveryCodes, startCodes } from '#server/actions/set-up-codes.ts'
import { signInWithPasskey, startPasskeySignIn } from '#server/actions/sign-in-with-passkey.ts'
import { isRefused } from '#server/desk.ts'
import { readSecondFactor } from '#server/queries/second-factor.ts'
import { readSecondFactorPolicy } from '#server/queries/second-factor-policy.ts'
import { forActor, forAnyone, forMember, type Implementations } from '../implementation.ts'
import { enter } from './session-view.ts'
import type { Tries } from './tries.ts'
import { linkTo } from './workspace.ts'

export const makeAccessRoutes = (tries: Tries, deskUrl: string): Implementations<typeof accessRoutes> => {
  const place = placeOf(deskUrl)
  return {
    confirmSignIn: forMember(async (desk, member, input) => {
      const { memberId } = member.session
      const refused = tries.take(desk, memberId, member)
      if (refused !== null) return refused
      const renewed = await confirmSignIn(desk, member.session, input, member.userAgent)
      if (isRefused(renewed)) return renewed
      tries.forget(memberId)
      return enter(desk, member, { memberId, token: renewed.token })
    }),
    startPasskeySignIn: forAnyone(
      async (desk, visitor) =>
        tries.take(desk, `passkey ${visitor.address}`, visitor) ?? {
          options: { ...(await startPasskeySignIn(desk, place)) },
        },
    ),
    signInWithPasskey: forAnyone(async (desk, visitor, { response }) => {
      const device = { userAgent: visitor.userAgent, held: visitor.session?.hash ?? null }
      const entered = await signInWithPasskey(desk, place, response, device)
      if (!isRefused(entered)) tries.forget(`passkey ${visitor.address}`)
      return enter(desk, visitor, entered)
    }),
    readSecondFactor: forMember((desk, { session }) => readSecondFactor(desk, session.memberId)),
    startCodes: forMember((desk, { session }) => startCodes(desk, session.memberId)),
    confirmCodes: forMember(
      async (desk, member, { code }) =>
        tries.take(desk, member.session.memberId, member) ?? confirmCodes(desk, member.session.memberId, code),
    ),
    removeCodes: forMember((desk, { session }) => removeCodes(desk, session.memberId)),
    renewRecoveryCodes: forMember((desk, { session }) => renewRecoveryCodes(desk, session.memberId)),
    startPasskey: forMember(async (desk, { session }) => ({
      options: { ...(await startPasskey(desk, place, session.memberId)) },
    })),
    addPasskey: forMember((desk, { session }, input) => addPasskey(desk, place, session.memberId, input)),
    removePasskey: forMember((desk, { session }, { id }) => removePasskey(desk, session.memberId, id)),
    readSecondFactorPolicy: forActor(readSecondFactorPolicy),
    changeSecondFactorPolicy: forActor(changeSecondFactorPolicy),
    offerReset: forActor(async (desk, actor, input) => {
      const made = await offerReset(desk, actor, input)
      return isRefused(made) ? made : { url: linkTo(deskUrl, 'reset', made.token), expiresAt: made.expiresAt }
    }),
    acceptReset: forAnyone(
      async (desk, visitor, input) => tries.take(desk, input.token, visitor) ?? acceptReset(desk, input),
    ),
  }
}
