import { type Command, UsageTrouble } from './command.ts'
import { evalGuard, type Printer } from './eval-guard.ts'

const onTerminal: Printer = { print: (line) => console.log(line), complain: (line) => console.error(line) }

/** Lets anyone try a judgement of the desk on a corpus of their own. */
export const run = async (args: readonly string[], printer: Printer = onTerminal): Promise<number> => {
  const [what, file, ...rest] = args
  if (what !== 'guard' || file === undefined || rest.length > 0)
    throw new UsageTrouble('Say what to try and on which file.')
  return evalGuard(file, printer)
}

export const command: Command = {
  summary: 'Runs the guard over a file of drafts, one JSON object a line, and prints its findings.',
  usage: 'eval guard FILE     (FILE may be - for standard input)',
  run: ({ args, print }) => run(args, { ...onTerminal, print }),
}
