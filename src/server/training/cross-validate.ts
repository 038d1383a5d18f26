import { checkAgainst } from '#core/guard/check-draft.ts'
import type { Lexicon } from '#core/guard/concepts/lexicon.ts'
import { type Fault, type FaultModel, faults } from '#core/guard/faults/fault.ts'
import { saidUpTo } from '#core/guard/faults/judge.ts'
import { weigher } from '#core/guard/faults/weigh.ts'
import { prepareDraft } from '#core/guard/reading/prepare.ts'
import { copiedReply } from '#core/guard/rules/copied-reply.ts'
import { signatureMissing } from '#core/guard/rules/signature-missing.ts'
import { templateLeft } from '#core/guard/rules/template-left.ts'
import { wrongAccount } from '#core/guard/rules/wrong-account.ts'
import { rulesJudgedBy } from '#core/guard/rules.ts'
import type { GuardLine } from '#server/cli/guard-line.ts'
import { examplesFor, examplesOf, type FaultExample, FOLDS, foldsOf } from './examples.ts'
import { trainHead } from './train-head.ts'
import { trainNets } from './train-net.ts'

export type Thresholds = Readonly<Record<Fault, number>>

/** Learns the nets that read sentences, and the regression that reads exchanges, from these examples. */
export const trainModel = (examples: readonly FaultExample[], from: Thresholds): FaultModel => ({
  nets: trainNets(examples.filter((e) => !e.whole)),
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

/** A guard that cries wolf is switched off: what the share of good replies that a fault disturbs costs, in F1. */
const PRICE_OF_ALARMS = 8
/** A guard that misses too much is of no use either: what is lacking to this counts so many times more. */
const GOOD_ENOUGH = 0.76
const LACK = 4
const STEPS = Array.from({ length: 45 }, (_, i) => Math.round((0.06 + i * 0.02) * 100) / 100)

/** What is said whatever the model thinks. */
const unweighed = [wrongAccount, copiedReply, signatureMissing, templateLeft]
const SAID = 9

/** On one draft: up to which likelihood a fault is said, whether it should be, and whether the draft has no fault at all. */
type Heard = { readonly upTo: number; readonly wanted: boolean; readonly quiet: boolean; readonly fold: number }

/** For each fault, what is heard on each draft by the model that has not seen its trade. */
const hearUnseen = (
  lexicon: Lexicon,
  lines: readonly GuardLine[],
  models: readonly FaultModel[],
): ReadonlyMap<Fault, readonly Heard[]> => {
  const folds = foldsOf(lines)
  const readers = models.map((model) => weigher(lexicon, model))
  const heard = new Map(faults.map((fault) => [fault, [] as Heard[]]))
  lines.forEach((line, i) => {
    const fold = folds[i] ?? 0
    const read = readers[fold]
    if (read === undefined) return
    const draft = prepareDraft(line.input)
    const ruled = new Set(checkAgainst(unweighed, line.input).map((finding): string => finding.rule))
    for (const fault of faults) {
      const isPublicOnly = ['G1', 'G2', 'P1'].includes(fault)
      if (line.tolerated.includes(fault) || (isPublicOnly && line.input.audience === 'private')) continue
      const upTo = ruled.has(fault) ? SAID : saidUpTo(read, fault, draft)
      heard.get(fault)?.push({ upTo, wanted: line.expect.includes(fault), quiet: line.expect.length === 0, fold })
    }
  })
  return heard
}

const worthOf = (heard: readonly Heard[], from: number): number => {
  let [truly, falsely, missed, quiet, alarms] = [0, 0, 0, 0, 0]
  for (const one of heard) {
    const said = one.upTo >= from
    if (one.quiet) quiet++
    if (one.quiet && said) alarms++
    if (one.wanted && said) truly++
    else if (one.wanted) missed++
    else if (said) falsely++
  }
  const share = alarms / Math.max(1, quiet)
  const f1 = (2 * truly) / Math.max(1, 2 * truly + falsely + missed)
  return f1 - LACK * Math.max(0, GOOD_ENOUGH - f1) - PRICE_OF_ALARMS * share
}

/** The likelihood from which a fault is said: where F1 on unseen trades is best, less what the good replies that it disturbs are worth. */
const chooseThresholds = (heard: ReadonlyMap<Fault, readonly Heard[]>, fold?: number): Thresholds =>
  Object.fromEntries(
    faults.map((fault) => {
      const judged = (heard.get(fault) ?? []).filter((one) => one.fold !== fold)
      const worths = STEPS.map((from) => worthOf(judged, from))
      return [fault, STEPS[worths.indexOf(Math.max(...worths))] ?? 0.5]
    }),
  ) as unknown as Thresholds

const HALF = Object.fromEntries(faults.map((fault) => [fault, 0.5])) as unknown as Thresholds

/**
 * Thresholds chosen on all drafts, and what the whole guard fires on each draft by the model that has not seen its trade, with
 * thresholds that were chosen on the other trades.
 */
export const judgeOnUnseenTrades = (lexicon: Lexicon, lines: readonly GuardLine[]) => {
  const models = trainFolds(lexicon, lines, HALF)
  const heard = hearUnseen(lexicon, lines, models)
  const set = models.map((model, fold) => ({ ...model, from: chooseThresholds(heard, fold) }))
  return { from: chooseThresholds(heard), fired: fireUnseen(lexicon, lines, set) }
}
