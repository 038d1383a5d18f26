import type { WaitReason } from '#core/approval/why-it-waits.ts'
import type { Finding } from '#core/guard/finding.ts'
import type { Instant } from '#core/time.ts'
import type { Role } from '#server/db/schema.ts'

/** What was said of words that may leave, kept beside them: by the guard, and by the charter on who must read them. */
export interface GuardRead {
  findings: Finding[]
  reasons: WaitReason[]
  /** Whose autonomy they were measured by. */
  readAs: Role
  checkedAt: Instant
}
