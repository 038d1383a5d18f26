import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { webhook } from '#connectors/webhook/index.ts'
import { newSecret } from '#connectors/webhook/signature.ts'
import { findMasterKey } from '#server/access/master-key.ts'
import { makeSeal } from '#server/access/seal.ts'
import { secretPlace } from '#server/channels/open-channel.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { makeNewId } from '#server/new-id.ts'
import { testDesk } from './desk.ts'
import type { Durable } from './durable.ts'
import { makeAccount } from './mention.ts'
import { makeWorkspace } from './workspace.ts'

export interface Source {
  desk: Desk
  workspaceId: string
  accountId: string
  /** What the source signs with. */
  secret: string
}

/** A brand with one source that hands in signed webhooks, in a database that the real desk then opens. */
export const makeSource = async ({ database, folder }: Pick<Durable, 'database' | 'folder'>): Promise<Source> => {
  const key = await findMasterKey(database, join(folder, 'key'), Date.now())
  const seal = makeSeal(key)
  const desk = { ...testDesk(database, [webhook]), seal, now: Date.now, newId: makeNewId(Date.now) }
  const { workspaceId } = await makeWorkspace(database)
  const accountId = await makeAccount(desk, workspaceId, webhook.id)
  const secret = newSecret()
  const sealed = seal.seal('channel-secret', secretPlace(accountId), JSON.stringify({ secrets: [secret] }))
  await inWorkspace(database, workspaceId, (trx) =>
    trx.updateTable('channel_accounts').set({ secret: sealed }).where('id', '=', accountId).execute(),
  )
  return { desk, workspaceId, accountId, secret }
}

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}

export interface RealDesk {
  url: string
  process: ChildProcess
  /** Ends it at once, as the loss of the machine does. */
  kill(): Promise<void>
  stop(): Promise<void>
}

const answers = async (url: string): Promise<boolean> =>
  fetch(`${url}/healthz`).then(
    (answer) => answer.ok,
    () => false,
  )

export interface RealDeskOptions {
  port: number
  mode?: 'all' | 'web' | 'worker'
}

/** The desk as people run it, in a process of its own. */
export const startRealDesk = async (
  { url: databaseUrl, folder }: Pick<Durable, 'url' | 'folder'>,
  { port, mode = 'all' }: RealDeskOptions,
): Promise<RealDesk> => {
  const url = `http://127.0.0.1:${port}`
  const env = {
    PATH: process.env.PATH ?? '',
    DATABASE_URL: databaseUrl,
    VIGIE_DATA: folder,
    VIGIE_KEY_FILE: join(folder, 'key'),
    VIGIE_MODE: mode,
    PORT: String(port),
    LOG_LEVEL: 'fatal',
  }
  const child = spawn(process.execPath, [join(import.meta.dirname, '../src/server/cli/main.ts'), 'serve'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const gone = once(child, 'exit')
  const end = (signal: NodeJS.Signals) => async (): Promise<void> => {
    child.kill(signal)
    await gone
  }
  const kill = end('SIGKILL')
  for (let tries = 0; !(await answers(url)); tries += 1) {
    if (child.exitCode !== null || tries > 600) {
      await kill()
      throw new Error(`the desk did not open on port ${port}`)
    }
    await pause(50)
  }
  return { url, process: child, kill, stop: end('SIGTERM') }
}
