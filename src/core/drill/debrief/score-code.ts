import { DRILL_CODES, type DrillCode } from '../codes.ts'
import type { CodeScore, DrillLog } from '../debrief.ts'
import type { Moment } from '../happening.ts'
import { RULE_WORDS } from '../rule-words.ts'
import type { Scenario, Words } from '../scenario.ts'

/** What one unit of fault takes away: a fault of weight 2 leaves half, one of weight 3 a quarter. */
const TAKES = 25
const MOST_MOMENTS = 20

/** Rules that whoever speaks keeps or breaks: whoever says nothing has neither. */
const OF_WORDS: readonly DrillCode[] = ['A4', 'G1', 'G2', 'G3', 'G4', 'G6', 'G7', 'G8', 'G9', 'P2']

const sum = (moments: readonly Moment[], is: Moment['is']): number =>
  moments.reduce((all, one) => all + (one.is === is ? one.weight : 0), 0)

const count = (moments: readonly Moment[], is: Moment['is']): number => moments.filter((one) => one.is === is).length

/** 0 to 100: the share of occasions that were kept, less what faults take away; null where there was nothing to keep or to break. */
export const scoreOf = (code: DrillCode, moments: readonly Moment[], hasSpoken: boolean): number | null => {
  const kept = sum(moments, 'kept')
  const missed = sum(moments, 'missed')
  const faults = sum(moments, 'fault')
  const isTried = kept + missed > 0
  if (!isTried && faults === 0 && !(hasSpoken && OF_WORDS.includes(code))) return null
  const base = isTried ? (100 * kept) / (kept + missed) : 100
  return Math.max(0, Math.round(base - TAKES * faults))
}

const GRAVITY: Record<Moment['is'], number> = { fault: 2, missed: 1, kept: 0 }
const gravestFirst = (a: Moment, b: Moment): number =>
  GRAVITY[b.is] - GRAVITY[a.is] || b.weight - a.weight || a.at - b.at

const counted = (moments: readonly Moment[], fr: string, en: string): Words => {
  const kept = count(moments, 'kept')
  const all = kept + count(moments, 'missed')
  return { fr: `${kept} sur ${all} ${fr}`, en: `${kept} of ${all} ${en}` }
}

const whyOf = (code: DrillCode, score: number | null, moments: readonly Moment[]): Words => {
  if (score === null)
    return {
      fr: 'Il n’y a pas eu d’occasion de suivre cette règle ou de l’enfreindre.',
      en: 'There was no occasion to keep this rule or to break it.',
    }
  if (score === 100) return RULE_WORDS[code].kept
  if (code === 'A1')
    return counted(moments, 'personnes en attente ont eu une réponse.', 'people who waited were answered.')
  if (code === 'A2')
    return counted(moments, 'réponses attendues sont venues dans le délai.', 'answers that were owed came in time.')
  const wrong = moments.filter((one) => one.is !== 'kept' && one.weight > 0)
  const [worst] = wrong
  const why = worst?.why ?? RULE_WORDS[code].broken
  return wrong.length > 1 ? { fr: `${wrong.length} fois. ${why.fr}`, en: `${wrong.length} times. ${why.en}` } : why
}

/** Each rule of the trade in this drill: how well it was kept, why, and the moments to look at again. */
export const scoreCodes = (scenario: Scenario, log: DrillLog): readonly CodeScore[] => {
  const all = log.happenings.flatMap((one) => (one.kind === 'moment' ? [one.moment] : []))
  const hasSpoken = log.acts.some(
    (act) => act.kind === 'statement' || act.kind === 'contact' || (act.kind === 'reply' && act.holding !== true),
  )
  return DRILL_CODES.flatMap((code): CodeScore[] => {
    const moments = all.filter((one) => one.code === code).toSorted(gravestFirst)
    const weight = scenario.codes[code]
    const score = scoreOf(code, moments, hasSpoken)
    if (weight === undefined && (score === null || score === 100)) return []
    const worst = moments.find((one) => one.is !== 'kept' && one.instead !== null)
    return [
      {
        code,
        score,
        weight: weight ?? 0,
        why: whyOf(code, score, moments),
        instead: score === null || score === 100 ? null : (worst?.instead ?? RULE_WORDS[code].instead),
        moments: moments.slice(0, MOST_MOMENTS),
      },
    ]
  })
}

/** What a rule that the scenario does not train can take away from the total, when it is broken. */
const ELSE_TAKES = 0.05

/** 0 to 100: the weighted mean of the rules that the scenario trains, less a little for others that were broken. */
export const totalOf = (codes: readonly CodeScore[]): number => {
  let weighed = 0
  let weights = 0
  let taken = 0
  for (const { score, weight } of codes) {
    if (score === null) continue
    if (weight === 0) taken += (100 - score) * ELSE_TAKES
    weighed += score * weight
    weights += weight
  }
  return weights === 0 ? 0 : Math.max(0, Math.round(weighed / weights - taken))
}
