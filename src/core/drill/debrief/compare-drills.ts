import { DRILL_CODES, type DrillCode } from '../codes.ts'
import type { CodeComparison, Debrief, DrillComparison } from '../debrief.ts'
import type { Words } from '../scenario.ts'

/** Closer than this is chance. */
const SAME = 3

const scoreIn = (debrief: Debrief | undefined, code: DrillCode): number | null =>
  debrief?.codes.find((one) => one.code === code)?.score ?? null

const best = (scores: readonly (number | null)[]): number | null =>
  scores.reduce<number | null>((most, one) => (one === null ? most : Math.max(most ?? 0, one)), null)

const trendOf = (now: number | null, before: number | null): CodeComparison['trend'] => {
  if (now === null || before === null) return 'new'
  return now > before + SAME ? 'better' : now < before - SAME ? 'worse' : 'same'
}

const codesOf = (codes: readonly CodeComparison[], trend: CodeComparison['trend']): string =>
  codes
    .filter((one) => one.trend === trend)
    .map(({ code, before, now }) => `${code} (${before} → ${now})`)
    .join(', ')

const saysOf = (now: Debrief, earlier: readonly Debrief[], codes: readonly CodeComparison[]): Words[] => {
  const before = earlier.at(-1)
  if (!before)
    return [
      {
        fr: 'Premier exercice sur ce scénario : rien à comparer encore.',
        en: 'First drill of this scenario: nothing to compare yet.',
      },
    ]
  const most = best(earlier.map(({ total }) => total)) ?? 0
  const says: Words[] = [
    {
      fr: `${now.total} sur 100, contre ${before.total} la dernière fois ; le meilleur des ${earlier.length} exercices d’avant : ${most}.`,
      en: `${now.total} out of 100, against ${before.total} last time; the best of the ${earlier.length} earlier drills: ${most}.`,
    },
  ]
  const better = codesOf(codes, 'better')
  const worse = codesOf(codes, 'worse')
  if (better !== '') says.push({ fr: `En progrès : ${better}.`, en: `Improving: ${better}.` })
  if (worse !== '') says.push({ fr: `En recul : ${worse}.`, en: `Slipping: ${worse}.` })
  return says
}

/** This drill beside the earlier ones of the same scenario, oldest first: what has been learnt, rule by rule (M3). */
export const compareDrills = (now: Debrief, all: readonly Debrief[]): DrillComparison => {
  const earlier = all.filter(({ scenario }) => scenario === now.scenario)
  const before = earlier.at(-1)
  const codes = DRILL_CODES.map((code): CodeComparison => {
    const score = scoreIn(now, code)
    const past = scoreIn(before, code)
    const trend = trendOf(score, past)
    return { code, now: score, before: past, best: best(earlier.map((one) => scoreIn(one, code))), trend }
  }).filter((one) => one.now !== null || one.before !== null || one.best !== null)
  return {
    earlier: earlier.length,
    total: { now: now.total, before: before?.total ?? null, best: best(earlier.map(({ total }) => total)) },
    codes,
    says: saysOf(now, earlier, codes),
  }
}
