import type { ClosingReason } from '#core/case/closing.ts'
import { type Actor, type Desk, isRefused, type Refused } from '#server/desk.ts'
import { assignCase } from './assign-case.ts'
import { labelCase } from './label-case.ts'
import { resolveCase } from './resolve-case.ts'
import { snoozeCase } from './snooze-case.ts'

type Change =
  | { kind: 'assign'; memberId: string | null }
  | { kind: 'label'; labelId: string; on: boolean }
  | { kind: 'snooze'; until: number }
  | { kind: 'resolve'; reason: ClosingReason; note?: string | undefined }

const changeOne = (desk: Desk, actor: Actor, id: string, change: Change): Promise<Refused | object> => {
  switch (change.kind) {
    case 'assign':
      return assignCase(desk, actor, { id, memberId: change.memberId, takeOver: true })
    case 'label':
      return labelCase(desk, actor, { id, labelId: change.labelId }, change.on)
    case 'snooze':
      return snoozeCase(desk, actor, { id, until: change.until })
    case 'resolve':
      return resolveCase(desk, actor, { id, reason: change.reason, note: change.note })
  }
}

/** One change on many cases. Each has its own transaction and answers for itself: one refusal holds back no other. */
export const changeCases = async (desk: Desk, actor: Actor, input: { cases: string[]; change: Change }) => {
  const results: { id: string; refused: string | null }[] = []
  for (const id of new Set(input.cases)) {
    const answer = await changeOne(desk, actor, id, input.change)
    results.push({ id, refused: isRefused(answer) ? answer.refused : null })
  }
  return { results }
}
