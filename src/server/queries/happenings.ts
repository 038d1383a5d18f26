import { sql } from 'kysely'
import type { Happening } from '#core/ambassador/journey.ts'
import { saysRecommends, saysThanks } from '#core/ambassador/says.ts'
import type { Trx } from '#server/db/transaction.ts'

/** A happening, and the author whose story it belongs to. */
export interface Told {
  authorId: string
  happening: Happening
}

interface MessageRow {
  id: string
  author_id: string
  case_id: string | null
  direction: 'in' | 'out'
  audience: 'public' | 'private'
  text: string
  intent: string | null
  sent_at: Date
}

/** More of one person's words than this are not read: the newest tell where they are now. */
const MOST_MESSAGES = 20_000
const READ = 2_000

const fromMessage = (row: MessageRow): Told[] => {
  const proof = { kind: 'message', id: row.id, caseId: row.case_id, at: row.sent_at.getTime() } as const
  const told = (happening: Happening): Told[] => [{ authorId: row.author_id, happening }]
  if (row.direction === 'out') return told({ what: 'answer', proof, thanks: saysThanks(row.text) })
  if (row.intent === 'complaint') return told({ what: 'complaint', proof })
  // Only what others can read recommends us to them.
  return row.audience === 'public' && saysRecommends(row.text) ? told({ what: 'recommendation', proof }) : []
}

const readMessages = async (trx: Trx, authorIds: readonly string[]): Promise<Told[]> => {
  const { rows } = await sql<MessageRow>`
    select m.id, v.author_id, k.id as case_id, m.direction, m.audience, left(m.text, ${READ}) as text, r.intent, m.sent_at
    from conversations v join messages m on m.conversation_id = v.id left join cases k on k.conversation_id = v.id
      left join message_readings r on r.message_id = m.id
    where v.workspace_id = current_workspace() and v.author_id = any(${authorIds}::uuid[]) and m.deleted_at is null
    order by m.sent_at desc, m.id desc limit ${MOST_MESSAGES}`.execute(trx)
  return rows.flatMap(fromMessage)
}

interface DatedRow {
  id: string
  author_id: string
  case_id: string
  at: Date
}

const readSettlements = async (trx: Trx, authorIds: readonly string[]): Promise<Told[]> => {
  const { rows } = await sql<DatedRow>`
    select f.id, k.author_id, k.id as case_id, f.recorded_at as at from cases k join facts f on f.case_id = k.id
    where k.author_id = any(${authorIds}::uuid[]) and f.status = 'done' and f.proof is not null
      and f.kind in ('refund', 'delivery', 'replacement', 'resolution')
      and not exists (select from facts later where later.case_id = f.case_id and later.kind = f.kind
        and later.recorded_at > f.recorded_at and later.status <> 'done')`.execute(trx)
  return rows.map(({ id, author_id: authorId, case_id: caseId, at }) => ({
    authorId,
    happening: { what: 'settlement', proof: { kind: 'fact', id, caseId, at: at.getTime() } },
  }))
}

const readReferrals = async (trx: Trx, authorIds: readonly string[]): Promise<Told[]> => {
  const { rows } = await sql<DatedRow>`
    select v.id, v.author_id, v.case_id, e.at from vouchers v join voucher_ends e on e.voucher_id = v.id
    where v.author_id = any(${authorIds}::uuid[]) and v.kind = 'referral' and e.how = 'redeemed'`.execute(trx)
  return rows.map(({ id, author_id: authorId, case_id: caseId, at }) => ({
    authorId,
    happening: { what: 'recommendation', proof: { kind: 'voucher', id, caseId, at: at.getTime() } },
  }))
}

/** All that really happened with these people, from their messages, their case files and their vouchers: nothing is declared (C5). */
export const readHappenings = async (trx: Trx, authorIds: readonly string[]): Promise<Told[]> => [
  ...(await readMessages(trx, authorIds)),
  ...(await readSettlements(trx, authorIds)),
  ...(await readReferrals(trx, authorIds)),
]
