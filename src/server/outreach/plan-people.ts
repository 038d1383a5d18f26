import { type WaitReason, whyItWaits } from '#core/approval/why-it-waits.ts'
import { checkDraft } from '#core/guard/check-draft.ts'
import type { Finding } from '#core/guard/finding.ts'
import { chooseWay, isOptedOut } from '#core/outreach/choose-way.ts'
import { type Filled, fillMessage } from '#core/outreach/fill-message.ts'
import type { AffectedPerson } from '#core/outreach/join-people.ts'
import { withOptOut } from '#core/outreach/opt-out.ts'
import { guardInputFor } from '#server/actions/guard-input-for.ts'
import { approvalPolicyOf } from '#server/approvals/policy.ts'
import type { NewRow, Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { readObjections } from '#server/queries/affected.ts'
import { mailAccountOf } from '#server/queries/mail-account.ts'
import { guardFirstWords } from './guard-first-words.ts'
import { readConversations, type Spoken } from './known-conversations.ts'

export type Planned = Omit<NewRow<'outreach_people'>, 'id' | 'workspace_id' | 'outreach_id' | 'place'>

export interface Plan {
  people: Planned[]
  /** Why the charter wants these words read, over all of them. */
  reasons: WaitReason[]
  /** People above whom the charter wants two readers. */
  manyAbove: number
}

type Words = Pick<Row<'outreaches'>, 'template' | 'language'> & { incidentId: string }

interface Placed {
  account: Row<'channel_accounts'>
  spoken: Spoken | undefined
}

const isReadyToLeave = (findings: readonly Finding[]) => !findings.some(({ severity }) => severity === 'block')

const whoOf = ({ name, firstName, orders, sources, emails, authorIds, customerIds }: AffectedPerson) => ({
  ...{ name, first_name: firstName, orders: [...orders], sources: [...sources], emails: [...emails] },
  ...{ author_ids: [...authorIds], customer_ids: [...customerIds] },
})

const fillFor = (words: Words, { firstName, orders, solution, day }: AffectedPerson): Filled =>
  fillMessage(words.template, { firstName, orders, solution, day, language: words.language })

/**
 * The list as it will be told: for each person the way to them, or that there is none; the words for them, or what they lack; and what the
 * guard says of these very words to this very person (C2, P2, A4, G1 to G4).
 */
export const planPeople = async (
  desk: Desk,
  trx: Trx,
  affected: readonly AffectedPerson[],
  words: Words,
): Promise<Plan> => {
  const conversations = await readConversations(
    desk,
    trx,
    affected.flatMap(({ authorIds }) => authorIds),
  )
  const objections = await readObjections(trx)
  const mail = await mailAccountOf(desk, trx)
  const policy = await approvalPolicyOf(trx)
  const firstWords = mail && (await guardFirstWords(desk, trx, mail, words.incidentId))
  const reasons: WaitReason[] = []

  const read = async (text: string, person: AffectedPerson, { account, spoken }: Placed): Promise<Finding[]> => {
    const input =
      spoken === undefined
        ? firstWords?.(text, person.name)
        : await guardInputFor(desk, trx, spoken.kase, account, { text, audience: 'private' })
    if (input === undefined) return []
    const findings = checkDraft(input)
    const reply = { text, incoming: input.incoming, findings, accountId: account.id, connector: account.connector }
    reasons.push(...whyItWaits(policy, { ...reply, role: 'manager', reach: null }))
    return findings
  }

  const planOne = async (person: AffectedPerson): Promise<Planned> => {
    const who = whoOf(person)
    const spoken = person.authorIds.flatMap((id) => conversations.get(id) ?? [])
    const way = chooseWay({
      ...{ emails: person.emails, conversations: spoken.map(({ known }) => known), mailAccountId: mail?.id ?? null },
      optedOut: isOptedOut(person, objections),
    })
    if (way.kind === 'none')
      return { ...who, missing: [], why_not: way.why, state: way.why === 'opted-out' ? 'opted-out' : 'no-way' }
    const filled = fillFor(words, person)
    const placed = { ...who, way: way.kind, account_id: way.accountId }
    const road = way.kind === 'email' ? { ...placed, address: way.address } : { ...placed, case_id: way.caseId }
    if ('missing' in filled) return { ...road, missing: [...filled.missing], state: 'held-back' }
    const text = way.kind === 'email' ? withOptOut(filled.text, words.language) : filled.text
    const here = way.kind === 'email' ? undefined : spoken.find(({ kase }) => kase.id === way.caseId)
    const account = here?.account ?? mail
    if (account === undefined) return { ...who, missing: [], why_not: 'no-mail-account', state: 'no-way' }
    const findings = await read(text, person, { account, spoken: here })
    const state = isReadyToLeave(findings) ? 'planned' : 'held-back'
    return { ...road, missing: [], text, findings: JSON.stringify(findings), state }
  }

  const people: Planned[] = []
  for (const person of affected) people.push(await planOne(person))
  return { people, reasons, manyAbove: policy.manyAbove }
}
