import type { z } from 'zod'
import type { approvalShape } from '#contract/approval-shape.ts'
import { accounts, idOf, people, rowOf } from './mock-data.ts'
import type { MockAnswers } from './mock-desk.ts'

type Approval = z.input<typeof approvalShape>

const MINUTE = 60_000
const done = { done: true as const }

const approval = (n: number, place: number, now: number, more: Partial<Approval> = {}): Approval => {
  const text = 'Bonjour, je suis désolé de cette attente. Écrivez-nous en message privé, je regarde votre commande. Tom'
  return {
    ...{ id: idOf(20, n * 10 + place), caseId: idOf(3, n), accountId: rowOf(n, now).accountId, audience: 'public' },
    ...{ state: 'waiting', writer: people.tom, askedText: text, text, wording: 1, reasons: [{ kind: 'trainee' }] },
    ...{ needed: 1, given: [], askedOf: [people.julien, people.aicha], askedAt: now - 98 * MINUTE },
    ...{ countedFrom: now - 98 * MINUTE, dueAt: now + 22 * MINUTE, owed: true, holdingOffered: false },
    ...{ returnReason: null, decidedBy: null, decidedAt: null },
    ...more,
  }
}

const press = (now: number): Approval =>
  approval(2, 1, now, {
    writer: people.julien,
    askedText: 'Bonjour Camille, cet accident nous désole. Nous remboursons 45 € demain. Julien',
    text: 'Bonjour Camille, cet accident nous désole. Écrivez-nous en message privé. Julien',
    ...{ wording: 2, needed: 2, given: [people.sarah], askedOf: [people.sarah, people.aicha], holdingOffered: true },
    reasons: [
      { kind: 'subject', name: 'Accidents', approvers: 2 },
      { kind: 'amount', cents: 4_500, percent: null, aboveCents: 2_000 },
      { kind: 'contested', rule: 'A4', words: '{Jardins}', reason: 'C’est le nom de notre atelier.' },
    ],
    dueAt: now + 9 * MINUTE,
  })

const late = (now: number): Approval =>
  approval(4, 1, now, {
    text: 'Bonjour Omar, merci à vous. Envoyez-nous votre numéro de téléphone ici. Aïcha',
    askedText: 'Bonjour Omar, merci à vous. Envoyez-nous votre numéro de téléphone ici. Aïcha',
    reasons: [{ kind: 'reach', followers: 84_000, above: 50_000 }, { kind: 'account' }],
    ...{ dueAt: now - 6 * MINUTE, holdingOffered: true },
  })

const waiting = (now: number): Approval[] => [late(now), press(now), approval(0, 1, now)]

/** What the thread of a case shows of validation: one that waits, and one that came back. */
export const approvalsOf = (n: number, now: number): Approval[] => {
  if (n === 8) return [approval(8, 1, now, { writer: people.aicha, reasons: [{ kind: 'wished' }] })]
  if (n !== 9) return []
  const back = { state: 'returned' as const, returnReason: 'Plus court, et sans « hélas ».', decidedBy: people.julien }
  return [approval(9, 1, now, { ...back, writer: people.aicha, decidedAt: now - MINUTE })]
}

export const makeApprovalAnswers = (): Pick<
  MockAnswers,
  | 'askApproval'
  | 'listApprovals'
  | 'readApproval'
  | 'approveReply'
  | 'returnReply'
  | 'withdrawApproval'
  | 'readHolding'
  | 'sendHolding'
> => {
  const decided = new Set<string>()
  const open = () => waiting(Date.now()).filter(({ id }) => !decided.has(id))
  const decide = (id: string) => {
    decided.add(id)
  }
  return {
    askApproval: ({ text }) => approval(8, 2, Date.now(), { text, askedText: text }),
    listApprovals: () => ({
      approvals: open().map((one, i) => {
        const row = rowOf(Number.parseInt(one.caseId.slice(-12), 16), Date.now())
        return { ...one, caseNumber: 400 + i, authorName: row.author.displayName, excerpt: row.excerpt, leavesAt: null }
      }),
    }),
    readApproval: ({ id }) => {
      const now = Date.now()
      const found = waiting(now).find((one) => one.id === id) ?? press(now)
      return { ...found, movedOn: found.needed === 2, leavesAt: found.needed === 2 ? now + 5 * 3_600_000 : null }
    },
    approveReply: ({ id }) => {
      decide(id)
      return { status: 'approved', given: 1, needed: 1 }
    },
    returnReply: ({ id }) => {
      decide(id)
      return done
    },
    withdrawApproval: () => ({ text: 'Bonjour, votre bouquet repart demain matin.', audience: 'public' }),
    readHolding: () => ({ text: 'Bonjour Camille, je viens de lire votre message. Je reviens vers vous ici. Aïcha' }),
    sendHolding: ({ id, deliveryId, text }) => ({
      ...{
        id: deliveryId,
        caseId: idOf(3, 2),
        accountId: accounts[0]?.id ?? id,
        audience: 'public',
        text,
        state: 'held',
      },
      ...{ readyAt: Date.now() + 8_000, queuedAt: Date.now(), attempt: 0, nextTryAt: null, reason: null, detail: null },
      ...{ permalink: null, by: people.aicha },
    }),
  }
}
