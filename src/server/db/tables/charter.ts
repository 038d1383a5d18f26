import type { Generated } from 'kysely'
import type { Charter } from '#core/charter/charter.ts'
import type { At, Json, MaybeAt } from './column.ts'

export interface CharterVersions {
  id: string
  workspace_id: string
  number: number
  revision: Generated<number>
  charter: Json<Charter>
  member_id: string
  created_at: At
  edited_at: At
  in_force_at: MaybeAt
}

export interface CharterApprovals {
  workspace_id: string
  version_id: string
  side: 'brand' | 'agency'
  member_id: string
  role: string
  approved_at: At
}
