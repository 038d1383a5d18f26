import type { WaitReason } from '#core/approval/why-it-waits.ts'
import type { Finding } from '#core/guard/finding.ts'
import type { Instant } from '#core/time.ts'

/** What was said of words that may leave, kept beside them: by the guard, and by the charter on who must read them. */
export interface GuardRead {
  findings: Finding[]
  reasons: WaitReason[]
  checkedAt: Instant
}
