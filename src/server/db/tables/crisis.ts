import type { Generated } from 'kysely'
import type { Criterion } from '#core/crisis/closing.ts'
import type { Level } from '#core/crisis/level.ts'
import type { Matching } from '#core/crisis/matching.ts'
import type { MaySayState } from '#core/crisis/may-say-line.ts'
import type { IncidentRole } from '#core/crisis/roles.ts'
import type { EventName } from '#core/event.ts'
import type { ClaimKind } from '#core/guard/finding.ts'
import type { At, Json, JsonDefault, JsonObject, Maybe, MaybeAt, MaybeJson } from './column.ts'

export interface Incidents {
  id: string
  workspace_id: string
  title: string
  level: Level
  matching: Json<Matching>
  since_at: At
  alert_id: Maybe<string>
  declared_by: string
  declared_at: At
  last_public_at: MaybeAt
  next_public_at: MaybeAt
  public_told_at: MaybeAt
  past_cursor: Maybe<string>
  past_until: MaybeAt
  past_again: Generated<boolean>
  closed_at: MaybeAt
  closed_by: Maybe<string>
  closing: MaybeJson<{ criteria: readonly Criterion[]; reason: string | null }>
}

export interface IncidentRoles {
  id: string
  workspace_id: string
  incident_id: string
  role: IncidentRole
  member_id: string
  department_id: Maybe<string>
  given_by: Maybe<string>
  given_at: At
  taken_at: MaybeAt
  tell_at: MaybeAt
  ended_at: MaybeAt
}

export interface IncidentMentions {
  workspace_id: string
  incident_id: string
  message_id: string
  conversation_id: string
  sent_at: At
  linked_at: At
  linked_by: Maybe<string>
  unlinked_at: MaybeAt
  unlinked_by: Maybe<string>
}

export interface MaySay {
  id: string
  workspace_id: string
  incident_id: string
  line_id: string
  state: MaySayState
  says: string
  words: Generated<string[]>
  claims: Generated<ClaimKind[]>
  dates: Generated<boolean>
  proof: Maybe<string>
  member_id: string
  said_at: At
}

export interface IncidentLog {
  id: string
  workspace_id: string
  incident_id: string
  at: At
  name: EventName
  member_id: Maybe<string>
  words: Maybe<string>
  data: JsonDefault<JsonObject>
}
