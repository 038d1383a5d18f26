import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { readKeyFile } from '#server/access/key-file.ts'
import { openConfigured } from '#server/db/open.ts'
import { importDesk } from '#server/transfer/import.ts'
import { type Command, UsageTrouble } from './command.ts'

export const command: Command = {
  summary: 'Fill an empty desk from an export of this version or an earlier one',
  usage: 'import FILE',
  run: async ({ args: [file, ...others], config, signal, print }) => {
    if (!file || others.length > 0 || !existsSync(file)) throw new UsageTrouble('Name the export to read.')
    const key = existsSync(config.keyFile) ? await readKeyFile(config.keyFile) : undefined
    await using opened = await openConfigured(config, { alone: true })
    const { header, tables, toCheck } = await importDesk(opened.database.owner, resolve(file), {
      now: new Date(),
      keyFingerprint: key?.fingerprint ?? null,
      signal,
    })
    print(
      `The desk is as it was at ${header.exportedAt}: ${tables.messages?.rows ?? 0} messages. Everybody signs in again.`,
    )
    if (toCheck > 0) {
      print(
        `${toCheck} ${toCheck === 1 ? 'reply was' : 'replies were'} on the way out. The desk sends none of them by itself: ` +
          'look for « to check » in it, and say for each whether the network has it.',
      )
    }
    if (header.keyFingerprint && !key) {
      print(
        `Before the start, put the key ${header.keyFingerprint} of the exported desk at ${config.keyFile}: it opens the channel tokens.`,
      )
    }
    return 0
  },
}
