import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyDatabase } from '../database.ts'
import { serversFolder } from './servers.ts'

export interface Addresses {
  plc: string
  /** Where people have their account, the brand as well. */
  pds: string
  appview: string
}

export type BlueskyNetwork = AsyncDisposable & {
  addresses: Addresses
  /** Everything written so far has been indexed once this resolves. */
  settle(): Promise<void>
  close(): Promise<void>
}

type Said = { addresses?: Addresses; settled?: number; fault?: string }

const spawnServers = (databaseUrl: string, folder: string): ChildProcess => {
  const { NODE_TEST_CONTEXT: _, NODE_OPTIONS: __, ...env } = process.env
  return fork(join(serversFolder, 'run.ts'), {
    cwd: serversFolder,
    execArgv: ['--no-warnings'],
    env: { ...env, BLUESKY_DATABASE_URL: databaseUrl, TMPDIR: folder },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
}

/** The words of the child, one at a time; ends with an error that says why when the child ends. */
const listenTo = (child: ChildProcess, isClosing: () => boolean) => {
  let last = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    last = (last + chunk.toString()).slice(-4000)
  })
  const ended = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`the Bluesky servers ended (${code ?? signal}): ${last}`)
  })
  ended.catch((error: Error) => {
    if (!isClosing()) process.stderr.write(`${error.message}\n`)
  })
  const next = (wanted: (said: Said) => boolean): Promise<Said> => {
    const found = Promise.withResolvers<Said>()
    const hear = (said: Said): void => {
      if (wanted(said)) found.resolve(said)
    }
    child.on('message', hear)
    return Promise.race([found.promise, ended]).finally(() => child.off('message', hear))
  }
  return { next }
}

/**
 * Starts PLC, PDS and AppView on free ports of this machine, on a database of their own: `await using bluesky = await startBluesky()`.
 * They end with this process, however it ends.
 */
export const startBluesky = async (): Promise<BlueskyNetwork> => {
  const home = await emptyDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'vigie-bluesky-'))
  const child = spawnServers(home.url, folder)
  let isClosing = false
  const { next } = listenTo(child, () => isClosing)
  let settled = 0

  const close = async (): Promise<void> => {
    isClosing = true
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit')
      if (child.connected) child.send({ close: true })
      await exited
    }
    await rm(folder, { recursive: true, force: true })
    await home.close()
  }
  const settle = async (): Promise<void> => {
    const settle = ++settled
    const answer = next((said) => said.settled === settle)
    child.send({ settle })
    const { fault } = await answer
    if (fault !== undefined) throw new Error(fault)
  }
  try {
    const { addresses } = await next((said) => said.addresses !== undefined)
    if (!addresses) throw new Error('the Bluesky servers gave no address')
    return { addresses, settle, close, [Symbol.asyncDispose]: close }
  } catch (error) {
    await close()
    throw error
  }
}

// node test/bluesky/network.ts: prints the addresses as JSON, and stays until its input ends or it is interrupted.
if (import.meta.main) {
  await using bluesky = await startBluesky()
  console.log(JSON.stringify(bluesky.addresses))
  process.stdin.resume()
  await Promise.race([once(process.stdin, 'end'), once(process, 'SIGINT'), once(process, 'SIGTERM')])
}
