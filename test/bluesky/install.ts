import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { blueskyServersReady, installationMark, readyFile, serversFolder } from './servers.ts'

/** Nothing here is timed: a slow machine takes the minutes it needs. */
const run = (program: string, args: string[], cwd: string): Promise<string | null> =>
  new Promise((resolve) => {
    const path = `${dirname(process.execPath)}:${process.env.PATH ?? ''}`
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, PATH: path } })
    let said = ''
    const listen = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-4000)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code) => resolve(code === 0 ? null : `${program} ended with ${code}:\n${said}`))
  })

const findTools = async (): Promise<string[]> => {
  const tools = ['npm', 'python3', 'make', 'g++']
  const faults = await Promise.all(tools.map((tool) => run(tool, ['--version'], serversFolder)))
  return tools.filter((_, at) => faults[at] !== null)
}

/** The headers of the Node that runs this come with it, as npm's package of Node has them; without them node-gyp downloads its own. */
const headers = (): string[] => {
  const prefix = dirname(dirname(process.execPath))
  return existsSync(join(prefix, 'include', 'node', 'node.h')) ? [`--nodedir=${prefix}`] : []
}

/**
 * Installs the real Bluesky servers and compiles the one native package they need, once: done already, it does nothing. Returns null,
 * or what is missing. Neither Redis nor a PostgreSQL of the system is needed: see docs/networks/bluesky.md.
 */
export const installBlueskyServers = async (report: (line: string) => void): Promise<string | null> => {
  if ((await blueskyServersReady()) === true) return null
  const missing = await findTools()
  if (missing.length > 0)
    return `the Bluesky servers need ${missing.join(', ')} (Debian: apt-get install g++ make python3)`
  await rm(readyFile, { force: true })
  report('Installing the Bluesky servers (half a gigabyte, a minute or two)…')
  const unpacked = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], serversFolder)
  if (unpacked !== null) return unpacked
  report('Compiling their SQLite for this Node (about a minute)…')
  const gyp = join(serversFolder, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js')
  const sqlite = join(serversFolder, 'node_modules', 'better-sqlite3')
  const compiled = await run(process.execPath, [gyp, 'rebuild', '--release', ...headers()], sqlite)
  if (compiled !== null) return compiled
  await writeFile(readyFile, await installationMark())
  return null
}

// node test/bluesky/install.ts: what `bin/test` runs before the tests.
if (import.meta.main) {
  const fault = await installBlueskyServers((line) => console.error(line))
  if (fault !== null) {
    console.error(fault)
    process.exitCode = 1
  }
}
