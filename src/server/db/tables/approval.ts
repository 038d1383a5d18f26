import type { Generated } from 'kysely'
import type { ApprovalState, ApprovalStatus } from '#core/approval/approval.ts'
import type { WaitReason } from '#core/approval/why-it-waits.ts'
import type { At, Json, JsonObject, Maybe, MaybeAt } from './column.ts'

export interface Approvals {
  id: string
  workspace_id: string
  account_id: string
  conversation_id: string
  case_id: string
  writer_id: string
  audience: 'public' | 'private'
  asked_text: string
  text: string
  content_hash: Maybe<Buffer>
  urgent: Generated<boolean>
  resolve_after: Generated<boolean>
  seen_mark: string
  reasons: Json<WaitReason[]>
  guard: Json<JsonObject>
  state: ApprovalStatus
  needed: 1 | 2
  approvers: Generated<string[]>
  asked_at: At
  due_at: At
  decided_at: MaybeAt
  return_reason: Maybe<string>
  fold: Json<ApprovalState>
}
