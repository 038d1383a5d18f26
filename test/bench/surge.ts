import { SURGE_SETTINGS } from '#core/surge/settings.ts'
import { HOUR_MS } from '#core/time.ts'
import {
  atThreshold,
  type Choice,
  chosenByOthers,
  chosenOnAll,
  forAll,
  leaveOneOut,
  type Outcome,
  tryMethod,
} from './left-out.ts'
import type { Measure } from './measure.ts'
import { type Company, readCompanies, thinOut } from './nab-files.ts'
import { PROFILE_NAMES, type ProfileName } from './nab-score.ts'
import { constant, hourOfWeek, type Method, vigie, wholePast, windowedGaussian, withRecord } from './surge-methods.ts'

const LEAST_STANDARD = 62
const A_DAY = 288
/** Most brands are smaller than these: what is left of the messages of each. */
const SHARES = [0.3, 0.1, 0.03]

/**
 * Among these settings the companies that are not left out choose; everything else is fixed. With each of them a surprise half as high
 * as the last is told again a day later.
 */
const GRID = { hours: [8, 10, 12], margins: [1.4, 1.5, 1.6, 1.7, 1.8], leastPeaks: [0.5, 1, 1.5, 2] }

const tryGrid = (companies: readonly Company[]): Choice[] =>
  GRID.hours.flatMap((hours, i) =>
    GRID.margins.flatMap((margin, j) =>
      GRID.leastPeaks.map((leastPeak, k) => {
        const settings = { ...SURGE_SETTINGS, recordHalfLifeMs: hours * HOUR_MS, margin, leastPeak }
        return { places: [i, j, k], trial: tryMethod(vigie(settings), companies) }
      }),
    ),
  )

const BASELINES: readonly (readonly [string, Method])[] = [
  ['constant', constant],
  ['distance from the whole past', wholePast],
  ['Gaussian of the last day', windowedGaussian(A_DAY)],
  ['hour of the week', hourOfWeek],
  ['whole past, with a record', withRecord(wholePast)],
  ['Gaussian of the last day, with a record', withRecord(windowedGaussian(A_DAY))],
  ['hour of the week, with a record', withRecord(hourOfWeek)],
]

const tell = (method: string, profile: ProfileName, { points, found, alarms }: Outcome, least?: number): Measure => ({
  name: `${method}: ${profile} (${found} found, ${alarms} false)`,
  unit: 'points',
  value: points,
  ...(least === undefined ? {} : { least }),
})

/** A folder named after the bench, or in the environment. */
const folderAsked = (): string | undefined => {
  const [, folder] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
  return folder ?? process.env.VIGIE_NAB
}

function* judge(companies: readonly Company[]): Iterable<Measure> {
  const tuned = chosenByOthers(tryGrid(companies), companies)
  const shipped = tryMethod(vigie(), companies)
  const bare = tryMethod(vigie({ ...SURGE_SETTINGS, margin: 0 }), companies)
  const thinned = SHARES.map((share) => [share, tryMethod(vigie(), thinOut(companies, share))] as const)
  const baselines = BASELINES.map(([name, method]) => [name, tryMethod(method, companies)] as const)
  for (const profile of PROFILE_NAMES) {
    const least = profile === 'standard' ? LEAST_STANDARD : undefined
    yield tell('Vigie, settings and threshold of the others', profile, leaveOneOut(tuned, companies, profile), least)
    const left = leaveOneOut(forAll(shipped, companies), companies, profile)
    yield tell('Vigie as shipped, threshold of the others', profile, left, least)
    for (const [i, { name }] of companies.entries())
      yield { name: `  of it, ${name} left out`, unit: 'points', value: left.each[i] ?? 0 }
    yield tell('Vigie as shipped, at its alert score', profile, atThreshold(shipped, companies, profile, 1))
    for (const [share, trial] of thinned)
      yield tell(`  the same with ${100 * share} % of the messages`, profile, atThreshold(trial, companies, profile, 1))
    yield tell('Vigie as shipped, threshold chosen on all', profile, chosenOnAll(shipped, companies, profile))
    yield tell('Vigie without its record', profile, leaveOneOut(forAll(bare, companies), companies, profile))
    for (const [name, trial] of baselines)
      yield tell(name, profile, leaveOneOut(forAll(trial, companies), companies, profile))
    const three = baselines.find(([name]) => name === 'distance from the whole past')?.[1]
    if (three !== undefined) yield tell('mean and 3 sigma', profile, atThreshold(three, companies, profile, 3))
  }
}

/** How right the surge detector is about companies that it was not tuned on, by the rules of Numenta's benchmark. */
export async function* run(options: { folder?: string }): AsyncIterable<Measure> {
  yield* judge(readCompanies(options.folder ?? folderAsked()))
}
