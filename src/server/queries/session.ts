import { type Kysely, sql } from 'kysely'
import { IDLE_MS, keyOf } from '#server/access/session.ts'
import type { Schema } from '#server/db/schema.ts'
import type { Desk } from '#server/desk.ts'

type Language = 'fr' | 'en'
const asLanguage = (text: string): Language => (text === 'en' ? 'en' : 'fr')

/** Nobody administers any brand yet: the one-time link of the first start still waits to be used. */
export const isSetUpNeeded = async (db: Kysely<Schema>): Promise<boolean> => {
  const { rows } = await sql<{ needed: boolean }>`
    select not exists (select from memberships b join members m on m.id = b.member_id
      where b.role = 'admin' and m.disabled_at is null) as needed`.execute(db)
  return rows[0]?.needed === true
}

/** Who is signed in, and in which brands they work. */
export const readMember = async (desk: Desk, memberId: string) => {
  const member = await desk.db.app
    .selectFrom('members')
    .select(['id', 'name', 'email', 'language', 'preferences'])
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow()
  const workspaces = await desk.db.app
    .selectFrom('memberships as b')
    .innerJoin('workspaces as w', 'w.id', 'b.workspace_id')
    .select(['w.id', 'w.name', 'w.language', 'b.role', 'w.drill_of', 'w.drill_over_at'])
    .where('b.member_id', '=', memberId)
    // A brand before its drills: one never lands in an exercise without asking.
    .orderBy(sql`w.drill_of is not null`)
    .orderBy('w.name')
    .execute()
  return {
    member: { ...member, language: asLanguage(member.language) },
    workspaces: workspaces.map(({ drill_of, drill_over_at, ...one }) => ({
      ...{ ...one, language: asLanguage(one.language) },
      ...(drill_of !== null && { drill: { brandId: drill_of, over: drill_over_at !== null } }),
    })),
  }
}

/** One's own open sessions, the latest used first. */
export const listSessions = async (desk: Desk, memberId: string, current: string) => {
  const now = desk.now()
  const rows = await desk.db.app
    .selectFrom('sessions')
    .select(['token_hash', 'user_agent', 'seen_at'])
    .where('member_id', '=', memberId)
    .where('expires_at', '>', new Date(now))
    .where('seen_at', '>', new Date(now - IDLE_MS))
    .orderBy('seen_at', 'desc')
    .execute()
  return rows.map((row) => {
    const key = keyOf(row.token_hash)
    return { key, userAgent: row.user_agent, seenAt: row.seen_at.getTime(), current: key === current }
  })
}
