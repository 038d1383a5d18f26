import { z } from 'zod'

/** The version of the file format: the layout of the archive, not that of the database. */
export const format = 1

export const headerName = 'vigie-export.json'
export const manifestName = 'manifest.json'

const migration = z.object({ version: z.int(), name: z.string(), sha256: z.string() })
const name = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/)

/** The first file of an export: what it is, before any data. */
export const headerSchema = z.object({
  format: z.int(),
  vigie: z.string(),
  exportedAt: z.iso.datetime(),
  postgres: z.string(),
  keyFingerprint: z.string().nullable(),
  migrations: z.array(migration),
  tables: z.array(z.object({ name, columns: z.array(name) })),
})

/** The last file: what must have been read. An export without it was cut short. */
export const manifestSchema = z.object({
  tables: z.record(name, z.object({ rows: z.int(), bytes: z.int(), sha256: z.string() })),
})

export type Header = z.infer<typeof headerSchema>
export type Manifest = z.infer<typeof manifestSchema>
export type TableShape = Header['tables'][number]
