import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { buysReview } from '#core/ambassador/bought-review.ts'
import { type VoucherKind, voucherCode, whyNoVoucher } from '#core/ambassador/voucher.ts'
import { DAY_MS } from '#core/time.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused, type Refused } from '#server/desk.ts'
import { brandVoucherCents, readVoucherRules, voucherOf, vouchersOf } from '#server/queries/vouchers.ts'
import { enterGesture } from './give-gesture.ts'

interface Issued {
  id: string
  kind: VoucherKind
  amountCents: number
  reason: string
}

/** Thrown so that a gesture which was entered for a voucher that may not be is not kept. */
class OverTheCap extends Error {
  readonly refused: Refused
  constructor(why: string) {
    super(why)
    this.refused = { refused: `voucher-${why}` }
  }
}

/** Two vouchers of one brand at the same moment count one after the other. */
const lockBrand = 1_986_620_318

/**
 * Gives a voucher for the next order, or for somebody close: a gesture with a code, after the settlement, within the charter and the brand's
 * own caps (C5, G8); never against a review (D2x).
 */
export const issueVoucher = (desk: Desk, actor: Actor, { id, kind, amountCents, reason }: Issued) => {
  if (buysReview(reason)) return Promise.resolve<Refused>({ refused: 'voucher-buys-a-review' })
  return inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    await sql`select pg_advisory_xact_lock(${lockBrand}::integer, hashtext(${actor.workspaceId}))`.execute(trx)
    const gesture = await enterGesture(desk, trx, actor, { id, kind: 'voucher', amountCents, reason })
    if (isRefused(gesture)) return gesture
    const now = desk.now()
    const rules = await readVoucherRules(trx)
    const ofCustomer = (await vouchersOf(trx, gesture.authors)).map(voucherOf)
    const why = whyNoVoucher({ amountCents, ofCustomer, ofBrandCents: await brandVoucherCents(trx, now), rules, now })
    if (why !== null) throw new OverTheCap(why)
    const voucher = {
      ...{ id: desk.newId(), workspace_id: actor.workspaceId, code: voucherCode(randomBytes(12)), kind },
      ...{ gesture_id: gesture.gestureId, case_id: id, author_id: gesture.row.author_id, amount_cents: amountCents },
      ...{ issued_by: actor.memberId, issued_at: new Date(now), valid_until: new Date(now + rules.validDays * DAY_MS) },
    }
    await trx.insertInto('vouchers').values(voucher).execute()
    await recordEvents(trx, actor.workspaceId, [
      {
        ...{ name: 'voucher.issued', at: now, memberId: actor.memberId, caseId: id },
        data: { voucherId: voucher.id, kind, amountCents },
      },
    ])
    return { id: voucher.id, code: voucher.code, validUntil: voucher.valid_until.getTime() }
  }).catch((error: unknown): Refused => {
    if (error instanceof OverTheCap) return error.refused
    throw error
  })
}
