import { sql } from 'kysely'
import type { Activity } from '#core/mention.ts'
import type { Instant } from '#core/time.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { AccountSeen, Batch, EarlyDraft } from './batch.ts'
import { layGround } from './ground.ts'
import { hear } from './hear.ts'
import type { Heard } from './understand.ts'
import { writeCases } from './write-cases.ts'
import { writeIncidents } from './write-incidents.ts'
import { writeFiles, writeMessages } from './write-messages.ts'
import { writeEarly, writeNotices } from './write-news.ts'
import { writeAuthors, writeConversations } from './write-people.ts'
import { writeReadings } from './write-readings.ts'

export interface Machine {
  now: Instant
  newId(): string
  /** A language model reads after triage. */
  asksModel: boolean
}

/** An activity, and whether its alarm was raised before. */
export interface Told extends Heard {
  told: boolean
}

interface EarlyRow {
  aboutKind: EarlyDraft['aboutKind']
  activity: Activity
  received_at: Date
}

export const toldOf = (rows: readonly EarlyRow[]): Told[] =>
  rows.map((row) => ({
    activity: row.activity,
    receivedAt: row.received_at.getTime(),
    told: row.aboutKind !== 'delivery',
  }))

/** What was told too early of the very messages and conversations that these activities bring. */
const takeEarly = async (trx: Trx, account: AccountSeen, heard: readonly Heard[]): Promise<Told[]> => {
  const subjects = heard.flatMap(({ activity }) =>
    activity.kind === 'message' ? [activity.messageId, activity.conversationKey] : [],
  )
  if (subjects.length === 0) return []
  const { rows } = await sql<EarlyRow & { id: number }>`
    delete from early_activities where account_id = ${account.id}::uuid and about = any(${subjects}::text[]) and about_kind <> 'delivery'
    returning id, about_kind as "aboutKind", activity, received_at`.execute(trx)
  return toldOf(rows.toSorted((a, b) => a.id - b.id))
}

const write = async (trx: Trx, batch: Batch): Promise<void> => {
  const { account, now } = batch
  await writeAuthors(trx, batch)
  await writeFiles(trx, batch)
  await writeConversations(trx, batch)
  await writeMessages(trx, batch)
  await writeReadings(trx, batch)
  await writeCases(trx, { workspaceId: account.workspaceId, accountId: account.id, now }, [...batch.cases.values()])
  await writeIncidents(trx, batch)
  await recordEvents(trx, account.workspaceId, batch.events)
  await writeNotices(trx, { workspaceId: account.workspaceId, now, newId: batch.newId }, batch.notices)
  await writeEarly(trx, account, batch.early)
}

/**
 * Turns what was heard on one account into authors, conversations, messages, cases with their deadlines, events and notices, in the
 * caller's transaction: one reading, the rules in memory, one writing. The caller alone reads this account meanwhile.
 */
export const applyHeard = async (
  trx: Trx,
  account: AccountSeen,
  heard: readonly Told[],
  machine: Machine,
): Promise<void> => {
  if (heard.length === 0) return
  const all = [...heard, ...(await takeEarly(trx, account, heard))]
  const activities = all.map(({ activity }) => activity)
  const { readMessage: reader } = await import('#core/triage/read-message.ts')
  const batch = await layGround(trx, account, activities, { ...machine, reader })
  for (const one of all) hear(batch, one, one.told)
  await write(trx, batch)
}
