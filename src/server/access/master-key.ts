import { existsSync } from 'node:fs'
import type { Database } from '#server/db/database.ts'
import { createKeyFile, KeyError, type MasterKey, readKeyFile } from './key-file.ts'

const asFingerprint = (value: unknown): string | null => {
  const { fingerprint } = (value ?? {}) as { fingerprint?: unknown }
  return typeof fingerprint === 'string' ? fingerprint : null
}

/** The fingerprint of the key that sealed what this database holds; null for a database that has sealed nothing. */
export const readKnownFingerprint = async (db: Database): Promise<string | null> => {
  const row = await db.app.selectFrom('installation').select('value').where('key', '=', 'key').executeTakeFirst()
  return asFingerprint(row?.value)
}

/**
 * The key of this desk. It is made once, with a new database; afterwards a desk without it, or with another one, does not start, since
 * it could open none of its channels and would seal new secrets beyond the reach of the old key.
 */
export const findMasterKey = async (db: Database, path: string, now: number): Promise<MasterKey> => {
  const known = await readKnownFingerprint(db)
  if (known === null) {
    const key = existsSync(path) ? await readKeyFile(path) : await createKeyFile(path)
    const value = JSON.stringify({ fingerprint: key.fingerprint })
    await db.app
      .insertInto('installation')
      .values({ key: 'key', value, updated_at: new Date(now) })
      .onConflict((c) => c.doNothing())
      .execute()
  }
  const wanted = known ?? (await readKnownFingerprint(db))
  const key = await readKeyFile(path)
  if (key.fingerprint !== wanted)
    throw new KeyError(
      `The key at ${path} (fingerprint ${key.fingerprint}) is not the one that sealed this database (${wanted}). ` +
        'Restore the right one from your backup, or set VIGIE_KEY_FILE to where it is.',
    )
  return key
}
