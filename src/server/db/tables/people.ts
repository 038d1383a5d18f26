import type { Generated } from 'kysely'
import type { At, Json, JsonDefault, JsonObject, Maybe, MaybeAt, Role } from './column.ts'

export interface Workspaces {
  id: string
  name: string
  slug: string
  language: Generated<string>
  time_zone: Generated<string>
  undo_ms: Generated<number>
  late_after_minutes: Generated<number>
  private_ways: JsonDefault<unknown[]>
  second_factor: Generated<'when-real' | 'always' | 'off'>
  /** The brand that practises here; null for a brand. */
  drill_of: Maybe<string>
  drill_over_at: MaybeAt
  created_at: At
}

export interface Members {
  id: string
  email: string
  name: string
  password_hash: Maybe<string>
  language: Generated<string>
  preferences: JsonDefault<JsonObject>
  created_at: At
  disabled_at: MaybeAt
}

export interface Memberships {
  workspace_id: string
  member_id: string
  role: Role
  created_at: At
}

export interface Sessions {
  token_hash: Buffer
  member_id: string
  created_at: At
  seen_at: At
  authenticated_at: At
  expires_at: At
  user_agent: Generated<string>
}

export interface Links {
  token_hash: Buffer
  purpose: 'set-up' | 'invite' | 'reset'
  workspace_id: Maybe<string>
  member_id: Maybe<string>
  role: Maybe<Role>
  email: Maybe<string>
  created_at: At
  expires_at: At
  used_at: MaybeAt
}

export interface Installation {
  key: string
  value: Json<unknown>
  updated_at: At
}

export interface Customers {
  id: string
  workspace_id: string
  name: string
  notes: Generated<string>
  created_at: At
}

export interface Authors {
  id: string
  workspace_id: string
  connector: string
  external_id: string
  handle: string
  display_name: string
  avatar_url: Maybe<string>
  profile_url: Maybe<string>
  followers: Maybe<number>
  profile: JsonDefault<JsonObject>
  customer_id: Maybe<string>
  first_seen_at: At
  updated_at: At
}
