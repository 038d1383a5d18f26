import type { Generated } from 'kysely'
import type { Flag, Intent, MessageLanguage, Sentiment, Topic, UrgentReason } from '#core/triage/labels.ts'
import type { At, JsonDefault, Maybe, MaybeAt } from './column.ts'

/** The words of the message that say it, the most telling first. */
export interface Because {
  intent?: readonly string[]
  urgent?: readonly string[]
}

export interface MessageReadings {
  message_id: string
  workspace_id: string
  language: MessageLanguage
  intent: Intent
  sentiment: Sentiment
  topic: Topic
  urgent: boolean
  reasons: JsonDefault<UrgentReason[]>
  needs_answer: boolean
  personal_dispute: boolean
  flags: JsonDefault<Flag[]>
  because: JsonDefault<Because>
  read_by: Maybe<string>
  read_at: At
  model: Maybe<string>
  ask_at: MaybeAt
  asked: Generated<number>
}
