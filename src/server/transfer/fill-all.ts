import type pg from 'pg'
import { type Header, type Manifest, manifestName, manifestSchema } from './contents.ts'
import { type Filling, fillTable } from './fill-table.ts'
import { nextEntry, readJson } from './read-export.ts'
import { listTables } from './tables.ts'
import type { TarEntry } from './tar.ts'
import { TransferTrouble } from './trouble.ts'

/** Pours each table in, and reads the manifest that must come last. */
export const fillAll = async (
  client: pg.ClientBase,
  header: Header,
  entries: AsyncGenerator<TarEntry>,
): Promise<Manifest['tables']> => {
  const home = await listTables(client)
  const filled: Manifest['tables'] = {}
  let open: { name: string; filling: Filling } | undefined
  const finish = async (): Promise<void> => {
    if (open) filled[open.name] = await open.filling.finish()
    open = undefined
  }
  const begin = async (name: string): Promise<Filling> => {
    await finish()
    const shape = header.tables.find((table) => table.name === name)
    const known = home.find((table) => table.name === name)
    if (!shape || name in filled || !shape.columns.every((column) => known?.columns.includes(column))) {
      throw new TransferTrouble('damaged', `The export holds a table that does not belong there: ${name}.`)
    }
    return fillTable(client, shape)
  }
  for (let entry = await nextEntry(entries); entry; entry = await nextEntry(entries)) {
    if (entry.name === manifestName) {
      await finish()
      const manifest = manifestSchema.parse(await readJson(entry, manifestName))
      compare(header, manifest, filled)
      return filled
    }
    const name = entry.name.split('/')[0] ?? ''
    if (open?.name !== name) open = { name, filling: await begin(name) }
    for await (const chunk of entry.body) await open.filling.write(chunk)
  }
  throw new TransferTrouble('damaged', 'The export has no end: it was cut short. Take another copy of it.')
}

const nothing = { rows: 0, bytes: 0 }

const compare = (header: Header, manifest: Manifest, filled: Manifest['tables']): void => {
  for (const { name } of header.tables) {
    const wanted = manifest.tables[name]
    const found = filled[name]
    const same = found ? found.sha256 === wanted?.sha256 : wanted?.bytes === 0
    if (!same || (found ?? nothing).rows !== wanted?.rows) {
      throw new TransferTrouble(
        'damaged',
        `The export is damaged: the rows of ${name} are not those that were written.`,
      )
    }
  }
}
