import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'
import { spawnOptionsFor } from './run-as.ts'
import { asArguments, type Settings } from './settings.ts'

/**
 * A server process of ours. `ended` resolves when it ends, with what it said before its own log was open; `forget` when that is of no
 * more use.
 */
export type Spawned = { child: ChildProcess; ended: Promise<string>; forget(): Promise<void> }

const readAll = async (file: FileHandle): Promise<string> => {
  const { size } = await file.stat()
  const { buffer } = await file.read(Buffer.alloc(size), 0, size, 0)
  return buffer.toString('utf8')
}

/**
 * Starts `postgres` in a session of its own: a Ctrl-C in the terminal reaches Vigie alone, which finishes its work before it stops the
 * server; and the server writes to files, so that it outlives a Vigie that was killed.
 */
export const spawnServer = async (place: Place, { bin }: Binaries, settings: Settings): Promise<Spawned> => {
  const path = join(place.home, `starting-${process.pid}.log`)
  // The account owns this folder: what it may have laid there under that name is not followed.
  await rm(path, { force: true })
  const said = await open(path, 'wx+', 0o600)
  await rm(path, { force: true })
  const child = spawn(join(bin, 'postgres'), ['-D', place.cluster, ...asArguments(settings)], {
    ...spawnOptionsFor(place.account),
    detached: true,
    stdio: ['ignore', said.fd, said.fd],
  })
  const forget = (): Promise<void> => said.close().catch(() => {})
  const ended = once(child, 'exit')
    .then(() => readAll(said))
    .catch((error: Error) => error.message)
    .finally(forget)
  child.unref()
  return { child, ended, forget }
}
