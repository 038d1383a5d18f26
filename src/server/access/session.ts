import { type RawBuilder, sql } from 'kysely'
import type { Role } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { hashToken, newToken } from './token.ts'

const HOUR_MS = 3_600_000
export const IDLE_MS = 12 * HOUR_MS
export const LIFETIME_MS = 7 * 24 * HOUR_MS
/** So long does a proof of who one is hold for what asks for a fresh one. */
export const FRESH_MS = 10 * 60_000
/** « Seen » is written at most once a minute. */
const TOUCH_MS = 60_000

/** An open session, as the rest of the desk may know it: never its token. */
export interface OpenSession {
  hash: Buffer
  /** Names the session in lists and on the wire; opens nothing. */
  key: string
  memberId: string
  authenticatedAt: number
}

export const isFresh = ({ authenticatedAt }: OpenSession, now: number): boolean => authenticatedAt + FRESH_MS > now

export const keyOf = (hash: Buffer): string => hash.toString('hex', 0, 12)

const isOver = (row: { seen_at: Date; expires_at: Date }, now: number): boolean =>
  row.expires_at.getTime() <= now || row.seen_at.getTime() + IDLE_MS <= now

/** Opens a session for a member who has just proved who they are; returns the token, which is kept nowhere. */
export const openSession = async (desk: Desk, trx: Trx, memberId: string, userAgent: string): Promise<string> => {
  const token = newToken()
  const now = desk.now()
  const at = new Date(now)
  await trx
    .deleteFrom('sessions')
    .where('member_id', '=', memberId)
    .where((eb) => eb.or([eb('expires_at', '<=', at), eb('seen_at', '<=', new Date(now - IDLE_MS))]))
    .execute()
  await trx
    .insertInto('sessions')
    .values({
      token_hash: hashToken('session', token) ?? Buffer.alloc(0),
      member_id: memberId,
      created_at: at,
      seen_at: at,
      authenticated_at: at,
      expires_at: new Date(now + LIFETIME_MS),
      user_agent: userAgent.slice(0, 300),
    })
    .execute()
  return token
}

export interface Found {
  session: OpenSession
  /** Their role in the brand that was asked for; null when they have none there. */
  role: Role | null
}

/** Who holds this token, and in which role of this brand; read anew at each request, so that a change takes effect at once. */
export const findSession = async (
  desk: Desk,
  hash: Buffer,
  workspaceId: string | null,
  { touch = true }: { touch?: boolean } = {},
): Promise<Found | null> => {
  const row = await desk.db.app
    .selectFrom('sessions as s')
    .innerJoin('members as m', 'm.id', 's.member_id')
    .leftJoin('memberships as b', (join) =>
      join.onRef('b.member_id', '=', 's.member_id').on('b.workspace_id', '=', workspaceId),
    )
    .select(['s.member_id', 's.seen_at', 's.expires_at', 's.authenticated_at', 'm.disabled_at', 'b.role'])
    .where('s.token_hash', '=', hash)
    .executeTakeFirst()
  const now = desk.now()
  if (row === undefined || row.disabled_at !== null || isOver(row, now)) return null
  if (touch && row.seen_at.getTime() + TOUCH_MS <= now)
    await desk.db.app
      .updateTable('sessions')
      .set({ seen_at: new Date(now) })
      .where('token_hash', '=', hash)
      .execute()
  return {
    session: {
      hash,
      key: keyOf(hash),
      memberId: row.member_id,
      authenticatedAt: row.authenticated_at.getTime(),
    },
    role: row.role,
  }
}

const endWhere = async (trx: Trx, condition: RawBuilder<unknown>): Promise<number> => {
  const { rows } = await sql<{
    token_hash: Buffer
  }>`delete from sessions where ${condition} returning token_hash`.execute(trx)
  // Every process hears it, so that the live streams of the session end with it.
  for (const { token_hash } of rows) await sql`select pg_notify('vigie_sessions', ${keyOf(token_hash)})`.execute(trx)
  return rows.length
}

export const endSession = (trx: Trx, hash: Buffer): Promise<number> => endWhere(trx, sql`token_hash = ${hash}`)

/** Ends one of a member's own sessions, by the key that their list shows. */
export const endSessionNamed = (trx: Trx, memberId: string, key: string): Promise<number> =>
  endWhere(trx, sql`member_id = ${memberId} and encode(substring(token_hash from 1 for 12), 'hex') = ${key}`)

export const endSessionsOf = (trx: Trx, memberId: string, except: Buffer | null): Promise<number> =>
  endWhere(trx, sql`member_id = ${memberId} and token_hash is distinct from ${except}`)
