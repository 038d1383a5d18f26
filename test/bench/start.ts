import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '#server/db/database.ts'
import { findPostmaster } from '#server/postgres/postmaster-pid.ts'
import { startPostgres } from '#server/postgres/start.ts'
import { freePort } from '../real-desk.ts'
import { fillDurable } from './filled-desk.ts'
import { type Measure, median } from './measure.ts'
import { familyOf, memoryOf } from './memory.ts'
import { queues, searches } from './questions.ts'

const STARTS = 5
const MESSAGES = 100_000
const SETTLES_MS = 5_000
const PATIENCE_MS = 120_000

interface Opened {
  startMs: number
  pid: number
  url: string
  stop(): Promise<void>
}

/** The desk as `bin/start` runs it, with the database that it brings itself; timed until it answers. */
const openEmbedded = async (folder: string): Promise<Opened> => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = { PATH: process.env.PATH ?? '', VIGIE_DATA: folder, PORT: String(port), LOG_LEVEL: 'fatal' }
  const program = join(import.meta.dirname, '../../src/server/cli/main.ts')
  const began = performance.now()
  const child = spawn(process.execPath, [program, 'serve'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const gone = once(child, 'exit')
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await gone
  }
  while (
    !(await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null || performance.now() - began > PATIENCE_MS) {
      await stop()
      throw new Error('the desk did not open')
    }
    await pause(10)
  }
  return { startMs: performance.now() - began, pid: child.pid ?? 0, url, stop }
}

/** The desk, and PostgreSQL with all its processes. */
const weigh = async (folder: string, { pid }: Opened): Promise<{ desk: number; database: number }> => {
  const postmaster = await findPostmaster(join(folder, 'postgres/cluster'))
  if (postmaster === undefined) throw new Error('the embedded database does not run')
  const server = await familyOf(postmaster.pid)
  const desk = (await familyOf(pid)).filter((one) => !server.includes(one))
  return { desk: await memoryOf(desk), database: await memoryOf(server) }
}

/** A folder beside the desk that uses it: what the first opening would otherwise ask for. */
const fillBeside = async (folder: string): Promise<AsyncDisposable & { ask(): Promise<void> }> => {
  const postgres = await startPostgres({ folder, alone: false })
  const database = openDatabase({ url: postgres.url })
  const filled = await fillDurable({ url: postgres.url, database, folder }, MESSAGES)
  return {
    ask: async () => {
      for (const question of [...queues, ...searches]) for (let i = 0; i < 5; i++) await question.ask(filled, i)
    },
    [Symbol.asyncDispose]: async () => {
      await database.close()
      await postgres.close()
    },
  }
}

/** From the command to the first answer with a database that is there already; and what all processes hold in memory. */
export async function* run(): AsyncGenerator<Measure> {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-start-'))
  let open: Opened | undefined
  try {
    open = await openEmbedded(folder)
    yield { name: 'start: the first time, database and all', value: open.startMs, unit: 'ms' }
    await pause(SETTLES_MS)
    const empty = await weigh(folder, open)
    yield { name: 'memory at rest: the desk', value: empty.desk, unit: 'MB' }
    yield { name: 'memory at rest: PostgreSQL', value: empty.database, unit: 'MB' }
    yield { name: 'memory at rest: all', value: empty.desk + empty.database, unit: 'MB' }
    const starts: number[] = []
    for (let i = 0; i < STARTS; i++) {
      await open.stop()
      open = await openEmbedded(folder)
      starts.push(open.startMs)
    }
    yield { name: 'start: with a database that is there', value: median(starts), unit: 'ms' }
    {
      await using beside = await fillBeside(folder)
      await beside.ask()
    }
    await open.stop()
    open = await openEmbedded(folder)
    yield { name: 'start: with 100,000 messages', value: open.startMs, unit: 'ms' }
    {
      await pause(SETTLES_MS)
      const full = await weigh(folder, open)
      yield { name: 'memory with 100,000 messages: the desk', value: full.desk, unit: 'MB' }
      yield { name: 'memory with 100,000 messages: PostgreSQL', value: full.database, unit: 'MB' }
      yield { name: 'memory with 100,000 messages: all', value: full.desk + full.database, unit: 'MB' }
    }
  } finally {
    await open?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
