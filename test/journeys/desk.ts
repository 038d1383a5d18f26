import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '#server/db/database.ts'
import { testDatabase } from '../database.ts'
import { eventually } from './patience.ts'

const root = join(import.meta.dirname, '../..')

/** True, or what is missing and the command that brings it: what `requires` takes. */
export const webReady = (): true | string =>
  existsSync(join(root, 'dist/web/index.html')) || 'its pages are not built; run: npm run web'

export interface Desk extends AsyncDisposable {
  url: string
  /** The one-time link that the start printed. */
  setUpLink: string
  /** The same database, for what a story cannot wait for: days, above all. */
  database: Database
  /** What it logged as errors. */
  complaints(): string[]
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}

const STOPS_WITHIN_MS = 30_000

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  const late = setTimeout(() => child.kill('SIGKILL'), STOPS_WITHIN_MS)
  child.kill('SIGTERM')
  await gone
  clearTimeout(late)
}

/** Opens the desk as people run it: its own program, in a process and on a database of its own. `allow` names the hosts of test servers. */
export const openDesk = async (allow: readonly string[] = []): Promise<Desk> => {
  const db = await testDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'vigie-journey-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env = {
    PATH: process.env.PATH ?? '',
    DATABASE_URL: db.url,
    VIGIE_DATA: folder,
    VIGIE_ALLOW_HOSTS: allow.join(','),
    PORT: String(port),
    LOG_LEVEL: 'error',
  }
  const child = spawn(process.execPath, [join(root, 'src/server/cli/main.ts'), 'serve'], { env, stdio: 'pipe' })
  const abandon = () => child.kill('SIGKILL')
  process.once('exit', abandon)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const close = async (): Promise<void> => {
    await stop(child)
    process.off('exit', abandon)
    await db.close()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const setUpLink = await eventually(() => {
      const [link] = /http:\S+\/set-up#\S+/.exec(said) ?? []
      if (link !== undefined) return link
      throw new Error(`the desk has not opened: ${said}`)
    })
    return {
      url,
      setUpLink,
      database: db.database,
      complaints: () => said.split('\n').filter((line) => line.startsWith('{')),
      [Symbol.asyncDispose]: close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
