import type { Config } from '#server/config.ts'
import { openConfigured } from '#server/db/open.ts'
import { examine } from '#server/doctor/examine.ts'
import { exitCodeOf, type Finding, fail } from '#server/doctor/finding.ts'
import { makeRegistry } from '#server/registry.ts'
import { type Command, UsageTrouble } from './command.ts'

const signs = { ok: 'ok  ', warn: 'LOOK', fail: 'FAIL' } as const

const lineOf = ({ name, state, why, todo }: Finding, width: number): string =>
  `${signs[state]}  ${name.padEnd(width)}  ${why}${todo === undefined ? '' : `\n${' '.repeat(width + 8)}→ ${todo}`}`

/** A database that cannot be opened is the first thing to say, in the same form as the rest. */
const examineDesk = async (config: Config): Promise<Finding[]> => {
  try {
    await using opened = await openConfigured(config, { alone: false })
    return await examine({ config, db: opened.database, registry: makeRegistry(), now: Date.now })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return [fail('database', error.message, 'Nothing else can be looked at before.')]
  }
}

export const command: Command = {
  summary:
    'Say how the desk is: database, key, disk, loops, queues, channels (exit code 0 well, 1 failing, 3 to look at)',
  usage: 'doctor [--json]',
  run: async ({ args, config, print }) => {
    const asked = args.filter((one) => one !== '--json')
    if (asked.length > 0) throw new UsageTrouble(`doctor does not know ${asked[0]}.`)
    const findings = await examineDesk(config)
    if (args.includes('--json')) print(JSON.stringify({ exitCode: exitCodeOf(findings), findings }))
    else {
      const width = Math.max(...findings.map(({ name }) => name.length))
      for (const finding of findings) print(lineOf(finding, width))
    }
    return exitCodeOf(findings)
  },
}
