import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Packages that a test needs and the product does not, in a folder of their own with its own lock. */
export interface NpmFolder {
  folder: string
  /** What it is, in a sentence that begins with it: « the Bluesky servers ». */
  what: string
  /** The file that installs it. */
  installer: string
  /** What it weighs, for whoever waits. */
  weight: string
}

const readyFile = ({ folder }: NpmFolder): string => join(folder, 'node_modules', '.ready')

/** What an installation is good for: these packages, on a machine of this kind. */
const markOf = async ({ folder }: NpmFolder): Promise<string> => {
  const lock = await readFile(join(folder, 'package-lock.json'))
  const sha256 = createHash('sha256').update(lock).digest('hex')
  return `${sha256} ${process.platform}-${process.arch}\n`
}

/** True, or what is missing and the command that brings it: what `requires` takes. */
export const isInstalled = async (npm: NpmFolder): Promise<true | string> => {
  const ready = readyFile(npm)
  if (existsSync(ready) && (await readFile(ready, 'utf8')) === (await markOf(npm))) return true
  return `${npm.what} are not installed; run: node ${npm.installer}`
}

/** Nothing here is timed: a slow machine takes the minutes it needs. */
const runNpm = (cwd: string, ...args: string[]): Promise<string | null> =>
  new Promise((resolve) => {
    const path = `${dirname(process.execPath)}:${process.env.PATH ?? ''}`
    const env = { ...process.env, PATH: path }
    const child = spawn('npm', args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env })
    let said = ''
    const listen = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-4000)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code) => resolve(code === 0 ? null : `npm ended with ${code}:\n${said}`))
  })

/** Installs them, once: done already, it does nothing. Returns null, or what is missing. No script of theirs runs. */
export const install = async (npm: NpmFolder, report: (line: string) => void): Promise<string | null> => {
  if ((await isInstalled(npm)) === true) return null
  report(`Installing ${npm.what} (${npm.weight})…`)
  await rm(readyFile(npm), { force: true })
  const fault = await runNpm(npm.folder, 'ci', '--ignore-scripts', '--no-audit', '--no-fund')
  if (fault === null) await writeFile(readyFile(npm), await markOf(npm))
  return fault
}

/** What the installer of such a folder does when it is run by itself. */
export const installAlone = async (npm: NpmFolder): Promise<void> => {
  const fault = await install(npm, (line) => console.error(line))
  if (fault === null) return
  console.error(fault)
  process.exitCode = 1
}
