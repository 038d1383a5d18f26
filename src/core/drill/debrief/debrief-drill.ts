import { MINUTE_MS } from '#core/time.ts'
import type { CodeScore, Debrief, DrillLog } from '../debrief.ts'
import type { Pulse } from '../happening.ts'
import type { Scenario, Words } from '../scenario.ts'
import { scoreCodes, totalOf } from './score-code.ts'

/** Of what the brand can be talked of at most, from its usual day on: below, it is calm again; above, it still grows. */
const CALM = 0.15
const GREAT = 0.4

const levelOf = ({ crowd }: Scenario, volume: number): number => (volume - crowd.usual) / (crowd.most - crowd.usual)

const outcomeOf = (scenario: Scenario, curve: readonly Pulse[]): Debrief['outcome'] => {
  const level = levelOf(scenario, curve.at(-1)?.volume ?? scenario.crowd.usual)
  return level <= CALM ? 'calmed' : level >= GREAT ? 'grew' : 'held'
}

const OUTCOMES: Record<Debrief['outcome'], Words> = {
  calmed: { fr: 'Le buzz s’est calmé', en: 'The buzz calmed down' },
  held: { fr: 'Le buzz couve encore', en: 'The buzz still smoulders' },
  grew: { fr: 'Le buzz a grandi', en: 'The buzz grew' },
}

const names = (codes: readonly CodeScore[], language: 'fr' | 'en'): string =>
  codes.map(({ code, why }) => `${code} — ${why[language]}`).join(' ')

const saysOf = (
  outcome: Debrief['outcome'],
  log: DrillLog,
  curve: readonly Pulse[],
  codes: readonly CodeScore[],
): Words[] => {
  const last = curve.at(-1)
  const peak = peakOf(log, curve)
  const minute = Math.round((peak.at - log.startedAt) / MINUTE_MS)
  const { fr, en } = OUTCOMES[outcome]
  const says: Words[] = [
    {
      fr: `${fr} : ${last?.volume ?? 0} mentions en cinq minutes à la fin, ${peak.volume} au plus fort (minute ${minute}), opinion à ${last?.opinion ?? 0}.`,
      en: `${en}: ${last?.volume ?? 0} mentions in five minutes at the end, ${peak.volume} at the peak (minute ${minute}), opinion at ${last?.opinion ?? 0}.`,
    },
  ]
  const scored = codes.filter((one): one is CodeScore & { score: number } => one.score !== null)
  const worst = scored
    .filter(({ score }) => score < 70)
    .toSorted((a, b) => (100 - b.score) * (b.weight + 1) - (100 - a.score) * (a.weight + 1))
    .slice(0, 3)
  const best = scored.filter(({ score, weight }) => score >= 90 && weight > 0).slice(0, 4)
  if (worst.length > 0)
    says.push({ fr: `Ce qui a coûté : ${names(worst, 'fr')}`, en: `What it cost: ${names(worst, 'en')}` })
  if (best.length > 0) says.push({ fr: `Ce qui a tenu : ${names(best, 'fr')}`, en: `What held: ${names(best, 'en')}` })
  return says
}

const peakOf = (log: DrillLog, curve: readonly Pulse[]): Debrief['peak'] =>
  curve.reduce((most, { at, volume }) => (volume > most.volume ? { at, volume } : most), {
    at: curve[0]?.at ?? log.startedAt,
    volume: curve[0]?.volume ?? 0,
  })

/**
 * What a drill teaches, from what was done and what happened: each rule with its score, why, the moments to replay and what to do
 * instead, and what became of the buzz (C4, M3). The same log always says the same.
 */
export const debriefDrill = (scenario: Scenario, log: DrillLog): Debrief => {
  const codes = scoreCodes(scenario, log)
  const curve = log.happenings.flatMap((one) => (one.kind === 'pulse' ? [one.pulse] : []))
  const outcome = outcomeOf(scenario, curve)
  return {
    scenario: scenario.id,
    title: scenario.title,
    startedAt: log.startedAt,
    endedAt: log.endedAt,
    total: totalOf(codes),
    outcome,
    says: saysOf(outcome, log, curve, codes),
    lesson: scenario.lesson,
    codes,
    curve,
    peak: peakOf(log, curve),
    stopped: log.acts.flatMap((act) =>
      act.kind === 'stopped' ? [{ at: act.at, member: act.by, codes: act.codes, quote: act.text }] : [],
    ),
  }
}
