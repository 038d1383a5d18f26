import type { Generated } from 'kysely'
import type { Gravity, GravityLevel } from '#core/crisis/gravity.ts'
import type { NoteStep, SituationFacts } from '#core/crisis/situation-note.ts'
import type { Bulletin, WayShape } from '#core/notification/bulletin.ts'
import type { At, Json, Maybe, MaybeAt } from './column.ts'

export interface AlertGravities {
  alert_id: string
  workspace_id: string
  at: At
  level: GravityLevel
  height: number
  gravity: Json<Gravity>
  told_level: Generated<number>
}

export interface AlertRecipients {
  workspace_id: string
  member_id: string
  from_level: GravityLevel
}

export interface AlertWays {
  id: string
  workspace_id: string
  name: string
  shape: WayShape
  from_level: GravityLevel
  language: 'fr' | 'en'
  host: string
  target: Buffer
  created_by: string
  created_at: At
  stopped_at: MaybeAt
  stopped_by: Maybe<string>
}

export interface SituationNotes {
  id: string
  workspace_id: string
  incident_id: string
  step: NoteStep
  language: 'fr' | 'en'
  facts: Json<SituationFacts>
  drafted_at: At
  words: string
  edited_by: Maybe<string>
  edited_at: MaybeAt
  sent_by: Maybe<string>
  sent_at: MaybeAt
  sent_how: Maybe<'mail' | 'copied'>
  sent_to: Generated<string[]>
}

export interface Bulletins {
  id: string
  workspace_id: string
  way_id: Maybe<string>
  note_id: Maybe<string>
  alert_id: Maybe<string>
  address: Maybe<string>
  thing: string
  /** For a way, what is told; of a note, its subject: the words are the note's own. */
  body: Json<Bulletin | { subject: string }>
  state: 'waiting' | 'sending' | 'sent' | 'dropped' | 'failed'
  reason: Maybe<string>
  due_at: MaybeAt
  tries: Generated<number>
  lease_until: MaybeAt
  made_at: At
  settled_at: MaybeAt
}
