import { spawn } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { blueskyServersReady, installationMark, readyFile, serversFolder } from './servers.ts'

/** Nothing here is timed: a slow machine takes the minutes it needs. */
const runNpm = (...args: string[]): Promise<string | null> =>
  new Promise((resolve) => {
    const path = `${dirname(process.execPath)}:${process.env.PATH ?? ''}`
    const child = spawn('npm', args, {
      cwd: serversFolder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PATH: path },
    })
    let said = ''
    const listen = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-4000)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code) => resolve(code === 0 ? null : `npm ended with ${code}:\n${said}`))
  })

/**
 * Installs the real Bluesky servers, once: done already, it does nothing. Returns null, or what is missing. They need npm and nothing
 * of the system: neither a compiler, nor Redis, nor a PostgreSQL of its own (docs/networks/bluesky.md says why).
 */
export const installBlueskyServers = async (report: (line: string) => void): Promise<string | null> => {
  if ((await blueskyServersReady()) === true) return null
  report('Installing the Bluesky servers (half a gigabyte, a minute or two)…')
  await rm(readyFile, { force: true })
  const fault = await runNpm('ci', '--ignore-scripts', '--no-audit', '--no-fund')
  if (fault === null) await writeFile(readyFile, await installationMark())
  return fault
}

// node test/bluesky/install.ts: what `bin/test` does before the tests.
if (import.meta.main) {
  const fault = await installBlueskyServers((line) => console.error(line))
  if (fault !== null) {
    console.error(fault)
    process.exitCode = 1
  }
}
