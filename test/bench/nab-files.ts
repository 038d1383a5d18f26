import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { instantOf } from '#server/cli/count-row.ts'
import { type Window, type Worth, worthOfRows } from './nab-score.ts'

export type Company = {
  readonly name: string
  readonly at: readonly number[]
  readonly counts: readonly number[]
  readonly windows: readonly Window[]
  readonly worths: readonly (Worth | null)[]
}

/** What a bench needs is not on this machine; its message says what and where from. */
export class NoData extends Error {
  readonly code = 'no-data'
}

const HOW = `Give the folder of Numenta's realTweets (Twitter_volume_*.csv and windows.json, from github.com/numenta/NAB):
  bin/bench surge FOLDER     or     VIGIE_NAB=FOLDER bin/bench surge`

const readCompany = (folder: string, file: string, labelled: readonly (readonly [string, string])[]): Company => {
  const rows = readFileSync(join(folder, file), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((row) => row.split(','))
  const stamps = rows.map(([stamp]) => stamp ?? '')
  const placeOf = (stamp: string) => {
    const place = stamps.indexOf(stamp.replace(/\.0+$/, ''))
    if (place < 0) throw new NoData(`${file} has no row of ${stamp}, where a window begins or ends.`)
    return place
  }
  const windows = labelled.map(([from, to]) => ({ from: placeOf(from), to: placeOf(to) }))
  return {
    name: file.replace(/^Twitter_volume_|\.csv$/g, ''),
    at: stamps.map((stamp) => instantOf(stamp) ?? Number.NaN),
    counts: rows.map(([, count]) => Number(count)),
    windows,
    worths: worthOfRows(rows.length, windows),
  }
}

/** Reads all companies of a folder that have labels. */
export const readCompanies = (folder: string | undefined): Company[] => {
  if (folder === undefined) throw new NoData(`There is no data to measure on. ${HOW}`)
  let names: string[]
  let labels: Record<string, (readonly [string, string])[]>
  try {
    names = readdirSync(folder).filter((name) => /^Twitter_volume_\w+\.csv$/.test(name))
    labels = JSON.parse(readFileSync(join(folder, 'windows.json'), 'utf8'))
  } catch {
    throw new NoData(`${folder} cannot be read. ${HOW}`)
  }
  const companies = names.sort().map((name) => readCompany(folder, name, labels[name] ?? []))
  if (companies.length < 2) throw new NoData(`${folder} holds fewer than two companies: none can be left out. ${HOW}`)
  return companies
}

/** The same companies as smaller brands: each message is kept or lost by a lot that is the same in every run. */
export const thinOut = (companies: readonly Company[], share: number): Company[] => {
  let lot = 1
  const isKept = () => {
    lot = (lot * 1_664_525 + 1_013_904_223) % 2 ** 32
    return lot / 2 ** 32 < share
  }
  return companies.map((company) => ({
    ...company,
    counts: company.counts.map((count) => Array.from({ length: count }).filter(isKept).length),
  }))
}
