import { checkAgainst } from '#core/guard/check-draft.ts'
import type { Lexicon } from '#core/guard/concepts/lexicon.ts'
import { type Fault, type FaultModel, faults } from '#core/guard/faults/fault.ts'
import { type Weigher, weigher } from '#core/guard/faults/weigh.ts'
import { prepareDraft } from '#core/guard/reading/prepare.ts'
import { rulesJudgedBy } from '#core/guard/rules.ts'
import type { GuardLine } from '#server/cli/guard-line.ts'
import { examplesFor, examplesOf, type FaultExample, FOLDS, foldsOf } from './examples.ts'
import { trainHead } from './train-head.ts'
import { trainNet } from './train-net.ts'

export type Thresholds = Readonly<Record<Fault, number>>

/** Learns the net that reads sentences, and the regression that reads exchanges, from these examples. */
export const trainModel = (examples: readonly FaultExample[], from: Thresholds): FaultModel => ({
  net: trainNet(examples.filter((e) => !e.whole)),
  dispute: trainHead('P1', examplesFor('P1', examples)),
  from,
})

/** Models that have each not seen the trades of one fold. */
export const trainFolds = (lexicon: Lexicon, lines: readonly GuardLine[], from: Thresholds): readonly FaultModel[] => {
  const examples = examplesOf(lexicon, lines)
  return Array.from({ length: FOLDS }, (_, fold) =>
    trainModel(
      examples.filter((e) => e.fold !== fold),
      from,
    ),
  )
}

/** What the whole guard fires on each line, by the model that has not seen its trade. */
export const fireUnseen = (
  lexicon: Lexicon,
  lines: readonly GuardLine[],
  models: readonly FaultModel[],
): readonly ReadonlySet<string>[] => {
  const folds = foldsOf(lines)
  const rules = models.map((model) => rulesJudgedBy(weigher(lexicon, model)))
  return lines.map((line, i) => {
    const found = checkAgainst(rules[folds[i] ?? 0] ?? [], line.input).map((finding): string => finding.rule)
    return new Set(found.filter((code) => !line.tolerated.includes(code)))
  })
}

/** A guard that cries wolf is switched off: each fault may disturb so many of the drafts that have none. */
const MOST_ALARMS = 0.005
const TOO_LOUD = 10
const STEPS = Array.from({ length: 18 }, (_, i) => 0.1 + i * 0.05)

const likelyIn = (read: Weigher, fault: Fault, line: GuardLine): number => {
  const draft = prepareDraft(line.input)
  if (fault === 'P1') return read.dispute(draft)
  return Math.max(0, ...read.sentences(draft).map(({ likely }) => likely[fault]))
}

/** The likelihood from which a fault is said: where F1 on unseen trades is best, among those that leave good replies in peace. */
export const chooseThresholds = (
  lexicon: Lexicon,
  lines: readonly GuardLine[],
  models: readonly FaultModel[],
): Thresholds => {
  const folds = foldsOf(lines)
  const readers = models.map((model) => weigher(lexicon, model))
  const chosen = faults.map((fault) => {
    const judged = lines.flatMap((line, i) => {
      const read = readers[folds[i] ?? 0]
      const outOfScope =
        line.tolerated.includes(fault) || (['G1', 'G2', 'P1'].includes(fault) && line.input.audience === 'private')
      return read === undefined || outOfScope
        ? []
        : [
            {
              likely: likelyIn(read, fault, line),
              wanted: line.expect.includes(fault),
              quiet: line.expect.length === 0,
            },
          ]
    })
    const worthOf = (from: number) => {
      let [truly, falsely, missed] = [0, 0, 0]
      for (const { likely, wanted } of judged) {
        if (wanted && likely >= from) truly++
        else if (wanted) missed++
        else if (likely >= from) falsely++
      }
      const quiet = judged.filter((one) => one.quiet)
      const alarms = quiet.filter((one) => one.likely >= from).length / Math.max(1, quiet.length)
      const f1 = (2 * truly) / Math.max(1, 2 * truly + falsely + missed)
      return alarms > MOST_ALARMS ? f1 - TOO_LOUD * (alarms - MOST_ALARMS) : f1
    }
    const best = STEPS.reduce((a, b) => (worthOf(b) > worthOf(a) ? b : a))
    return [fault, Math.round(best * 100) / 100] as const
  })
  return Object.fromEntries(chosen) as unknown as Thresholds
}

const HALF = Object.fromEntries(faults.map((fault) => [fault, 0.5])) as unknown as Thresholds

/** Thresholds chosen, and what the whole guard fires with them, each draft read by the model that has not seen its trade. */
export const judgeOnUnseenTrades = (lexicon: Lexicon, lines: readonly GuardLine[]) => {
  const models = trainFolds(lexicon, lines, HALF)
  const from = chooseThresholds(lexicon, lines, models)
  const set = models.map((model) => ({ ...model, from }))
  return { from, fired: fireUnseen(lexicon, lines, set) }
}
