import { sql } from 'kysely'
import { titleOf } from '#core/crisis/incident-title.ts'
import { type Level, proposeLevel } from '#core/crisis/level.ts'
import type { Matching } from '#core/crisis/matching.ts'
import { type Said, suggestMatching } from '#core/crisis/suggest-matching.ts'
import { HOUR_MS } from '#core/time.ts'
import type { Topic } from '#core/triage/labels.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'
import { firstIdAt } from '#server/new-id.ts'

/** So many messages of the surge, and as many from before it, tell what it is about. */
const SAMPLE = 500

export interface Proposal {
  title: string
  level: Level
  matching: Matching
  sinceAt: number
  alertId: string | null
}

/** The alert that an incident is declared from: the one that is named, else one that stands, the brand's own first. */
const alertAbout = async (trx: Trx, workspaceId: string, id: string | null): Promise<Row<'alerts'> | undefined> => {
  const alerts = trx.selectFrom('alerts').selectAll().where('workspace_id', '=', workspaceId)
  if (id !== null) return alerts.where('id', '=', id).executeTakeFirst()
  const standing = await alerts.where('over_at', 'is', null).orderBy('raised_at', 'desc').orderBy('id').execute()
  return standing.find(({ account_id }) => account_id === null) ?? standing[0]
}

/** The names that every mention of the brand may say. */
export const brandNamesOf = async (trx: Trx, workspaceId: string): Promise<string[]> => {
  const { name } = await trx
    .selectFrom('workspaces')
    .select('name')
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  const accounts = await trx
    .selectFrom('channel_accounts')
    .select(['handle', 'display_name'])
    .where('workspace_id', '=', workspaceId)
    .where('disconnected_at', 'is', null)
    .execute()
  return [...new Set([name, ...accounts.flatMap(({ handle, display_name }) => [handle, display_name])])]
}

/** Of one account, of one topic, or of all. */
type About = { accountId: string | null; topic: Topic | null }

const readSaid = async (trx: Trx, workspaceId: string, { accountId, topic }: About, at: string, isAfter: boolean) => {
  const { rows } = await sql<Said>`
    select concat_ws(E'\n', m.subject, left(m.text, 2000)) as text, r.topic
    from messages m left join message_readings r on r.message_id = m.id
    where m.workspace_id = ${workspaceId}::uuid and ${isAfter ? sql`m.id >= ${at}::uuid` : sql`m.id < ${at}::uuid`}
      and (${accountId}::uuid is null or m.account_id = ${accountId}::uuid) and (${topic}::text is null or r.topic = ${topic}::text)
      and m.direction = 'in'
    order by m.id desc limit ${SAMPLE}`.execute(trx)
  return rows
}

/** What somebody would have to write to declare an incident, drawn from the surge: so that declaring takes one act (C1, C4). */
export const proposeIncident = async (
  trx: Trx,
  desk: Desk,
  workspaceId: string,
  alertId: string | null,
): Promise<Proposal | null> => {
  const alert = await alertAbout(trx, workspaceId, alertId)
  if (alert === undefined && alertId !== null) return null
  const sinceAt =
    alert === undefined
      ? desk.now() - HOUR_MS
      : Math.min(alert.raised_at.getTime(), alert.bucket_at.getTime()) - alert.why.overMs
  const about = { accountId: alert?.account_id ?? null, topic: alert?.topic ?? null }
  const edge = firstIdAt(sinceAt)
  const now = await readSaid(trx, workspaceId, about, edge, true)
  const before = await readSaid(trx, workspaceId, { ...about, topic: null }, edge, false)
  const suggested = suggestMatching(now, before, {
    brandNames: await brandNamesOf(trx, workspaceId),
    ...{ accountIds: about.accountId === null ? [] : [about.accountId], times: alert?.why.times ?? null },
  })
  const matching = about.topic === null ? suggested : { ...suggested, all: false, topics: [about.topic] }
  const { language } = await trx
    .selectFrom('workspaces')
    .select('language')
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  return {
    title: titleOf(matching, language === 'en' ? 'en' : 'fr'),
    level: proposeLevel(alert?.why ?? null),
    ...{ matching, sinceAt, alertId: alert?.id ?? null },
  }
}

/** The same, for whoever wants to look before they declare. */
export const readIncidentProposal = (desk: Desk, actor: Actor, { alertId }: { alertId?: string | undefined }) =>
  inWorkspace(
    desk.db,
    actor.workspaceId,
    async (trx) => (await proposeIncident(trx, desk, actor.workspaceId, alertId ?? null)) ?? NOT_FOUND,
  )
