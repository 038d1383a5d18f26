import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Manifest, TableShape } from './contents.ts'
import { copyColumns } from './tables.ts'

export type Filling = {
  write(chunk: Buffer): Promise<void>
  finish(): Promise<Manifest['tables'][string]>
}

/** Pours COPY data into one table, at the speed of the table. */
export const fillTable = (client: pg.ClientBase, shape: TableShape): Filling => {
  const copy = client.query(copyFrom(`copy ${copyColumns(shape)} from stdin`))
  const done = finished(copy)
  done.catch(() => {})
  const hash = createHash('sha256')
  let bytes = 0
  return {
    write: async (chunk) => {
      hash.update(chunk)
      bytes += chunk.length
      if (copy.destroyed) await done
      if (!copy.write(chunk)) await Promise.race([once(copy, 'drain'), done])
    },
    finish: async () => {
      copy.end()
      await done
      return { rows: copy.rowCount, bytes, sha256: hash.digest('hex') }
    },
  }
}
