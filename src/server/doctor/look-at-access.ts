import type { Database } from '#server/db/database.ts'
import { type Finding, ok, warn } from './finding.ts'

/** Brands under whose name one may speak by a password alone; no screen brings this about. */
export const lookAtAccess = async (db: Database): Promise<Finding> => {
  const rows = await db.app
    .selectFrom('workspaces')
    .select('slug')
    .where('second_factor', '=', 'off')
    .orderBy('slug')
    .execute()
  return rows.length === 0
    ? ok('second factor', 'asked of whoever speaks for a brand on a real account')
    : warn(
        'second factor',
        `not asked for ${rows.map(({ slug }) => slug).join(', ')}`,
        "Set workspaces.second_factor to 'when-real' or 'always': a stolen password is enough to speak for them.",
      )
}
