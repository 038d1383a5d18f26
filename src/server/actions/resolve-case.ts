import type { ClosingReason } from '#core/case/closing.ts'
import { changeCase } from '#server/cases/change-case.ts'
import type { Actor, Desk } from '#server/desk.ts'

interface Resolution {
  id: string
  reason?: ClosingReason | undefined
  note?: string | undefined
}

/** Closes a case. While someone waits for an answer it needs a reason, and the reason is counted (A1, D1). */
export const resolveCase = (desk: Desk, actor: Actor, { id, reason, note }: Resolution) =>
  changeCase(desk, actor, id, {
    kind: 'resolve',
    reason: reason ?? 'answered',
    ...(note === undefined ? {} : { note }),
  })

/** Opens a closed case again: what was set aside waits again with its old deadline. */
export const reopenCase = (desk: Desk, actor: Actor, { id }: { id: string }) =>
  changeCase(desk, actor, id, { kind: 'reopen' })
