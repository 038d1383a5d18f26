import { randomUUID } from 'node:crypto'
import { NOTHING_MATCHES } from '#core/crisis/matching.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Mention } from './mention.ts'
import type { TestWorkspace } from './workspace.ts'

/** The ids of an outreach and a voucher, as a test that tries them elsewhere needs them. */
export const crisisIds = () => ({ voucherId: randomUUID(), outreachId: randomUUID(), importId: randomUUID() })

/** What each verb of theirs must be sent to be read at all. */
export const crisisBodies = {
  issueVoucher: { kind: 'referral', amountCents: 100, reason: 'x' },
  voidVoucher: { reason: 'x' },
  importOrders: { name: 'x.csv', content: Buffer.from('order\n1').toString('base64') },
  prepareOutreach: {
    ...{ language: 'fr', subject: 'x', template: 'x', withWriters: false, fact: null, perMinute: 1 },
  },
  moveOutreach: { step: 'withdraw' },
  readOutreachWords: { verdict: 'return', reason: 'x' },
}

export const crisisTables = [
  'vouchers',
  'order_imports',
  'affected_orders',
  'rejected_lines',
  'outreaches',
  'outreach_people',
]

interface Filled {
  here: { workspace_id: string }
  at: Date
  words: string
  members: TestWorkspace['members']
  mention: Mention
  ids: ReturnType<typeof crisisIds> & { incidentId: string; gestureId: string }
}

/** An incident with all that hangs on it, an outreach, and a voucher, in a brand that has a gesture. */
export const fillCrisis = async (trx: Trx, { here, at, words, members, mention, ids }: Filled): Promise<void> => {
  const matching = { ...NOTHING_MATCHES, words: [words] }
  const of = { ...here, incident_id: ids.incidentId }
  await trx
    .insertInto('incidents')
    .values({
      ...{ ...here, id: ids.incidentId, title: words, level: 2, matching: JSON.stringify(matching), since_at: at },
      ...{ declared_by: members.sarah, declared_at: at },
    })
    .execute()
  await trx
    .insertInto('incident_roles')
    .values({ ...of, id: randomUUID(), role: 'pilot', member_id: members.sarah, given_at: at, taken_at: at })
    .execute()
  const { conversationId, messageId } = mention
  await trx
    .insertInto('incident_mentions')
    .values({ ...of, message_id: messageId, conversation_id: conversationId, sent_at: at, linked_at: at })
    .execute()
  const line = { line_id: randomUUID(), state: 'forbidden' as const, says: words, words: [words] }
  await trx
    .insertInto('may_say')
    .values({ ...of, ...line, id: randomUUID(), member_id: members.sarah, said_at: at })
    .execute()
  await trx
    .insertInto('incident_log')
    .values({ ...of, id: randomUUID(), at, name: 'incident.decided', member_id: members.sarah, words })
    .execute()
  const { author_id } = await trx.selectFrom('cases').select('author_id').executeTakeFirstOrThrow()
  await trx
    .insertInto('vouchers')
    .values({
      ...{
        ...here,
        id: ids.voucherId,
        code: 'ACDE-FGHJ-KLMN',
        kind: 'referral',
        gesture_id: ids.gestureId,
        author_id,
      },
      ...{ case_id: mention.caseId, amount_cents: 100, issued_by: members.aicha, issued_at: at },
      valid_until: new Date(at.getTime() + 86_400_000),
    })
    .execute()
  await trx
    .insertInto('order_imports')
    .values({
      ...{
        ...of,
        id: ids.importId,
        name: words,
        sha256: Buffer.alloc(32),
        encoding: 'utf-8',
        separator: ';',
        header: words,
      },
      ...{ ignored: [words], imported_by: members.sarah, imported_at: at },
    })
    .execute()
  const lines = { ...here, import_id: ids.importId }
  await trx
    .insertInto('affected_orders')
    .values({ ...lines, line: 2, order_number: words })
    .execute()
  await trx
    .insertInto('rejected_lines')
    .values({ ...lines, line: 3, raw: words, faults: '[]' })
    .execute()
  await trx
    .insertInto('outreaches')
    .values({
      ...{
        ...of,
        id: ids.outreachId,
        language: 'fr',
        subject: words,
        template: words,
        with_writers: false,
        per_minute: 1,
      },
      ...{
        state: 'draft',
        writer_id: members.aicha,
        readers_needed: 1,
        approved_by: [],
        created_at: at,
        looked_at: at,
      },
    })
    .execute()
  await trx
    .insertInto('outreach_people')
    .values({
      ...{ ...here, id: randomUUID(), outreach_id: ids.outreachId, place: 1, name: words, orders: [words] },
      ...{ sources: ['order'], emails: [], author_ids: [], customer_ids: [], why_not: 'no-address', missing: [] },
      state: 'no-way',
    })
    .execute()
}
