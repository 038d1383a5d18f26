import type { Generated } from 'kysely'
import type { At, Maybe, MaybeAt } from './column.ts'

export interface CodeMakers {
  member_id: string
  secret: Buffer
  started_at: At
  confirmed_at: MaybeAt
  last_step: Generated<number>
}

export interface Passkeys {
  id: string
  member_id: string
  name: string
  public_key: Buffer
  counter: number
  transports: Generated<string[]>
  created_at: At
  used_at: MaybeAt
}

export interface RecoveryCodes {
  member_id: string
  code_hash: Buffer
  made_at: At
  used_at: MaybeAt
}

export interface PasskeyChallenges {
  challenge: string
  purpose: 'sign-in' | 'enrol'
  member_id: Maybe<string>
  expires_at: At
}

export interface SpeechHalts {
  id: string
  workspace_id: string
  stopped_by: string
  stopped_at: At
  leaving: Generated<string[]>
  released_by: Maybe<string>
  released_at: MaybeAt
}
