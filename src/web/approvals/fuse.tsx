import type { ApprovalView } from '#contract/approval-shape.ts'
import { useNow } from '../clock.ts'
import { type RowFuse, rowFuse } from '../inbox/fuse.ts'

type Timed = Pick<ApprovalView, 'dueAt' | 'countedFrom'>

/** The fuse of a request burns from the asking, or from the last holding answer, to the customer's deadline. */
export const fuseOf = ({ dueAt, countedFrom }: Timed, now: number): RowFuse =>
  rowFuse({ dueAt, promisedMs: Math.max(1, dueAt - countedFrom) }, now) ?? { state: 'calm', share: 1, minutes: 0 }

export function Fuse({ approval }: { approval: Timed }) {
  const { state, share } = fuseOf(approval, useNow())
  return (
    <span className={`request-fuse ${state}`} aria-hidden="true">
      <i style={{ height: state === 'late' ? '100%' : `${Math.max(4, share * 100)}%` }} />
    </span>
  )
}
