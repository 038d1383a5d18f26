import { migrate } from '#server/db/migrate.ts'
import { openConfigured } from '#server/db/open.ts'
import type { Command } from './command.ts'

export const command: Command = {
  summary: 'Bring the database to the shape that this version needs (a start does it too)',
  usage: 'migrate',
  run: async ({ config, print }) => {
    await using opened = await openConfigured(config, { alone: true })
    const applied = await migrate(opened.database.owner)
    print(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`)
    return 0
  },
}
