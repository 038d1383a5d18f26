import { execFile, type SpawnOptions } from 'node:child_process'
import type { Account } from './account.ts'

/** A bare environment: a PGDATA or a PGOPTIONS of the person's shell must not reach our server. */
export const spawnOptionsFor = (account: Account | undefined): SpawnOptions => ({
  cwd: '/',
  env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
  ...(account && { uid: account.uid, gid: account.gid }),
})

export type Ran = { ok: boolean; output: string; failure?: string }

/** Runs a program to its end, as the given account; what it said is in `output`. */
export const runAs = (account: Account | undefined, program: string, args: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const options = spawnOptionsFor(account)
    execFile(program, args, { ...options, encoding: 'utf8' }, (error, stdout, stderr) => {
      const output = `${stdout}${stderr}`.trim()
      resolve(error ? { ok: false, output, failure: output || error.message } : { ok: true, output })
    })
  })
