import { once } from 'node:events'
import { startPostgres } from '#server/postgres/start.ts'
import type { Command } from './command.ts'

export const command: Command = {
  summary: 'Run the embedded database, beside the desk or without it, and print its address for tools such as psql',
  usage: 'postgres',
  run: async ({ config, signal, print }) => {
    if (config.databaseUrl) {
      print('DATABASE_URL is set: Vigie uses that server and starts none.')
      return 1
    }
    await using postgres = await startPostgres({ folder: config.data, alone: false, binaries: config.postgresBin })
    print(postgres.url)
    const alive = setInterval(() => {}, 60_000)
    if (!signal.aborted) await once(signal, 'abort')
    clearInterval(alive)
    return 0
  },
}
