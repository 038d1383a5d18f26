import type { VoucherKind } from '#core/ambassador/voucher.ts'
import type { At, Maybe } from './column.ts'

export interface VoucherRulesTable {
  workspace_id: string
  per_customer_cents: Maybe<number>
  per_year_cents: Maybe<number>
  valid_days: number
  changed_by: string
  changed_at: At
}

export interface Vouchers {
  id: string
  workspace_id: string
  code: string
  kind: VoucherKind
  gesture_id: string
  case_id: string
  author_id: string
  amount_cents: number
  issued_by: string
  issued_at: At
  valid_until: At
}

export interface VoucherEnds {
  voucher_id: string
  workspace_id: string
  how: 'redeemed' | 'void'
  note: string
  member_id: string
  at: At
}
