import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MigrationTrouble } from './migration-trouble.ts'

/** One numbered file of plain SQL. */
export type Migration = { version: number; name: string; sha256: string; sql: string }

export const migrationsFolder = join(import.meta.dirname, '../../../db/migrations')

/** The migrations in order, numbered from 1 without a gap. */
export const readMigrations = async (folder: string = migrationsFolder): Promise<Migration[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name, index) => {
      const version = Number(/^(\d{4})_[a-z0-9-]+\.sql$/.exec(name)?.[1])
      if (version !== index + 1) {
        throw new MigrationTrouble(
          'badly-numbered',
          `${join(folder, name)} should be number ${index + 1}, as 000${index + 1}_what-it-does.sql.`,
        )
      }
      const sql = await readFile(join(folder, name), 'utf8')
      return { version, name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}
