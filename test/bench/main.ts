import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Measure } from './measure.ts'
import { NoData } from './nab-files.ts'

interface Bench {
  run(options: Record<string, never>): AsyncIterable<Measure>
}

const USAGE = 'usage: bin/bench [NAME] [--json]'

/** A file that exports `run`; what helps the benches stands beside them. */
const isBench = async (name: string): Promise<boolean> =>
  /^[a-z-]+\.ts$/.test(name) &&
  /^export async function\* run\b/m.test(await readFile(join(import.meta.dirname, name), 'utf8'))

const listBenches = async (): Promise<Map<string, () => Promise<Bench>>> => {
  const names: string[] = []
  for (const name of await readdir(import.meta.dirname)) if (await isBench(name)) names.push(name)
  return new Map(
    names.sort().map((name) => [name.slice(0, -3), () => import(join(import.meta.dirname, name)) as Promise<Bench>]),
  )
}

const round = (value: number): number => Number(value.toPrecision(4))

/** For people: one figure a line, with what it was measured against in the same run. */
const sayInWords = ({ name, value, unit, reference, ratio, least, most }: Measure): string => {
  const against = reference === undefined ? '' : `   reference ${round(reference)} ${unit}`
  const share = ratio === undefined ? '' : `   ratio ${round(ratio)}`
  const asked = least === undefined ? (most === undefined ? '' : ` (at most ${most})`) : ` (at least ${least})`
  return `${name.padEnd(44)} ${String(round(value)).padStart(10)} ${unit}${against}${share}${asked}`
}

/** Runs one bench, or all of them; a ratio out of its bounds is said, and is the exit. Absolute figures depend on the machine. */
const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } })
  const benches = await listBenches()
  const [name] = positionals
  const chosen = name === undefined ? [...benches.values()] : [benches.get(name)].filter((one) => one !== undefined)
  if (chosen.length === 0) throw new Error(`${USAGE}\nThe benches are: ${[...benches.keys()].join(', ')}`)
  let missed = 0
  for (const load of chosen) {
    const bench = await load()
    for await (const measure of bench.run({})) {
      const { name: figure, value, unit, reference, ratio, least, most, ...more } = measure
      const bare = { name: figure, value: round(value), unit, reference: reference && round(reference) }
      const line = { ...bare, ratio: ratio && round(ratio), least, most, ...more }
      console.log(values.json === true ? JSON.stringify(line) : sayInWords(measure))
      const judged = ratio ?? value
      if ((least !== undefined && judged < least) || (most !== undefined && judged > most)) missed += 1
    }
  }
  return missed === 0 ? 0 : 1
}

try {
  process.exitCode = await main()
} catch (error) {
  const foreseen = error instanceof Error && (error.message.startsWith(USAGE) || error instanceof NoData)
  console.error(foreseen ? error.message : error instanceof Error ? error.stack : error)
  process.exitCode = 2
}
