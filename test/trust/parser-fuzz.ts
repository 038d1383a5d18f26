import { performance } from 'node:perf_hooks'
import fc from 'fast-check'
import type { Connector } from '#connectors/connector.ts'
import { checkActivities } from '#connectors/suite/activity.ts'
import { HOSTILE, spoilt } from '#connectors/suite/spoilt.ts'
import { makeRegistry } from '#server/registry.ts'
import { samplesOf } from './parser-fuzz/samples.ts'

const SLOW_MS = 50
const ACCOUNT = { externalId: 'did:plc:fleursduport', handle: 'fleursduport' }

interface Tally {
  read: number
  refused: number
  crashed: number
  unsound: number
  slow: number
}

/** Only what is thrown as an Error is a refusal; anything else would take the reader down with it. */
const tryReading = (connector: Connector, receipt: { body?: unknown; raw?: Uint8Array }, tally: Tally): void => {
  const started = performance.now()
  try {
    const activities = connector.read(receipt, ACCOUNT)
    tally.read += 1
    try {
      checkActivities(activities)
    } catch {
      tally.unsound += 1
    }
  } catch (error) {
    if (error instanceof Error) tally.refused += 1
    else tally.crashed += 1
  }
  if (performance.now() - started > SLOW_MS) tally.slow += 1
}

const asRaw = (body: unknown): Uint8Array =>
  Buffer.from(JSON.stringify(body, (_, value) => (typeof value === 'bigint' ? Number(value) : value)) ?? 'null')

/** A real receipt with one place spoilt, as a poll or as a webhook would bring it. */
const spoiltSample = (samples: unknown[]) =>
  fc
    .tuple(
      fc.constantFrom(...samples),
      fc.nat(10_000),
      fc.oneof(fc.constantFrom(...HOSTILE), fc.string(), fc.anything()),
      fc.boolean(),
    )
    .map(([sample, at, fault, raw]) => {
      const body = spoilt(sample, at, fault)
      return raw ? { raw: asRaw(body) } : { body }
    })

/** Half of the payloads are anything at all, half are real receipts that have been spoilt. */
const payloads = (samples: unknown[]) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.anything().map((body) => ({ body })) },
    { weight: 1, arbitrary: fc.json().map((text) => ({ raw: Buffer.from(text) })) },
    { weight: 2, arbitrary: spoiltSample(samples) },
  )

const polluted = (): boolean => Object.keys(Object.prototype).length > 0 || 'polluted' in {}

/** `n` payloads for the parser of each connector: none crashes it, none is slow, none comes out unsound, nothing is polluted (T05). */
export const run = async (options: { n?: number; seed?: number } = {}) => {
  const { n = 1_000_000, seed = 20_261_121 } = options
  const started = performance.now()
  const memory = process.memoryUsage().rss
  const connectors = [...makeRegistry().values()]
  const tallies: Record<string, Tally> = {}
  for (const connector of connectors) {
    const tally: Tally = { read: 0, refused: 0, crashed: 0, unsound: 0, slow: 0 }
    const numRuns = Math.ceil(n / connectors.length)
    const each = fc.property(payloads(samplesOf(connector.id)), (payload) => tryReading(connector, payload, tally))
    fc.assert(each, { numRuns, seed })
    tallies[connector.id] = tally
  }
  const sum = (of: (tally: Tally) => number) => Object.values(tallies).reduce((all, tally) => all + of(tally), 0)
  const line = {
    test: 'parser-fuzz',
    n: sum((t) => t.read + t.refused + t.crashed),
    faults: sum((t) => t.refused),
    lost: sum((t) => t.crashed),
    duplicates: 0,
    unsound: sum((t) => t.unsound),
    slow: sum((t) => t.slow),
    polluted: polluted(),
    grownMegabytes: Math.round((process.memoryUsage().rss - memory) / 1_048_576),
    byConnector: tallies,
    seconds: Math.round((performance.now() - started) / 1000),
    seed,
  }
  return { ...line, passed: line.lost + line.unsound === 0 && !line.polluted }
}
