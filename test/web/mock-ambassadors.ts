import { idOf } from './mock-data.ts'
import type { MockAnswers } from './mock-desk.ts'

const DAY = 86_400_000
const done = { done: true as const }
const STEPS = ['complained', 'heard', 'settled', 'thanked', 'recommends'] as const

type Person = ReturnType<MockAnswers['readAmbassadors']>['people'][number]

const person = (n: number, name: string, made: number, now: number, more: Partial<Person>): Person => ({
  ...{ key: idOf(61, n), name, accounts: [{ handle: `${name.split(' ')[0]?.toLowerCase()}_44`, network: 'Pigeon' }] },
  reached: STEPS[made - 1] ?? 'complained',
  proofs: STEPS.slice(0, made).map((step, at) => ({
    ...{
      step,
      kind: step === 'settled' ? 'fact' : 'message',
      id: idOf(62, n * 10 + at),
      at: now - (12 - 2 * at) * DAY,
    },
    ...{ caseId: idOf(3, n), caseNumber: 410 + n },
  })),
  due: { do: 'nothing', dueAt: null },
  ...{ caseId: idOf(3, n), caseNumber: 410 + n, mayOfferGesture: made >= 3, vouchers: [] },
  ...more,
})

/** Four customers, each on another step of the way; one has a voucher in use. */
export const ambassadorAnswers = {
  readAmbassadors: () => {
    const now = Date.now()
    const voucher = {
      ...{
        id: idOf(63, 1),
        code: 'ACDE-FGHJ-KLMN',
        kind: 'referral' as const,
        amountCents: 1_000,
        issuedAt: now - DAY,
      },
      ...{ validUntil: now + 90 * DAY, state: 'open' as const, endNote: null },
    } as const
    return {
      lookedAt: 300,
      steps: STEPS.map((step, at) => ({ step, people: [3, 5, 2, 4, 1][at] ?? 0 })),
      people: [
        person(1, 'Noé Faure', 1, now, { due: { do: 'answer', dueAt: now - DAY / 12 } }),
        person(2, 'Inès Bouvier', 3, now, { due: { do: 'thank', dueAt: now + DAY } }),
        person(3, 'Lucas Petit', 4, now, { due: { do: 'follow-up', dueAt: now + 9 * DAY }, vouchers: [voucher] }),
        person(4, 'Camille Roux', 5, now, {}),
      ],
      more: 11,
      vouchers: {
        ...{ issued: 6, redeemed: 2, voided: 1, expired: 0 },
        rules: { perCustomerCents: 2_000, perYearCents: null, validDays: 180 },
      },
    }
  },
  issueVoucher: () => ({ id: idOf(63, 2), code: 'PQRT-UVWX-Y346', validUntil: Date.now() + 180 * DAY }),
  redeemVoucher: () => ({ amountCents: 1_000, caseId: idOf(3, 1) }),
  importVoucherUses: () => ({ entered: 2, refused: [{ line: 3, raw: 'XXX;4', why: 'not-a-code' }] }),
  voidVoucher: () => done,
  changeVoucherRules: () => done,
} satisfies Partial<MockAnswers>
