import { readFileSync } from 'node:fs'
import { checkAgainst } from '#core/guard/check-draft.ts'
import type { Lexicon } from '#core/guard/concepts/lexicon.ts'
import { disputeFeatures } from '#core/guard/faults/dispute-features.ts'
import type { Fault } from '#core/guard/faults/fault.ts'
import { featuresThrough } from '#core/guard/faults/features.ts'
import type { Features } from '#core/guard/faults/places.ts'
import { listed } from '#core/guard/faults/signs.ts'
import { type PreparedDraft, prepareDraft } from '#core/guard/reading/prepare.ts'
import { canBeOf } from '#core/guard/rules/wrong-account.ts'
import { type GuardLine, readGuardLine } from '#server/cli/guard-line.ts'
import { stirrer } from './stir.ts'

/** One sentence (or, for P1, one whole draft): what it is made of, the faults that it has, and those on which it says nothing. */
export type FaultExample = {
  readonly line: number
  readonly fold: number
  readonly whole: boolean
  readonly features: Features
  readonly has: ReadonlySet<string>
  readonly unsure: ReadonlySet<string>
}

export const FOLDS = 5

export const readCorpus = (files: readonly string[]): GuardLine[] =>
  files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((text) => text.trim() !== '')
      .map((text, i) => {
        const line = readGuardLine(text)
        if ('trouble' in line) throw new Error(`${file}, line ${i + 1}: ${line.trouble}`)
        return line
      }),
  )

/** Trades are dealt out whole: what is learned of one trade is judged on others. The order is that of the names, stirred the same way every time. */
export const foldsOf = (lines: readonly GuardLine[]): readonly number[] => {
  const trades = [...new Set(lines.map((line) => line.trade))].sort()
  stirrer(5)(trades)
  return lines.map((line) => trades.indexOf(line.trade) % FOLDS)
}

/** Copies, signatures and accounts are judged by rules of their own: nothing of them is in the words. */
const isRuled = (line: GuardLine, code: string): boolean =>
  (code === 'A4' && line.spans[code] === undefined) ||
  (code === 'G5' && !canBeOf(line.input.brand.name, line.input.brand.account))

const LEAST = 6

const isMarked = (draft: PreparedDraft, line: GuardLine, code: string, from: number, to: number): boolean | null => {
  const span = line.spans[code]
  if (span !== undefined && span !== '') {
    const at = draft.text.indexOf(span)
    const shared = Math.min(to, at + span.length) - Math.max(from, at)
    return at >= 0 && shared >= Math.min(LEAST, span.length)
  }
  if (draft.sentences.length === 1) return true
  const rules = Object.entries(listed).flatMap(([name, rule]) => (name === code ? [rule] : []))
  const found = checkAgainst(rules, line.input).filter((f) => f.end - f.start < draft.text.length * 0.9)
  return found.length === 0 ? null : found.some((f) => f.start < to && f.end > from)
}

const sentencesOf = (lexicon: Lexicon, lines: readonly GuardLine[]): FaultExample[] => {
  const folds = foldsOf(lines)
  const { shared, own } = featuresThrough(lexicon)
  return lines.flatMap((line, i) => {
    const draft = prepareDraft(line.input)
    const features = draft.sentences.map((sentence) => new Map([...shared(draft), ...own(draft, sentence)]))
    return draft.sentences.map((sentence, at): FaultExample => {
      const from = draft.origin[sentence.start] ?? 0
      const to = draft.origin[sentence.end] ?? draft.text.length
      const has = new Set<string>()
      const unsure = new Set(line.tolerated)
      for (const code of line.expect) {
        if (code === 'P1') continue
        const marked = isRuled(line, code) ? null : isMarked(draft, line, code, from, to)
        if (marked === null) unsure.add(code)
        else if (marked) has.add(code)
      }
      return {
        line: i,
        fold: folds[i] ?? 0,
        whole: false,
        features: features[at] ?? new Map(),
        has,
        unsure,
      }
    })
  })
}

const disputesOf = (lexicon: Lexicon, lines: readonly GuardLine[]): FaultExample[] => {
  const folds = foldsOf(lines)
  return lines.flatMap((line, i) =>
    line.input.audience === 'public'
      ? [
          {
            line: i,
            fold: folds[i] ?? 0,
            whole: true,
            features: disputeFeatures(lexicon, prepareDraft(line.input)),
            has: new Set(line.expect),
            unsure: new Set(line.tolerated),
          },
        ]
      : [],
  )
}

/** Labelled drafts as examples, sentence by sentence, and whole for P1. */
export const examplesOf = (lexicon: Lexicon, lines: readonly GuardLine[]): readonly FaultExample[] => [
  ...sentencesOf(lexicon, lines),
  ...disputesOf(lexicon, lines),
]

export const examplesFor = (fault: Fault, examples: readonly FaultExample[]): readonly FaultExample[] =>
  examples.filter((e) => e.whole === (fault === 'P1') && (e.has.has(fault) || !e.unsure.has(fault)))
