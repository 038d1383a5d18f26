import type { Generated } from 'kysely'
import type { ScheduledState, Why } from '#core/scheduled/scheduled-post.ts'
import type { At, JsonDefault, JsonObject, Maybe, MaybeAt } from './column.ts'

export interface ScheduledPosts {
  id: string
  workspace_id: string
  statement_id: string
  account_id: string
  conversation_id: string
  case_id: string
  writer_id: string
  shown_as: string
  text: string
  planned_at: At
  leaves_at: At
  announced_at: MaybeAt
  state: Generated<ScheduledState>
  why: Maybe<Why>
  detail: JsonDefault<JsonObject>
  asked_at: MaybeAt
  let_go_at: MaybeAt
  let_go_by: Maybe<string>
  paused_told_at: MaybeAt
  /** Keys of the flags that somebody was shown. */
  seen: JsonDefault<string[]>
  ended_at: MaybeAt
  ended_by: Maybe<string>
}

export interface ScheduledAllowed {
  id: string
  workspace_id: string
  post_id: string
  incident_id: string
  allowed_by: string
  allowed_at: At
  ended_at: MaybeAt
}
