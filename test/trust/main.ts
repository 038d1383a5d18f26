import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

/** What a trust check prints; `passed` is false when a figure that must be zero is not. */
interface Line {
  test: string
  passed: boolean
}

interface Check {
  run(options: Record<string, unknown>): Promise<Line>
  /** More ways to run it when everything is run. */
  variants?: readonly Record<string, unknown>[]
}

const USAGE = 'usage: bin/trust [NAME] [--n N] [--seed SEED] [--seconds SECONDS] [--database]'

const listChecks = async (): Promise<Map<string, Check>> => {
  const names = (await readdir(import.meta.dirname)).filter((name) => /^[a-z-]+\.ts$/.test(name) && name !== 'main.ts')
  const checks = new Map<string, Check>()
  for (const name of names.sort()) {
    const module: Partial<Check> = await import(join(import.meta.dirname, name))
    if (module.run !== undefined) checks.set(name.slice(0, -3), module as Check)
  }
  return checks
}

const readArguments = () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      n: { type: 'string' },
      seed: { type: 'string' },
      seconds: { type: 'string' },
      database: { type: 'boolean' },
    },
  })
  const numbers = Object.entries(values).filter(([name]) => name !== 'database')
  const options = Object.fromEntries(numbers.map(([name, text]) => [name, Number(text)]))
  if (Object.values(options).some((value) => !Number.isSafeInteger(value))) throw new Error(USAGE)
  return { name: positionals[0], options: { ...options, ...(values.database === true && { database: true }) } }
}

/** Runs one check, or all of them in turn, each a line of JSON; the exit says whether every forbidden figure is zero. */
const main = async (): Promise<number> => {
  const { name, options } = readArguments()
  const checks = await listChecks()
  const chosen = name === undefined ? [...checks.values()] : [checks.get(name)].filter((one) => one !== undefined)
  if (chosen.length === 0) throw new Error(`${USAGE}\nThe checks are: ${[...checks.keys()].join(', ')}`)
  let failed = 0
  for (const check of chosen) {
    const variants = name === undefined ? (check.variants ?? [{}]) : [{}]
    for (const variant of variants) {
      const line = await check.run({ ...variant, ...options })
      console.log(JSON.stringify(line))
      if (!line.passed) failed += 1
    }
  }
  return failed === 0 ? 0 : 1
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? (error.message.startsWith(USAGE) ? error.message : error.stack) : error)
  process.exitCode = 2
}
