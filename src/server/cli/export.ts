import { resolve } from 'node:path'
import { readKeyFile } from '#server/access/key-file.ts'
import { readKnownFingerprint } from '#server/access/master-key.ts'
import { openConfigured } from '#server/db/open.ts'
import { exportDesk } from '#server/transfer/export.ts'
import { version } from '#server/version.ts'
import { type Command, UsageTrouble } from './command.ts'

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

export const command: Command = {
  summary: 'Write the whole desk into one file: a backup, or the way to another server. The desk may run meanwhile',
  usage: 'export FILE',
  run: async ({ args: [file, ...others], config, signal, print }) => {
    if (!file || others.length > 0) throw new UsageTrouble('Name the file to write, for example desk.vigie.tar.gz.')
    const path = resolve(file)
    const key = await readKeyFile(config.keyFile).catch(() => undefined)
    await using opened = await openConfigured(config, { alone: false })
    const { tables } = await exportDesk(opened.database.owner, path, {
      now: new Date(),
      version,
      keyFingerprint: key?.fingerprint ?? (await readKnownFingerprint(opened.database).catch(() => null)),
      signal,
    })
    const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0)
    print(`${path}: ${plural(tables.messages?.rows ?? 0, 'message')}, ${plural(rows, 'row')} in all.`)
    print('It holds personal data: keep it where only you can read it.')
    if (key)
      print(
        `It does not hold the key ${key.fingerprint} that opens the channel tokens: keep a copy of ${config.keyFile} apart.`,
      )
    return 0
  },
}
