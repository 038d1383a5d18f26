import type { Generated } from 'kysely'
import type { Moment } from '#core/statement/moment.ts'
import type { Wording } from '#core/statement/prepared.ts'
import type { UnfinishedStatement } from '#core/statement/unfinished.ts'
import type { At, Json, Maybe, MaybeAt } from './column.ts'

export interface PreparedStatements {
  id: string
  workspace_id: string
  title: string
  moment: Moment
  wordings: Json<Wording[]>
  version: Generated<number>
  made_at: At
  changed_at: At
  changed_by: Maybe<string>
  removed_at: MaybeAt
}

export interface Statements {
  id: string
  workspace_id: string
  incident_id: Maybe<string>
  prepared_id: Maybe<string>
  made_by: string
  made_at: At
  announced_at: MaybeAt
  owes_update: Generated<boolean>
}

export interface StatementDrafts {
  id: string
  workspace_id: string
  member_id: string
  statement_id: string
  follows: boolean
  incident_id: Maybe<string>
  words: Json<UnfinishedStatement>
  updated_at: At
}

export interface StatementPosts {
  id: string
  workspace_id: string
  statement_id: string
  account_id: string
  conversation_id: string
  case_id: string
  found: Maybe<'up' | 'gone' | 'no-answer' | 'cannot-ask'>
  checked_at: MaybeAt
  check_at: MaybeAt
  checks: Generated<number>
  gone_told_at: MaybeAt
}
