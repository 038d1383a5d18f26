import { permissionsOf } from '#server/access/permissions.ts'
import { isSecondFactorMissing } from '#server/access/second-factor.ts'
import { type Desk, isRefused, type Refused } from '#server/desk.ts'
import { readMember } from '#server/queries/session.ts'
import type { Visitor } from '../implementation.ts'

/** Who is signed in, as the page knows them. */
export const sessionViewOf = async (desk: Desk, memberId: string, authenticatedAt: number) => {
  const { member, workspaces } = await readMember(desk, memberId)
  return {
    member,
    workspaces: await Promise.all(
      workspaces.map(async (one) => ({
        ...one,
        permissions: permissionsOf(one.role),
        secondFactorNeeded: await isSecondFactorMissing(desk, one.id, memberId),
      })),
    ),
    authenticatedAt,
  }
}

/** The browser gets the new session, and the page who it is. */
export const enter = async (desk: Desk, visitor: Visitor, entered: { memberId: string; token: string } | Refused) => {
  if (isRefused(entered)) return entered
  visitor.keep(entered.token)
  return sessionViewOf(desk, entered.memberId, desk.now())
}
