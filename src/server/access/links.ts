import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk, Refused } from '#server/desk.ts'
import { hashToken, newToken } from './token.ts'

const HOUR_MS = 3_600_000
export const SET_UP_MS = 24 * HOUR_MS
export const INVITATION_MS = 3 * 24 * HOUR_MS
export const RESET_MS = 24 * HOUR_MS

type Link = Row<'links'>
type Bound = Partial<Pick<Link, 'workspace_id' | 'member_id' | 'role' | 'email'>>

/** Makes a one-time link for one purpose; the token is returned once and kept nowhere. */
export const makeLink = async (
  desk: Desk,
  trx: Trx,
  purpose: 'set-up' | 'invite' | 'reset',
  lifeMs: number,
  bound: Bound = {},
): Promise<{ token: string; expiresAt: number }> => {
  const token = newToken()
  const expiresAt = desk.now() + lifeMs
  await trx
    .insertInto('links')
    .values({
      ...bound,
      token_hash: hashToken(purpose, token) ?? Buffer.alloc(0),
      purpose,
      created_at: new Date(desk.now()),
      expires_at: new Date(expiresAt),
    })
    .execute()
  return { token, expiresAt }
}

/** What a link is bound to. Inside a transaction with `lock`, two who use it at once come one after the other. */
export const readLink = async (
  desk: Desk,
  trx: Trx,
  purpose: 'set-up' | 'invite' | 'reset',
  token: string,
  { lock }: { lock: boolean },
): Promise<Link | Refused> => {
  const hash = hashToken(purpose, token)
  if (hash === null) return { refused: 'link-unknown' }
  const link = await trx
    .selectFrom('links')
    .selectAll()
    .where('purpose', '=', purpose)
    .where('token_hash', '=', hash)
    .$if(lock, (q) => q.forUpdate())
    .executeTakeFirst()
  if (link === undefined) return { refused: 'link-unknown' }
  if (link.used_at !== null) return { refused: 'link-used' }
  if (link.expires_at.getTime() <= desk.now()) return { refused: 'link-expired' }
  return link
}

export const markUsed = async (desk: Desk, trx: Trx, link: Link): Promise<void> => {
  await trx
    .updateTable('links')
    .set({ used_at: new Date(desk.now()) })
    .where('purpose', '=', link.purpose)
    .where('token_hash', '=', link.token_hash)
    .execute()
}
