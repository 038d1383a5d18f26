import { z } from 'zod'
import { STEPS } from '#core/ambassador/journey.ts'
import { VOUCHER_KINDS } from '#core/ambassador/voucher.ts'
import { route } from './route.ts'
import { done, id, instant, nothing } from './shapes.ts'

const cents = z.number().int().min(1).max(100_000_000)
const words = (most: number) => z.string().trim().min(1).max(most)
const step = z.enum(STEPS)

const voucherShape = z.object({
  id,
  code: z.string(),
  kind: z.enum(VOUCHER_KINDS),
  amountCents: z.number(),
  issuedAt: instant,
  validUntil: instant,
  state: z.enum(['open', 'redeemed', 'void', 'expired']),
  endNote: z.string().nullable(),
})

const personShape = z.object({
  key: id,
  name: z.string(),
  accounts: z.array(z.object({ handle: z.string(), network: z.string() })),
  reached: step,
  /** A step without a line was not made: each has what proves it. */
  proofs: z.array(
    z.object({
      step,
      kind: z.enum(['message', 'fact', 'voucher']),
      id,
      at: instant,
      caseId: id.nullable(),
      caseNumber: z.number().nullable(),
    }),
  ),
  due: z.object({ do: z.enum(['answer', 'settle', 'thank', 'follow-up', 'nothing']), dueAt: instant.nullable() }),
  caseId: id.nullable(),
  caseNumber: z.number().nullable(),
  /** Once it is settled, and not before (G8). */
  mayOfferGesture: z.boolean(),
  vouchers: z.array(voucherShape),
})

const rulesShape = z.object({
  perCustomerCents: cents.nullable(),
  perYearCents: cents.nullable(),
  validDays: z.number().int().min(1).max(730),
})

/** From detractor to ambassador: where each customer is, by dated proof, and the vouchers (C5, G8). */
export const ambassadorRoutes = {
  readAmbassadors: route({
    method: 'GET',
    path: '/ambassadors',
    scope: 'workspace',
    permission: 'inbox.read',
    summary:
      'Who complained, was heard, has it settled, was thanked and recommends us, each step with its proof, and what is due next.',
    input: nothing,
    output: z.object({
      /** So many of the latest affairs are looked at. */
      lookedAt: z.number(),
      steps: z.array(z.object({ step, people: z.number() })),
      people: z.array(personShape),
      more: z.number(),
      vouchers: z.object({
        issued: z.number(),
        redeemed: z.number(),
        voided: z.number(),
        expired: z.number(),
        rules: rulesShape,
      }),
    }),
  }),
  issueVoucher: route({
    method: 'POST',
    path: '/cases/:id/vouchers',
    scope: 'workspace',
    permission: 'case.work',
    summary:
      'Gives a voucher once the case is settled, within the charter and the caps of the brand; never against a review.',
    input: z.strictObject({ id, kind: z.enum(VOUCHER_KINDS), amountCents: cents, reason: words(500) }),
    output: z.object({ id, code: z.string(), validUntil: instant }),
  }),
  redeemVoucher: route({
    method: 'POST',
    path: '/voucher-uses',
    scope: 'workspace',
    permission: 'case.work',
    summary: 'Enters that a voucher was used, on which order.',
    input: z.strictObject({ code: words(40), note: words(200) }),
    output: z.object({ amountCents: z.number(), caseId: id }),
  }),
  importVoucherUses: route({
    method: 'POST',
    path: '/voucher-uses/file',
    scope: 'workspace',
    permission: 'case.work',
    summary:
      'Enters the vouchers that a CSV file says were used (code, order); each line is entered or given back with its reason.',
    input: z.strictObject({ content: z.base64().max(900_000) }),
    output: z.object({
      entered: z.number(),
      refused: z.array(z.object({ line: z.number(), raw: z.string(), why: z.string() })),
    }),
  }),
  voidVoucher: route({
    method: 'POST',
    path: '/vouchers/:id/void',
    scope: 'workspace',
    permission: 'case.work',
    summary: 'Takes a voucher back, with the reason; the ledger keeps both.',
    input: z.strictObject({ id, reason: words(500) }),
    output: done,
  }),
  changeVoucherRules: route({
    method: 'PUT',
    path: '/voucher-rules',
    scope: 'workspace',
    permission: 'settings.write',
    summary:
      'Settles what is given in vouchers to one customer and to all over twelve months, and how long they are valid.',
    input: rulesShape.strict(),
    output: done,
  }),
}
export type AmbassadorsView = z.output<typeof ambassadorRoutes.readAmbassadors.output>
