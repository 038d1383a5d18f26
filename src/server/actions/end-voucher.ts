import { type RefusedUse, readUses } from '#core/ambassador/read-uses.ts'
import { readCode, whyNotRedeemed } from '#core/ambassador/voucher.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused, NOT_FOUND, type Refused } from '#server/desk.ts'
import { type VoucherRow, voucherByCode, voucherOf } from '#server/queries/vouchers.ts'

type How = 'redeemed' | 'void'

const endVoucher = async (
  desk: Desk,
  trx: Trx,
  actor: Actor,
  row: VoucherRow,
  how: How,
  note: string,
): Promise<Refused | null> => {
  const at = desk.now()
  const { numInsertedOrUpdatedRows: ended } = await trx
    .insertInto('voucher_ends')
    .values({
      ...{ voucher_id: row.id, workspace_id: row.workspace_id, how, note },
      member_id: actor.memberId,
      at: new Date(at),
    })
    .onConflict((c) => c.column('voucher_id').doNothing())
    .executeTakeFirstOrThrow()
  if (ended !== 1n) return { refused: 'voucher-redeemed' }
  await recordEvents(trx, row.workspace_id, [
    {
      ...{
        name: how === 'void' ? 'voucher.voided' : 'voucher.redeemed',
        at,
        memberId: actor.memberId,
        caseId: row.case_id,
      },
      data: { voucherId: row.id, amountCents: row.amount_cents },
    },
  ])
  return null
}

const enterUse = async (
  desk: Desk,
  trx: Trx,
  actor: Actor,
  code: string,
  note: string,
): Promise<Refused | VoucherRow> => {
  const row = await voucherByCode(trx, code)
  if (row === undefined) return { refused: 'voucher-unknown' }
  const why = whyNotRedeemed(voucherOf(row), desk.now())
  if (why !== null) return { refused: `voucher-${why}` }
  return (await endVoucher(desk, trx, actor, row, 'redeemed', note)) ?? row
}

/** A voucher was used on an order: once, while it is valid (C5). */
export const redeemVoucher = (desk: Desk, actor: Actor, { code, note }: { code: string; note: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const known = readCode(code)
    if (known === null) return { refused: 'voucher-unknown' } satisfies Refused
    const used = await enterUse(desk, trx, actor, known, note)
    return isRefused(used) ? used : { amountCents: used.amount_cents, caseId: used.case_id }
  })

/** Takes a voucher back, with the reason, and its gesture with it: the ledger shows both (G8). */
export const voidVoucher = (desk: Desk, actor: Actor, { id, reason }: { id: string; reason: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const found = await trx.selectFrom('vouchers').select('code').where('id', '=', id).executeTakeFirst()
    const row = found && (await voucherByCode(trx, found.code))
    if (row === undefined) return NOT_FOUND
    const refused = await endVoucher(desk, trx, actor, row, 'void', reason)
    if (refused !== null) return refused
    await trx
      .insertInto('gesture_reversals')
      .values({
        ...{ id: desk.newId(), workspace_id: actor.workspaceId, gesture_id: row.gesture_id, reason },
        ...{ member_id: actor.memberId, reversed_at: new Date(desk.now()) },
      })
      .onConflict((c) => c.column('gesture_id').doNothing())
      .execute()
    return { done: true } as const
  })

/** What the shop says was used, as a file: each line is entered, or given back with its reason (T4). */
export const importVoucherUses = (desk: Desk, actor: Actor, { content }: { content: string }) => {
  const read = readUses(Buffer.from(content, 'base64'))
  if ('fault' in read) return Promise.resolve<Refused>({ refused: `file-${read.fault}` })
  return inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const refused: { line: number; raw: string; why: RefusedUse['why'] | string }[] = [...read.refused]
    let entered = 0
    for (const { line, raw, code, note } of read.uses) {
      const used = await enterUse(desk, trx, actor, code, note)
      if (isRefused(used)) refused.push({ line, raw, why: used.refused })
      else entered += 1
    }
    return { entered, refused: refused.toSorted((a, b) => a.line - b.line) }
  })
}
