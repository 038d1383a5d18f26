import { readMigrations } from '#server/db/migrations.ts'
import type { Desk } from '#server/desk.ts'

export interface Check {
  name: string
  ok: boolean
}

/** Whether this process may be given work: its database answers, in the shape that it knows, and holds the seal of its key. */
export const checkReadiness = async (desk: Desk): Promise<Check[]> => {
  const known = await readMigrations()
  const { rows } = await desk.db.owner.query<{ version: number }>(
    'select max(version) as version from schema_migrations',
  )
  const key = await desk.db.app.selectFrom('installation').select('value').where('key', '=', 'key').executeTakeFirst()
  const fingerprint = (key?.value as { fingerprint?: unknown } | undefined)?.fingerprint
  return [
    { name: 'database', ok: true },
    { name: 'migrations', ok: rows[0]?.version === known.length },
    { name: 'key', ok: fingerprint === desk.seal.fingerprint },
  ]
}
