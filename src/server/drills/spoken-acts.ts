import type { Act } from '#core/drill/act.ts'
import { personAt } from '#core/drill/affected-list.ts'
import type { Entry } from '#core/drill/mailbox.ts'
import type { Scenario } from '#core/drill/scenario.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'

type Of<K extends Entry['kind']> = Extract<Entry, { kind: K }>

const SAME_DEED_MS = 1_000

const wasHolding = async (trx: Trx, delivery: Pick<Row<'deliveries'>, 'case_id' | 'queued_at'>): Promise<boolean> =>
  (await trx
    .selectFrom('events')
    .select('id')
    .where('case_id', '=', delivery.case_id)
    .where('name', '=', 'approval.held-off')
    .where('at', '>=', new Date(delivery.queued_at.getTime() - SAME_DEED_MS))
    .where('at', '<=', new Date(delivery.queued_at.getTime() + SAME_DEED_MS))
    .executeTakeFirst()) !== undefined

/** Words of an outreach: the delivery has the id of the person that they are for. */
const isOutreach = async (trx: Trx, key: string): Promise<boolean> =>
  (await trx.selectFrom('outreach_people').select('id').where('id', '=', key).executeTakeFirst()) !== undefined

const spokenId = (key: string): string => `said-${key}`
/** The act that posted what other words now stand in the place of. */
const actOfPost = (externalId: string): string => spokenId(externalId.replace(/^own-/, ''))

const deliveryOf = (trx: Trx, { key }: Entry) =>
  trx
    .selectFrom('deliveries as d')
    .leftJoin('approvals as p', 'p.id', 'd.approval_id')
    .select(['d.member_id', 'd.case_id', 'd.queued_at', 'p.approvers'])
    .where('d.id', '=', key)
    .executeTakeFirst()

/** What left as the story hears it: who wrote it, and who agreed to it before it went out (V1, V2). */
const spokenAct = async (trx: Trx, entry: Of<'answer' | 'statement'>, story: Scenario): Promise<Act> => {
  const delivery = await deliveryOf(trx, entry)
  const approvedBy = delivery?.approvers?.at(-1)
  const shared = { id: spokenId(entry.key), at: entry.at, by: delivery?.member_id ?? null, text: entry.text }
  if (entry.kind === 'statement')
    return {
      ...{ ...shared, kind: 'statement' },
      ...(approvedBy !== undefined && { approvedBy }),
      ...(entry.replaces !== undefined && { updates: actOfPost(entry.replaces) }),
    }
  const to = personAt(story, entry.to)?.id ?? entry.to
  if (await isOutreach(trx, entry.key)) return { ...shared, kind: 'contact', people: [to] }
  const holding = delivery !== undefined && (await wasHolding(trx, delivery))
  return {
    ...{ ...shared, kind: 'reply', to, audience: entry.audience },
    ...(entry.parentId !== undefined && { messageId: entry.parentId }),
    ...(approvedBy !== undefined && { approvedBy }),
    ...(holding && { holding }),
  }
}

/** A message that the desk had hidden, by whom it was asked, and what it said (D1). */
const hidingAct = async (trx: Trx, { key, at, messageId, cause }: Of<'hidden'>): Promise<Act> => {
  const hidden = await trx
    .selectFrom('messages as m')
    .innerJoin('removals as r', 'r.message_id', 'm.id')
    .leftJoin('authors as a', 'a.id', 'm.author_id')
    .select(['m.text', 'r.asked_by', 'a.external_id'])
    .where('m.external_id', '=', messageId)
    .orderBy('r.asked_at', 'desc')
    .executeTakeFirst()
  const { text = '', asked_by: by = null, external_id: person = null } = hidden ?? {}
  return { id: spokenId(key), at, by, kind: 'hide', messageId, person, cause, text }
}

/** What the brand did on the account, each as the story hears it. */
export const spokenActs = async (trx: Trx, entries: readonly Entry[], story: Scenario): Promise<Act[]> => {
  const acts: Act[] = []
  for (const entry of entries)
    acts.push(entry.kind === 'hidden' ? await hidingAct(trx, entry) : await spokenAct(trx, entry, story))
  return acts
}
