import { markUsed, readLink } from '#server/access/links.ts'
import { hashPassword, isPassword } from '#server/access/password.ts'
import { may } from '#server/access/permissions.ts'
import { openSession } from '#server/access/session.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import { enterWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Desk, isRefused, type Refused } from '#server/desk.ts'
import { askForCode, findByEmail } from './sign-in.ts'

export interface Acceptance {
  token: string
  name: string
  password: string
  /** For an account that exists and has a second factor. */
  code?: string | undefined
}

type Member = { id: string; isNew: boolean; passwordHash: string }

/** Who accepts. An account that exists is joined by its own password and by nothing else: an e-mail in a link proves nobody. */
const identify = async (desk: Desk, link: Row<'links'>, asked: Acceptance): Promise<Member | Refused> => {
  const known = await findByEmail(desk, link.email ?? '')
  if (known === undefined) return { id: desk.newId(), isNew: true, passwordHash: await hashPassword(asked.password) }
  const right = await isPassword(asked.password, known.password_hash)
  if (!right || known.disabled_at !== null) return { refused: 'wrong-credentials' }
  return { id: known.id, isNew: false, passwordHash: '' }
}

/** An invitation is worth what its author may still do. */
const isStillMeant = async (trx: Trx, link: Row<'links'>): Promise<boolean> => {
  const author = await trx
    .selectFrom('memberships')
    .select('role')
    .where('workspace_id', '=', link.workspace_id)
    .where('member_id', '=', link.member_id)
    .executeTakeFirst()
  return author !== undefined && may(author.role, 'members.write')
}

const join = async (
  desk: Desk,
  trx: Trx,
  link: Row<'links'>,
  member: Member,
  name: string,
): Promise<Refused | null> => {
  const { workspace_id: workspaceId, role, email } = link
  if (workspaceId === null || role === null || email === null) return { refused: 'link-unknown' }
  const at = desk.now()
  if (member.isNew) {
    const { language } = await trx
      .selectFrom('workspaces')
      .select('language')
      .where('id', '=', workspaceId)
      .executeTakeFirstOrThrow()
    const made = await trx
      .insertInto('members')
      .values({ id: member.id, email, name, language, password_hash: member.passwordHash, created_at: new Date(at) })
      .onConflict((c) => c.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (made === undefined) return { refused: 'wrong-credentials' }
  }
  const joined = await trx
    .insertInto('memberships')
    .values({ workspace_id: workspaceId, member_id: member.id, role, created_at: new Date(at) })
    .onConflict((c) => c.doNothing())
    .returning('role')
    .executeTakeFirst()
  if (joined === undefined) return { refused: 'already-member' }
  await enterWorkspace(trx, workspaceId)
  await recordEvents(trx, workspaceId, [
    { name: 'member.joined', at, memberId: member.id, data: { memberId: member.id, role } },
  ])
  return null
}

/** Joins a brand with a one-time link, in the role that the link carries; opens a session. */
export const acceptInvitation = async (
  desk: Desk,
  asked: Acceptance,
  userAgent: string,
): Promise<{ memberId: string; token: string } | Refused> => {
  const link = await desk.db.app
    .transaction()
    .execute((trx) => readLink(desk, trx, 'invite', asked.token, { lock: false }))
  if (isRefused(link)) return link
  const member = await identify(desk, link, asked)
  if (isRefused(member)) return member
  return desk.db.app.transaction().execute(async (trx) => {
    const held = await readLink(desk, trx, 'invite', asked.token, { lock: true })
    if (isRefused(held)) return held
    if (!(await isStillMeant(trx, held))) return { refused: 'link-unknown' }
    const refused =
      (await askForCode(desk, trx, member.id, asked.code)) ?? (await join(desk, trx, held, member, asked.name))
    if (refused !== null) return refused
    await markUsed(desk, trx, held)
    return { memberId: member.id, token: await openSession(desk, trx, member.id, userAgent) }
  })
}
