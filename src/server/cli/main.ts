import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig } from '#server/config.ts'
import { type Command, UsageTrouble } from './command.ts'

/** A file that says `export const command`. It is read, not run: what stands beside the commands may do something when loaded. */
const isCommand = async (file: string): Promise<boolean> =>
  /^[a-z-]+\.ts$/.test(file) && /^export const command\b/m.test(await readFile(join(import.meta.dirname, file), 'utf8'))

const listCommands = async (): Promise<string[]> => {
  const files = await readdir(import.meta.dirname)
  const found = await Promise.all(files.map(async (file) => ((await isCommand(file)) ? [file.slice(0, -3)] : [])))
  return found.flat().sort()
}

const load = async (name: string): Promise<Command> => {
  const module: { command: Command } = await import(`./${name}.ts`)
  return module.command
}

const describeAll = async (): Promise<string> => {
  const lines = ['usage: vigie COMMAND', '']
  for (const name of await listCommands()) lines.push(`  ${name.padEnd(10)} ${(await load(name)).summary}`)
  return lines.join('\n')
}

const interruption = (): AbortSignal => {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => controller.abort(name))
  return controller.signal
}

/** A trouble with a code was foreseen: its sentence is enough. Anything else is a fault of ours, and shown whole. */
const explain = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.message
    : String((error as Error)?.stack ?? error)

export const main = async ([name, ...args]: readonly string[]): Promise<number> => {
  if (name === undefined || !(await listCommands()).includes(name)) {
    if (name !== undefined && name !== 'help') console.error(`vigie has no command "${name}".\n`)
    console.error(await describeAll())
    return name === 'help' ? 0 : 2
  }
  const command = await load(name)
  try {
    return await command.run({ args, config: readConfig(), signal: interruption(), print: (line) => console.log(line) })
  } catch (error) {
    console.error(explain(error))
    if (error instanceof UsageTrouble) console.error(`usage: vigie ${command.usage}`)
    return error instanceof UsageTrouble ? 2 : 1
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
