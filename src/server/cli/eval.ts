import type { Printer } from './answer-lines.ts'
import { type Command, UsageTrouble } from './command.ts'
import { evalGuard } from './eval-guard.ts'
import { evalSurge } from './eval-surge.ts'
import { evalTriage } from './eval-triage.ts'

const onTerminal: Printer = { print: (line) => console.log(line), complain: (line) => console.error(line) }

const judgements: Readonly<Record<string, (file: string, printer: Printer) => Promise<number>>> = {
  guard: evalGuard,
  triage: evalTriage,
  surge: evalSurge,
}

/** Lets anyone try a judgement of the desk on a corpus of their own. */
export const run = async (args: readonly string[], printer: Printer = onTerminal): Promise<number> => {
  const [what, file, ...rest] = args
  const judge = Object.hasOwn(judgements, what ?? '') ? judgements[what ?? ''] : undefined
  if (judge === undefined || file === undefined || rest.length > 0)
    throw new UsageTrouble('Say what to try and on which file.')
  return judge(file, printer)
}

export const command: Command = {
  summary: 'Runs the guard over drafts, triage over messages or the surge detector over counts, and prints JSON lines.',
  usage:
    'eval guard|triage|surge FILE     (FILE may be - for standard input; surge reads timestamp,value rows of CSV and prints ' +
    '{timestamp, value, score} for each, from the rows before it: 0.5 and above is an alert)',
  run: ({ args, print }) => run(args, { ...onTerminal, print }),
}
