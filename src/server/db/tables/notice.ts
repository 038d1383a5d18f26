import type { Generated } from 'kysely'
import type { Choices, Means } from '#core/notification/choices.ts'
import type { At, Json, Maybe, MaybeAt } from './column.ts'

export interface NotificationChoices {
  workspace_id: string
  member_id: string
  choices: Json<Choices>
  updated_at: At
}

export interface NotificationDevices {
  id: string
  workspace_id: string
  member_id: string
  name: string
  endpoint_hash: Buffer
  subscription: Buffer
  added_at: At
  told_at: MaybeAt
}

export interface Tellings {
  workspace_id: string
  notification_id: string
  means: Means
  target_id: string
  member_id: string
  thing: string
  state: 'waiting' | 'sending' | 'sent' | 'dropped' | 'failed'
  reason: Maybe<string>
  due_at: MaybeAt
  tries: Generated<number>
  batch_id: Maybe<string>
  lease_until: MaybeAt
  made_at: At
  settled_at: MaybeAt
}
