import type { sessionRoutes } from '#contract/session.ts'
import { acceptInvitation } from '#server/actions/accept-invitation.ts'
import { changePassword } from '#server/actions/change-password.ts'
import { setUp } from '#server/actions/set-up.ts'
import { signIn } from '#server/actions/sign-in.ts'
import { endOwnSession, signOut } from '#server/actions/sign-out.ts'
import { updateMe } from '#server/actions/update-me.ts'
import { isRefused } from '#server/desk.ts'
import { isSetUpNeeded, listSessions } from '#server/queries/session.ts'
import { forAnyone, forMember, type Implementations } from '../implementation.ts'
import { enter, sessionViewOf } from './session-view.ts'
import type { Tries } from './tries.ts'

export const makeSessionRoutes = (tries: Tries): Implementations<typeof sessionRoutes> => {
  const tooMany = tries.take
  return {
    readSetUp: forAnyone(async (desk) => ({ needed: await isSetUpNeeded(desk.db.app) })),
    setUp: forAnyone(
      async (desk, visitor, input) =>
        tooMany(desk, 'set-up', visitor) ?? enter(desk, visitor, await setUp(desk, input, visitor.userAgent)),
    ),
    signIn: forAnyone(async (desk, visitor, input) => {
      const account = input.email.trim().toLowerCase()
      const refused = tooMany(desk, account, visitor)
      if (refused !== null) return refused
      const device = { userAgent: visitor.userAgent, held: visitor.session?.hash ?? null }
      const entered = await signIn(desk, input, device)
      if (!isRefused(entered)) tries.forget(account)
      return enter(desk, visitor, entered)
    }),
    acceptInvitation: forAnyone(
      async (desk, visitor, input) =>
        tooMany(desk, input.token, visitor) ??
        enter(desk, visitor, await acceptInvitation(desk, input, visitor.userAgent)),
    ),
    readSession: forMember((desk, { session }) => sessionViewOf(desk, session.memberId, session.authenticatedAt)),
    signOut: forMember((desk, member) => {
      member.forget()
      return signOut(desk, member.session.hash)
    }),
    listSessions: forMember(async (desk, { session }) => ({
      sessions: await listSessions(desk, session.memberId, session.key),
    })),
    endSession: forMember((desk, { session }, { key }) => endOwnSession(desk, session.memberId, key)),
    updateMe: forMember(async (desk, { session }, input) => {
      await updateMe(desk, session.memberId, input)
      return sessionViewOf(desk, session.memberId, session.authenticatedAt)
    }),
    changePassword: forMember(async (desk, member, input) => {
      const { memberId } = member.session
      const refused = tooMany(desk, memberId, member)
      if (refused !== null) return refused
      const changed = await changePassword(desk, memberId, input, member.userAgent)
      if (isRefused(changed)) return changed
      tries.forget(memberId)
      member.keep(changed.token)
      return { done: true }
    }),
  }
}
