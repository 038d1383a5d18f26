import type { InboxRow } from '#contract/inbox.ts'
import { WARN_AT_SHARE } from '#core/sla/policy.ts'

export type RowFuse = { readonly state: 'calm' | 'soon' | 'late'; readonly share: number; readonly minutes: number }

/** What a row shows of its deadline: the bar that burns down, and minutes left or late (A2); null when nobody waits. */
export const rowFuse = (row: Pick<InboxRow, 'dueAt' | 'promisedMs'>, now: number): RowFuse | null => {
  if (row.dueAt === null) return null
  const left = row.dueAt - now
  if (left <= 0) return { state: 'late', share: 0, minutes: Math.floor((now - row.dueAt) / 60_000) }
  const share = row.promisedMs === null || row.promisedMs <= 0 ? 1 : Math.min(1, left / row.promisedMs)
  return { state: share <= WARN_AT_SHARE ? 'soon' : 'calm', share, minutes: Math.ceil(left / 60_000) }
}
