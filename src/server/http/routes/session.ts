import type { sessionRoutes } from '#contract/session.ts'
import { permissionsOf } from '#server/access/permissions.ts'
import { makeThrottle } from '#server/access/throttle.ts'
import { acceptInvitation } from '#server/actions/accept-invitation.ts'
import { changePassword } from '#server/actions/change-password.ts'
import { setUp } from '#server/actions/set-up.ts'
import { signIn } from '#server/actions/sign-in.ts'
import { endOwnSession, signOut } from '#server/actions/sign-out.ts'
import { updateMe } from '#server/actions/update-me.ts'
import { type Desk, isRefused, type Refused } from '#server/desk.ts'
import { isSetUpNeeded, listSessions, readMember } from '#server/queries/session.ts'
import { forAnyone, forMember, type Implementations, type Visitor } from '../implementation.ts'

const QUARTER_MS = 15 * 60_000

const viewOf = async (desk: Desk, memberId: string, authenticatedAt: number) => {
  const { member, workspaces } = await readMember(desk, memberId)
  return {
    member,
    workspaces: workspaces.map((one) => ({ ...one, permissions: permissionsOf(one.role) })),
    authenticatedAt,
  }
}

type Entered = { memberId: string; token: string } | Refused

/** The browser gets the new session, and the page who it is. */
const enter = async (desk: Desk, visitor: Visitor, entered: Entered) => {
  if (isRefused(entered)) return entered
  visitor.keep(entered.token)
  return viewOf(desk, entered.memberId, desk.now())
}

/** Passwords are tried ten times a quarter of an hour by account and thirty by address, counted before they are checked. */
export const makeSessionRoutes = (): Implementations<typeof sessionRoutes> => {
  const byAccount = makeThrottle(10, QUARTER_MS)
  const byAddress = makeThrottle(30, QUARTER_MS)

  const tooMany = (desk: Desk, account: string, visitor: Visitor): Refused | null => {
    const now = desk.now()
    const waitMs = byAddress.take([visitor.address], now) || byAccount.take([account], now)
    return waitMs > 0 ? { refused: 'too-many-attempts', data: { waitMs } } : null
  }

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
      if (!isRefused(entered)) byAccount.forget(account)
      return enter(desk, visitor, entered)
    }),
    acceptInvitation: forAnyone(
      async (desk, visitor, input) =>
        tooMany(desk, input.token, visitor) ??
        enter(desk, visitor, await acceptInvitation(desk, input, visitor.userAgent)),
    ),
    readSession: forMember((desk, { session }) => viewOf(desk, session.memberId, session.authenticatedAt)),
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
      return viewOf(desk, session.memberId, session.authenticatedAt)
    }),
    changePassword: forMember(async (desk, member, input) => {
      const { memberId } = member.session
      const refused = tooMany(desk, memberId, member)
      if (refused !== null) return refused
      const changed = await changePassword(desk, memberId, input, member.userAgent)
      if (isRefused(changed)) return changed
      byAccount.forget(memberId)
      member.keep(changed.token)
      return { done: true }
    }),
  }
}
