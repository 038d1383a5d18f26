import type { Generated } from 'kysely'
import type { Radar } from '#core/radar/radar.ts'
import type { SurgeReading } from '#core/surge/reading.ts'
import type { Series } from '#core/surge/series.ts'
import type { Topic } from '#core/triage/labels.ts'
import type { At, Json, Maybe, MaybeAt } from './column.ts'

export interface RadarMemory {
  workspace_id: string
  heard_until: string
  memory: Json<Radar>
  heard_at: At
}

export interface RadarStories {
  id: string
  workspace_id: string
  label: Json<string[]>
  rising: boolean
  place: number
  began_at: At
  last_at: At
  count: number
  authors: number
  reach: number
  negative: number
  networks: Json<Record<string, number>>
  topic: Maybe<string>
  heard: number
  usual: number
  share: number
  samples: Json<string[]>
  told_at: At
}

export interface RadarMutes {
  id: string
  workspace_id: string
  words: Json<string[]>
  because: Generated<string>
  muted_by: string
  muted_at: At
  ended_by: Maybe<string>
  ended_at: MaybeAt
  kept_out: Generated<number>
}

export interface RadarSeries {
  workspace_id: string
  kind: 'topic' | 'network'
  key: string
  series: Json<Series>
  bucket_at: At
  height: number
  why: Json<SurgeReading['why']>
  state: SurgeReading['state']
}

export interface DepartmentTopics {
  workspace_id: string
  topic: Topic
  department_id: string
}

export interface Digests {
  workspace_id: string
  /** The Monday, as a calendar day. */
  week: string
  from_at: At
  until_at: At
  made_at: At
  messages: number
}

export interface DigestLines {
  id: string
  workspace_id: string
  week: string
  department_id: Maybe<string>
  department: Maybe<string>
  topic: Topic
  intent: 'suggestion' | 'question' | 'complaint'
  label: Json<string[]>
  count: number
  authors: number
  of_count: number
  before_count: number
  samples: Json<string[]>
  owner_id: Maybe<string>
  due_at: At
  near_told_at: MaybeAt
  passed_told_at: MaybeAt
  answer: Maybe<string>
  answered_by: Maybe<string>
  answered_at: MaybeAt
}
