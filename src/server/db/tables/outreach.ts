import type { Finding } from '#core/guard/finding.ts'
import type { NoWay, OutreachWay } from '#core/outreach/choose-way.ts'
import type { Standing } from '#core/outreach/count.ts'
import type { FileEncoding } from '#core/outreach/decode-file.ts'
import type { Slot } from '#core/outreach/fill-message.ts'
import type { Trace } from '#core/outreach/join-people.ts'
import type { OutreachState } from '#core/outreach/outreach.ts'
import type { LineFault } from '#core/outreach/read-orders.ts'
import type { Separator } from '#core/outreach/read-table.ts'
import type { At, Json, JsonDefault, Maybe, MaybeAt } from './column.ts'

export interface OrderImports {
  id: string
  workspace_id: string
  incident_id: string
  name: string
  sha256: Buffer
  encoding: FileEncoding
  separator: Separator
  header: string
  ignored: string[]
  imported_by: string
  imported_at: At
}

export interface AffectedOrders {
  workspace_id: string
  import_id: string
  line: number
  order_number: string
  first_name: Maybe<string>
  name: Maybe<string>
  email: Maybe<string>
  day: Maybe<string>
  solution: Maybe<string>
}

export interface RejectedLines {
  workspace_id: string
  import_id: string
  line: number
  raw: string
  faults: Json<LineFault[]>
}

export interface Objections {
  workspace_id: string
  kind: 'email' | 'author' | 'customer'
  value: string
  said_at: At
  message_id: Maybe<string>
  member_id: Maybe<string>
}

export interface Outreaches {
  id: string
  workspace_id: string
  incident_id: string
  language: 'fr' | 'en'
  subject: string
  template: string
  with_writers: boolean
  fact_kind: Maybe<string>
  fact_status: Maybe<string>
  per_minute: number
  state: OutreachState
  writer_id: string
  readers_needed: 1 | 2
  approved_by: string[]
  return_reason: Maybe<string>
  created_at: At
  asked_at: MaybeAt
  started_at: MaybeAt
  over_at: MaybeAt
  looked_at: At
}

export interface OutreachPeople {
  id: string
  workspace_id: string
  outreach_id: string
  place: number
  name: Maybe<string>
  first_name: Maybe<string>
  orders: string[]
  sources: Trace['source'][]
  emails: string[]
  author_ids: string[]
  customer_ids: string[]
  way: Maybe<OutreachWay['kind']>
  why_not: Maybe<NoWay>
  account_id: Maybe<string>
  case_id: Maybe<string>
  address: Maybe<string>
  text: Maybe<string>
  missing: Slot[]
  findings: JsonDefault<Finding[]>
  state: Standing['state']
  given_at: MaybeAt
  answered_at: MaybeAt
}
