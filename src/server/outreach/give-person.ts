import { approversNeeded, type WaitReason, whyItWaits } from '#core/approval/why-it-waits.ts'
import { checkDraft } from '#core/guard/check-draft.ts'
import type { Finding } from '#core/guard/finding.ts'
import type { NoWay } from '#core/outreach/choose-way.ts'
import { knownWay } from '#server/actions/ask-private-way.ts'
import { readWithGuard } from '#server/actions/read-with-guard.ts'
import { approvalPolicyOf } from '#server/approvals/policy.ts'
import type { Row, RowChange } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { holdReply } from '#server/deliveries/hold-reply.ts'
import { refuseWay } from '#server/deliveries/refuse-way.ts'
import { type Desk, isRefused } from '#server/desk.ts'
import { hasObjected } from '#server/queries/affected.ts'
import { guardFirstWords } from './guard-first-words.ts'
import { openMail } from './open-mail.ts'

/** `later`: the account cannot speak now, and the person waits with it. */
export type Given = 'given' | 'left-out' | 'later'

const change = async (trx: Trx, person: Row<'outreach_people'>, to: RowChange<'outreach_people'>): Promise<void> => {
  await trx.updateTable('outreach_people').set(to).where('id', '=', person.id).execute()
}

/** The charter may want more readers now, or for what this person wrote since, than have read the list (V1). */
const isReadBy = ({ approved_by: readers }: Row<'outreaches'>, reasons: readonly WaitReason[]): boolean =>
  readers.length >= approversNeeded(reasons)

/** The case in which these words are said: theirs, or the one that the mail opens. */
const caseFor = async (
  trx: Trx,
  desk: Desk,
  person: Row<'outreach_people'>,
  outreach: Row<'outreaches'>,
  account: Row<'channel_accounts'>,
): Promise<Row<'cases'> | undefined> => {
  if (person.case_id !== null)
    return trx.selectFrom('cases').selectAll().where('id', '=', person.case_id).forUpdate().executeTakeFirst()
  if (person.address === null) return undefined
  const { address, name, id: key } = person
  return openMail(trx, desk, account, { key, address, name, subject: outreach.subject, by: outreach.writer_id })
}

/** People close their messages, and windows end: what was possible when the list was made is asked again (P2). */
const whyShut = async (
  trx: Trx,
  desk: Desk,
  person: Row<'outreach_people'>,
  kase: Row<'cases'>,
  account: Row<'channel_accounts'>,
): Promise<NoWay | null> => {
  if (refuseWay(desk, kase, account, { accountId: account.id, audience: 'private' }) !== null)
    return 'no-private-messages'
  if (person.way === 'email') return null
  const { way } = await knownWay(desk, trx, kase, account)
  return way.can ? null : way.why
}

/** Words that would not leave open no exchange that stays empty: what holds them back, or null where nothing does. */
const holdsFirstWords = async (
  trx: Trx,
  desk: Desk,
  { case_id, text, name }: Row<'outreach_people'>,
  outreach: Row<'outreaches'>,
  account: Row<'channel_accounts'>,
  role: Row<'memberships'>['role'],
): Promise<Finding[] | null> => {
  if (case_id !== null || text === null) return null
  const findings = checkDraft((await guardFirstWords(desk, trx, account, outreach.incident_id))(text, name))
  const { id: accountId, connector } = account
  const said = { text, incoming: '', findings, role, accountId, connector, reach: null }
  const reasons = whyItWaits(await approvalPolicyOf(trx), said)
  return findings.some(({ severity }) => severity === 'block') || !isReadBy(outreach, reasons) ? findings : null
}

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
  const blocked = await holdsFirstWords(trx, desk, person, outreach, account, role)
  if (blocked !== null) {
    await change(trx, person, { state: 'held-back', findings: JSON.stringify(blocked) })
    return 'left-out'
  }
  const kase = await caseFor(trx, desk, person, outreach, account)
  if (kase === undefined) return 'later'
  const why = await whyShut(trx, desk, person, kase, account)
  if (why !== null) {
    await change(trx, person, { state: 'no-way', why_not: why })
    return 'left-out'
  }
  await change(trx, person, { case_id: kase.id })
  const words = { text, audience: 'private', role, writerId: outreach.writer_id } as const
  const read = await readWithGuard(desk, trx, kase, account, words)
  if (isRefused(read)) {
    await change(trx, person, { state: 'held-back', findings: JSON.stringify(read.data?.findings ?? []) })
    return 'left-out'
  }
  if (!isReadBy(outreach, read.reasons)) {
    await change(trx, person, { state: 'held-back', findings: JSON.stringify(read.findings) })
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
