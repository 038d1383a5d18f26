import type { ApprovalView } from '#contract/approval-shape.ts'
import { useApprovalWords } from './words.ts'

/** Why a reply came back, above the words that came back with it. */
export function Returned({ approval }: { approval: ApprovalView }) {
  const a = useApprovalWords()
  return (
    <div className="composer-notice" role="status">
      <p>{a.returnedBy(approval.decidedBy?.name ?? '')}</p>
      <blockquote dir="auto">{approval.returnReason}</blockquote>
    </div>
  )
}
