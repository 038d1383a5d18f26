import type { Company } from './nab-files.ts'
import { outOfHundred, PROFILES, type ProfileName, rawScore, type Tally, THRESHOLDS, tallyOf } from './nab-score.ts'
import type { Method } from './surge-methods.ts'

/** What one way of scoring, with one choice of settings, would have told of each company at each threshold. */
export type Trial = readonly (readonly Tally[])[]

export const tryMethod = (method: Method, companies: readonly Company[]): Trial =>
  companies.map((company) => tallyOf(method(company), company.worths, company.windows.length))

const windowsOf = (companies: readonly Company[]) => companies.reduce((sum, { windows }) => sum + windows.length, 0)

/** The points at every threshold, of the companies at these places together. */
const curve = (trial: Trial, companies: readonly Company[], places: readonly number[], name: ProfileName): number[] => {
  const windows = windowsOf(places.flatMap((place) => companies[place] ?? []))
  return THRESHOLDS.map((_, at) => {
    const raw = places.reduce((sum, place) => {
      const tally = trial[place]?.[at]
      return tally === undefined ? sum : sum + rawScore(tally, companies[place]?.windows.length ?? 0, PROFILES[name])
    }, 0)
    return outOfHundred(raw, windows, PROFILES[name])
  })
}

/** A threshold is as good as its neighbours, a quarter above and below, make it: the best of a few alerts is luck. */
const NEIGHBOURS = 5

const smooth = (points: readonly number[]): number[] =>
  points.map((_, at) => {
    const around = points.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1)
    return around.reduce((a, b) => a + b, 0) / around.length
  })

const bestPlace = (points: readonly number[]): number => points.indexOf(Math.max(...points))

export type Outcome = {
  readonly points: number
  readonly found: number
  readonly alarms: number
  readonly each: readonly number[]
}

const add = (companies: readonly Company[], tallies: readonly (Tally | undefined)[], name: ProfileName): Outcome => {
  const windows = windowsOf(companies)
  const raws = tallies.map((tally, i) =>
    tally ? rawScore(tally, companies[i]?.windows.length ?? 0, PROFILES[name]) : 0,
  )
  return {
    points: outOfHundred(
      raws.reduce((a, b) => a + b, 0),
      windows,
      PROFILES[name],
    ),
    found: tallies.reduce((sum, tally) => sum + (tally?.found ?? 0), 0),
    alarms: tallies.reduce((sum, tally) => sum + (tally?.alarms ?? 0), 0),
    each: raws.map((raw, i) => outOfHundred(raw, companies[i]?.windows.length ?? 1, PROFILES[name])),
  }
}

/** How good a trial is on some companies: a desk has one choice of settings, so it must please both the patient and the hasty. */
const worthOf = (trial: Trial, companies: readonly Company[], places: readonly number[]): number =>
  (['standard', 'few false alarms'] as const).reduce(
    (sum, name) => sum + Math.max(...smooth(curve(trial, companies, places, name))),
    0,
  )

/** A choice of settings, by its places on the scales of the grid, and what came of it. */
export type Choice = { readonly places: readonly number[]; readonly trial: Trial }

const areNeighbours = (one: Choice, other: Choice): boolean =>
  one.places.every((place, scale) => Math.abs(place - (other.places[scale] ?? place)) <= 1)

/** For each company, the trial whose settings are the best on the others; settings, too, are as good as their neighbours make them. */
export const chosenByOthers = (
  choices: readonly Choice[],
  companies: readonly Company[],
): readonly (Trial | undefined)[] => {
  const all = companies.map((_, place) => place)
  return all.map((left) => {
    const others = all.filter((place) => place !== left)
    const worths = choices.map(({ trial }) => worthOf(trial, companies, others))
    const smoothed = choices.map((choice) => {
      const around = worths.filter((_, at) => areNeighbours(choice, choices[at] ?? choice))
      return around.reduce((a, b) => a + b, 0) / around.length
    })
    return choices[bestPlace(smoothed)]?.trial
  })
}

/** Leaves one company out in turn: it is judged by the threshold that is the best on the others, in the trial chosen for it. */
export const leaveOneOut = (
  chosen: readonly (Trial | undefined)[],
  companies: readonly Company[],
  name: ProfileName,
): Outcome => {
  const tallies = companies.map((_, left) => {
    const others = companies.flatMap((_, place) => (place === left ? [] : [place]))
    const trial = chosen[left]
    return trial?.[left]?.[bestPlace(smooth(curve(trial, companies, others, name)))]
  })
  return add(companies, tallies, name)
}

/** The same trial for every company. */
export const forAll = (trial: Trial, companies: readonly Company[]): readonly Trial[] => companies.map(() => trial)

/** All companies by one threshold that was chosen on all of them, as published figures are made: flattering. */
export const chosenOnAll = (trial: Trial, companies: readonly Company[], name: ProfileName): Outcome => {
  const all = companies.map((_, place) => place)
  const at = bestPlace(curve(trial, companies, all, name))
  return add(
    companies,
    all.map((place) => trial[place]?.[at]),
    name,
  )
}

/** All companies by a threshold that was fixed beforehand. */
export const atThreshold = (trial: Trial, companies: readonly Company[], name: ProfileName, least: number): Outcome => {
  const at = THRESHOLDS.findIndex((threshold) => threshold >= least * 0.999)
  return add(
    companies,
    companies.map((_, place) => trial[place]?.[at]),
    name,
  )
}
