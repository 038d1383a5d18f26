import { once } from 'node:events'
import { ConfigTrouble } from '#server/config.ts'
import { openDesk } from '#server/main.ts'
import type { Command } from './command.ts'

/** A port that another program holds is the commonest trouble of a first start. */
const explain = (error: unknown, port: number): unknown => {
  const { code } = (error ?? {}) as { code?: string }
  if (code === 'EADDRINUSE')
    return new ConfigTrouble(
      `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1}`,
    )
  if (code === 'EACCES')
    return new ConfigTrouble(`Port ${port} is not open to this account. Choose one above 1023: PORT=4780`)
  return error
}

export const command: Command = {
  summary: 'Open the desk: answer people, listen to the networks, send what is approved (bin/start does it)',
  usage: 'serve',
  run: async ({ config, signal, print }) => {
    if (!config.databaseUrl) print('Starting the database…')
    await using desk = await openDesk(config, { print }).catch((error: unknown) => {
      throw explain(error, config.port)
    })
    if (desk.address === null) print('Vigie works: it listens and sends. Pages are served by another process.')
    else print(`Vigie is open: ${config.url}`)
    if (desk.setUpLink !== null)
      print(`\nNobody administers it yet. Open this link once, within 24 hours:\n\n  ${desk.setUpLink}\n`)
    if (desk.address !== null && config.insecureCookies && config.url.startsWith('http:'))
      print('WARNING: without https, whoever is on the way can read the cookies of your team (VIGIE_INSECURE_COOKIES).')
    const alive = setInterval(() => {}, 60_000)
    if (!signal.aborted) await once(signal, 'abort')
    clearInterval(alive)
    print('Stopping: what has begun is finished. Again Ctrl-C ends it at once.')
    return 0
  },
}
