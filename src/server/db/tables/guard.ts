import type { Finding, RuleCode } from '#core/guard/finding.ts'
import type { At, Json, Maybe, MaybeAt } from './column.ts'

export interface RuleSwitches {
  id: string
  workspace_id: string
  rule: RuleCode
  reason: string
  off_by: string
  off_at: At
  on_by: Maybe<string>
  on_at: MaybeAt
}

export interface Contests {
  id: string
  workspace_id: string
  case_id: string
  member_id: string
  audience: 'public' | 'private'
  rule: RuleCode
  code: Finding['code']
  words: string
  finding: Json<Finding>
  reason: string
  contested_at: At
  outcome: Maybe<'upheld' | 'rejected'>
  note: Maybe<string>
  decided_by: Maybe<string>
  decided_at: MaybeAt
}
