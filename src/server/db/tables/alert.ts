import type { Generated } from 'kysely'
import type { SurgeReading, SurgeWhy } from '#core/surge/reading.ts'
import type { Series } from '#core/surge/series.ts'
import type { Topic } from '#core/triage/labels.ts'
import type { At, Json, Maybe, MaybeAt } from './column.ts'

export interface SurgeSeries {
  workspace_id: string
  account_id: Maybe<string>
  series: Json<Series>
  bucket_at: At
  feed: SurgeReading['feed']
  feed_since: At
}

export interface Alerts {
  id: string
  workspace_id: string
  account_id: Maybe<string>
  topic: Maybe<Topic>
  raised_at: At
  bucket_at: At
  score: number
  height: number
  why: Json<SurgeWhy>
  tellings: Generated<number>
  tell_at: MaybeAt
  taken_by: Maybe<string>
  taken_at: MaybeAt
  calm_since: MaybeAt
  over_at: MaybeAt
  covered_by: Maybe<string>
}
