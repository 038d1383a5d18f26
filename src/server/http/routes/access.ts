import type { accessRoutes } from '#contract/access.ts'
import { confirmSignIn } from '#server/actions/confirm-sign-in.ts'
import { isRefused } from '#server/desk.ts'
import { forMember, type Implementations } from '../implementation.ts'
import { enter } from './session-view.ts'
import type { Tries } from './tries.ts'

export const makeAccessRoutes = (tries: Tries): Implementations<typeof accessRoutes> => ({
  confirmSignIn: forMember(async (desk, member, input) => {
    const { memberId } = member.session
    const refused = tries.take(desk, memberId, member)
    if (refused !== null) return refused
    const renewed = await confirmSignIn(desk, member.session, input, member.userAgent)
    if (isRefused(renewed)) return renewed
    tries.forget(memberId)
    return enter(desk, member, { memberId, token: renewed.token })
  }),
})
