import type { RecordView, StandingView } from '#contract/autonomy.ts'
import { STEP } from '#core/autonomy/propose-level.ts'
import type { Format } from '../words/format.ts'
import type { Words } from '../words/fr.ts'
import type { AutonomyWords } from './autonomy-words-fr.ts'

/** How far somebody speaks alone, without their name: « answers without a second reader on “Prices” and up to €15 ». */
export const sayStanding = (t: AutonomyWords, f: Format, { level, subjects, upToCents }: StandingView): string => {
  if (level !== 'alone-on') return t.levels[level]
  const on = subjects.length === 0 ? '' : t.onSubjects(f.list(subjects.map(t.quoted)))
  const sum = upToCents === null ? '' : t.upTo(t.money(f.number(upToCents / 100)))
  return t.alone(on === '' || sum === '' ? on + sum : t.and(on, sum))
}

/** The facts since the last decision, and what the next step asks for while somebody learns (V3). */
export const sayRecord = (t: AutonomyWords, f: Format, record: RecordView, now: number): string => {
  const { since, replies, days, read, returned, standing, proposal } = record
  const facts = t.record(replies, days, read, returned)
  const said = since === null ? facts.charAt(0).toUpperCase() + facts.slice(1) : t.sinceDay(f.day(since, now)) + facts
  const step = STEP['sensitive-read']
  return standing.level === 'all-read' && proposal === null ? `${said} ${t.next(step.replies, step.days)}` : said
}

/** The step that a record asks for, and the facts that it rests on. */
export const sayProposal = (
  t: AutonomyWords,
  { w, f }: { w: Words; f: Format },
  { role, proposal }: RecordView,
): string => {
  if (proposal === null) return ''
  const { to, grounds } = proposal
  const on = (facts: Extract<typeof grounds, { kind: 'streak' }>) =>
    facts.subject !== null ? t.because.onSubject(facts.subject) : facts.amounts ? t.because.onAmounts : ''
  const because =
    grounds.kind === 'streak'
      ? t.because.streak(grounds.replies, grounds.days, on(grounds))
      : t.because.returned(grounds.returned, grounds.of)
  const ends = role === 'trainee' && to.level !== 'all-read' ? [t.endsTraining(w.roles.agent)] : []
  return [t.proposed(sayStanding(t, f, to)), because, ...ends].join(' ')
}
