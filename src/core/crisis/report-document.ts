import type { Instant } from '#core/time.ts'
import { type Judgement, judgeCrisis, type ReportFacts, type Verdict } from './after-report.ts'
import type { Curve } from './curve.ts'

/** The report as it is read, whatever it is read on. */
export type ReportDocument = {
  readonly language: 'fr' | 'en'
  readonly title: string
  readonly standing: readonly string[]
  /** The answer in one sentence. */
  readonly headline: string
  readonly story: { readonly title: string; readonly lines: readonly { readonly at: string; readonly text: string }[] }
  readonly verdicts: readonly {
    readonly verdict: Verdict
    readonly title: string
    readonly lines: readonly { readonly code: string; readonly text: string; readonly advice: string | null }[]
  }[]
  readonly curves: readonly { readonly title: string; readonly curves: readonly Curve[] }[]
  readonly decisions: {
    readonly title: string
    readonly lines: readonly { readonly at: string; readonly text: string }[]
  }
  readonly drawnUp: string
  pageOf(page: number, pages: number): string
  moment(at: Instant): string
}

/** What a report shows beside its facts. */
export type ReportAround = {
  readonly brand: string
  readonly timeZone: string
  readonly decisions: readonly { readonly at: Instant; readonly by: string | null; readonly words: string }[]
  readonly mentions: readonly { readonly at: Instant; readonly count: number; readonly usual: number | null }[]
  readonly answers: readonly { readonly at: Instant; readonly answered: number; readonly owed: number }[]
}

export type ReportTongue = {
  readonly language: 'fr' | 'en'
  title(facts: ReportFacts): string
  standing(facts: ReportFacts, brand: string): readonly string[]
  headline(facts: ReportFacts, well: number, failed: number): string
  readonly storyTitle: string
  story(facts: ReportFacts): readonly { readonly at: Instant; readonly text: string }[]
  readonly verdicts: Readonly<Record<Verdict, string>>
  judgement(judgement: Judgement, facts: ReportFacts): string
  advice(judgement: Judgement): string
  readonly curves: Readonly<Record<'mentions' | 'count' | 'usual' | 'answers' | 'answered' | 'owed', string>>
  readonly decisionsTitle: string
  decided(by: string | null, words: string): string
  drawnUp(now: Instant): string
  pageOf(page: number, pages: number): string
  moment(at: Instant): string
}

const ORDER: readonly Verdict[] = ['failed', 'well', 'unknown']

/** The report of a crisis in one language (M1, M2, C4): first what failed and what to do about it, then what went well, then what nobody can tell. */
export const reportDocument = (facts: ReportFacts, around: ReportAround, t: ReportTongue): ReportDocument => {
  const judgements = judgeCrisis(facts)
  const count = (verdict: Verdict) => judgements.filter((one) => one.verdict === verdict).length
  const timed = ({ at, text }: { at: Instant; text: string }) => ({ at: t.moment(at), text })
  return {
    ...{ language: t.language, title: t.title(facts), standing: t.standing(facts, around.brand) },
    headline: t.headline(facts, count('well'), count('failed')),
    story: {
      title: t.storyTitle,
      lines: t
        .story(facts)
        .toSorted((a, b) => a.at - b.at)
        .map(timed),
    },
    verdicts: ORDER.map((verdict) => ({
      ...{ verdict, title: t.verdicts[verdict] },
      lines: judgements
        .filter((one) => one.verdict === verdict)
        .map((one) => ({
          ...{ code: one.code, text: t.judgement(one, facts) },
          advice: verdict === 'failed' ? t.advice(one) : null,
        })),
    })).filter(({ lines }) => lines.length > 0),
    curves: [
      {
        title: t.curves.mentions,
        curves: [
          {
            name: t.curves.count,
            style: 'main' as const,
            points: around.mentions.map(({ at, count: value }) => ({ at, value })),
          },
          {
            name: t.curves.usual,
            style: 'dashed' as const,
            points: around.mentions.map(({ at, usual: value }) => ({ at, value })),
          },
        ],
      },
      {
        title: t.curves.answers,
        curves: [
          {
            name: t.curves.owed,
            style: 'main' as const,
            points: around.answers.map(({ at, owed: value }) => ({ at, value })),
          },
          {
            name: t.curves.answered,
            style: 'second' as const,
            points: around.answers.map(({ at, answered: value }) => ({ at, value })),
          },
        ],
      },
    ].filter(({ curves }) => curves.some(({ points }) => points.length > 1)),
    decisions: {
      title: t.decisionsTitle,
      lines: around.decisions.map(({ at, by, words }) => timed({ at, text: t.decided(by, words) })),
    },
    drawnUp: t.drawnUp(facts.now),
    ...{ pageOf: t.pageOf, moment: t.moment },
  }
}
