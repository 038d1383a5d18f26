import { sql } from 'kysely'
import { isTimeZone } from '#core/sla/zone.ts'
import { makeLink, markUsed, readLink, SET_UP_MS } from '#server/access/links.ts'
import { hashPassword } from '#server/access/password.ts'
import { openSession } from '#server/access/session.ts'
import { type Desk, isRefused, type Refused } from '#server/desk.ts'
import { isSetUpNeeded } from '#server/queries/session.ts'
import { openWorkspace } from './create-workspace.ts'

export interface FirstAdministrator {
  token: string
  name: string
  email: string
  password: string
  workspace: string
  language: 'fr' | 'en'
  timeZone: string
}

/** Held to the end of the transaction: of two who set up at once, the second finds the desk taken. */
const lock = 1_986_620_270

/** The link that a start prints while nobody administers the desk; null once somebody does. */
export const offerSetUp = async (desk: Desk): Promise<string | null> => {
  if (!(await isSetUpNeeded(desk.db.app))) return null
  const { token } = await desk.db.app.transaction().execute((trx) => makeLink(desk, trx, 'set-up', SET_UP_MS))
  return token
}

/** Creates the administrator, the first brand and their session, all or nothing; the links that were printed are dead from then on. */
export const setUp = async (
  desk: Desk,
  asked: FirstAdministrator,
  userAgent: string,
): Promise<{ memberId: string; token: string } | Refused> => {
  if (!isTimeZone(asked.timeZone)) return { refused: 'unknown-time-zone' }
  const link = await desk.db.app
    .transaction()
    .execute((trx) => readLink(desk, trx, 'set-up', asked.token, { lock: false }))
  if (isRefused(link)) return link
  // Computed before the transaction: a password takes its time, and nobody should wait for a lock meanwhile.
  const passwordHash = await hashPassword(asked.password)
  return desk.db.app.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${lock})`.execute(trx)
    if (!(await isSetUpNeeded(trx))) return { refused: 'already-set-up' }
    const held = await readLink(desk, trx, 'set-up', asked.token, { lock: true })
    if (isRefused(held)) return held
    await markUsed(desk, trx, held)
    const memberId = desk.newId()
    await trx
      .insertInto('members')
      .values({
        id: memberId,
        email: asked.email,
        name: asked.name,
        password_hash: passwordHash,
        language: asked.language,
        created_at: new Date(desk.now()),
      })
      .execute()
    await openWorkspace(desk, trx, memberId, { ...asked, name: asked.workspace })
    return { memberId, token: await openSession(desk, trx, memberId, userAgent) }
  })
}
