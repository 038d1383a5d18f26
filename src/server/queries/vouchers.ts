import { sql } from 'kysely'
import { USUAL_RULES, type Voucher, type VoucherRules } from '#core/ambassador/voucher.ts'
import { DAY_MS } from '#core/time.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'

export type VoucherRow = Row<'vouchers'> & {
  how: 'redeemed' | 'void' | null
  ended_at: Date | null
  end_note: string | null
}

const YEAR_MS = 365 * DAY_MS

export const readVoucherRules = async (trx: Trx): Promise<VoucherRules> => {
  const row = await trx.selectFrom('voucher_rules').selectAll().executeTakeFirst()
  if (row === undefined) return USUAL_RULES
  return { perCustomerCents: row.per_customer_cents, perYearCents: row.per_year_cents, validDays: row.valid_days }
}

export const voucherOf = (row: VoucherRow): Voucher => ({
  amountCents: row.amount_cents,
  issuedAt: row.issued_at.getTime(),
  validUntil: row.valid_until.getTime(),
  redeemedAt: row.how === 'redeemed' ? (row.ended_at?.getTime() ?? null) : null,
  voidedAt: row.how === 'void' ? (row.ended_at?.getTime() ?? null) : null,
})

const vouchersWith = (trx: Trx) =>
  trx
    .selectFrom('vouchers as v')
    .leftJoin('voucher_ends as e', 'e.voucher_id', 'v.id')
    .selectAll('v')
    .select(['e.how', 'e.at as ended_at', 'e.note as end_note'])

/** The vouchers of these authors, newest first. */
export const vouchersOf = async (trx: Trx, authorIds: readonly string[]): Promise<VoucherRow[]> =>
  vouchersWith(trx)
    .where(sql<boolean>`v.author_id = any(${authorIds}::uuid[])`)
    .orderBy('v.issued_at', 'desc')
    .orderBy('v.id')
    .execute()

export const voucherByCode = (trx: Trx, code: string): Promise<VoucherRow | undefined> =>
  vouchersWith(trx).where('v.code', '=', code).executeTakeFirst()

/** What the brand's vouchers of twelve months weigh: neither void ones, nor those that nobody used in their time (G8). */
export const brandVoucherCents = async (trx: Trx, now: number): Promise<number> => {
  const { rows } = await sql<{ cents: string }>`
    select coalesce(sum(v.amount_cents), 0) as cents from vouchers v left join voucher_ends e on e.voucher_id = v.id
    where v.issued_at > ${new Date(now - YEAR_MS)} and (e.how = 'redeemed' or (e.how is null and v.valid_until > ${new Date(now)}))`.execute(
    trx,
  )
  return Number(rows[0]?.cents ?? 0)
}

/** What became of the brand's vouchers over twelve months. */
export const countVouchers = async (trx: Trx, now: number) => {
  const { rows } = await sql<{ issued: string; redeemed: string; voided: string; expired: string }>`
    select count(*) as issued, count(*) filter (where e.how = 'redeemed') as redeemed, count(*) filter (where e.how = 'void') as voided,
      count(*) filter (where e.how is null and v.valid_until <= ${new Date(now)}) as expired
    from vouchers v left join voucher_ends e on e.voucher_id = v.id where v.issued_at > ${new Date(now - YEAR_MS)}`.execute(
    trx,
  )
  const { issued = '0', redeemed = '0', voided = '0', expired = '0' } = rows[0] ?? {}
  return { issued: Number(issued), redeemed: Number(redeemed), voided: Number(voided), expired: Number(expired) }
}
