import { DAY_MS, type Instant } from '#core/time.ts'

export const VOUCHER_KINDS = ['next-order', 'referral'] as const
export type VoucherKind = (typeof VOUCHER_KINDS)[number]

/** What the brand settles about its vouchers; null: as much as the charter's gestures allow. */
export type VoucherRules = {
  readonly perCustomerCents: number | null
  readonly perYearCents: number | null
  readonly validDays: number
}

export const USUAL_RULES: VoucherRules = { perCustomerCents: null, perYearCents: null, validDays: 180 }

export type Voucher = {
  readonly amountCents: number
  readonly issuedAt: Instant
  readonly validUntil: Instant
  readonly redeemedAt: Instant | null
  readonly voidedAt: Instant | null
}

export type VoucherState = 'open' | 'redeemed' | 'void' | 'expired'

export const stateOf = ({ redeemedAt, voidedAt, validUntil }: Voucher, now: Instant): VoucherState => {
  if (voidedAt !== null) return 'void'
  if (redeemedAt !== null) return 'redeemed'
  return now >= validUntil ? 'expired' : 'open'
}

const YEAR_MS = 365 * DAY_MS

/** What vouchers weigh over twelve months: a void one nothing, one that was never used neither once it has expired. */
export const weighed = (vouchers: readonly Voucher[], now: Instant): number =>
  vouchers
    .filter((one) => one.issuedAt > now - YEAR_MS && ['open', 'redeemed'].includes(stateOf(one, now)))
    .reduce((sum, { amountCents }) => sum + amountCents, 0)

export type VoucherObstacle = 'customer-cap' | 'brand-cap'

/** Whether one more voucher stays within what the brand gives one customer, and all of them, over twelve months (C5, G8). */
export const whyNoVoucher = (asked: {
  readonly amountCents: number
  readonly ofCustomer: readonly Voucher[]
  readonly ofBrandCents: number
  readonly rules: VoucherRules
  readonly now: Instant
}): VoucherObstacle | null => {
  const { amountCents, ofCustomer, ofBrandCents, rules, now } = asked
  const { perCustomerCents, perYearCents } = rules
  if (perCustomerCents !== null && weighed(ofCustomer, now) + amountCents > perCustomerCents) return 'customer-cap'
  return perYearCents !== null && ofBrandCents + amountCents > perYearCents ? 'brand-cap' : null
}

/** Whether a voucher may be used now; used twice, void or too old it may not. */
export const whyNotRedeemed = (voucher: Voucher, now: Instant): Exclude<VoucherState, 'open'> | null => {
  const state = stateOf(voucher, now)
  return state === 'open' ? null : state
}

/** Letters and figures that nobody mistakes for one another when they are read out on the telephone. */
const ALPHABET = 'ACDEFGHJKLMNPQRTUVWXY34679'

/** A code out of twelve bytes of chance: `ABCD-EFGH-JKLM`, in about 56 bits, so that none is guessed. */
export const voucherCode = (bytes: Uint8Array): string =>
  Array.from({ length: 12 }, (_, at) => ALPHABET[(bytes[at] ?? 0) % ALPHABET.length])
    .join('')
    .replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3')

/** The code as it was given, however it is typed in again. */
export const readCode = (typed: string): string | null => {
  const letters = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  return letters.length === 12 ? letters.replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3') : null
}
