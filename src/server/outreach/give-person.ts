import { knownWay } from '#server/actions/ask-private-way.ts'
import { readWithGuard } from '#server/actions/read-with-guard.ts'
import type { Row, RowChange } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { holdReply } from '#server/deliveries/hold-reply.ts'
import { refuseWay } from '#server/deliveries/refuse-way.ts'
import { type Desk, isRefused } from '#server/desk.ts'
import { hasObjected } from '#server/queries/affected.ts'

/** `later`: the account cannot speak now, and the person waits with it. */
export type Given = 'given' | 'left-out' | 'later'

const change = async (trx: Trx, person: Row<'outreach_people'>, to: RowChange<'outreach_people'>): Promise<void> => {
  await trx.updateTable('outreach_people').set(to).where('id', '=', person.id).execute()
}

/** People close their messages, and windows end: what was possible when the list was made is asked again (P2). */
const isStillOpen = async (
  trx: Trx,
  desk: Desk,
  person: Row<'outreach_people'>,
  kase: Row<'cases'>,
  account: Row<'channel_accounts'>,
) => person.way === 'email' || (await knownWay(desk, trx, kase, account)).way.can

/**
 * Gives one person's words to the delivery, in one transaction with what becomes of the person: the delivery has the person's own id, so
 * that a crash before or after leaves one message or none yet, and never two (A1, C2). The guard reads them once more on today's facts.
 */
export const givePerson = async (
  trx: Trx,
  desk: Desk,
  outreach: Row<'outreaches'>,
  person: Row<'outreach_people'>,
  account: Row<'channel_accounts'>,
  role: Row<'memberships'>['role'],
): Promise<Given> => {
  const { text } = person
  if (text === null) return 'later'
  if (await hasObjected(trx, person)) {
    await change(trx, person, { state: 'opted-out', why_not: 'opted-out' })
    return 'left-out'
  }
  if (account.state !== 'connected' || account.disconnected_at !== null) return 'later'
  const kase = await trx.selectFrom('cases').selectAll().where('id', '=', person.case_id).forUpdate().executeTakeFirst()
  if (kase === undefined) return 'later'
  const shut = refuseWay(desk, kase, account, { accountId: account.id, audience: 'private' })
  if (shut !== null || !(await isStillOpen(trx, desk, person, kase, account))) {
    await change(trx, person, { state: 'no-way', why_not: 'window-expired' })
    return 'left-out'
  }
  await change(trx, person, { case_id: kase.id })
  const words = { text, audience: 'private', role, writerId: outreach.writer_id } as const
  const read = await readWithGuard(desk, trx, kase, account, words)
  if (isRefused(read)) {
    await change(trx, person, { state: 'held-back', findings: JSON.stringify(read.data?.findings ?? []) })
    return 'left-out'
  }
  await change(trx, person, { state: 'given', given_at: new Date(desk.now()), case_id: kase.id })
  await holdReply(
    trx,
    desk,
    kase,
    {
      ...{ deliveryId: person.id, audience: 'private', text, writerId: outreach.writer_id, approvedBy: null },
      ...(person.way === 'email' && { target: { optOut: true } }),
    },
    read,
  )
  return 'given'
}
