import type { Config } from '#server/config.ts'

export type CommandContext = {
  args: readonly string[]
  config: Config
  /** Aborted by the first Ctrl-C; a second one ends the process at once. */
  signal: AbortSignal
  print: (line: string) => void
}

/** One command of `vigie`: one file of this folder, named as the command, exporting `command`. */
export type Command = {
  summary: string
  usage: string
  /** The exit code: 0 done, 1 a fault that was told, 2 used wrongly. */
  run(context: CommandContext): Promise<number>
}

/** The person used the command wrongly; its usage is shown. */
export class UsageTrouble extends Error {
  readonly code = 'bad-usage'
}
