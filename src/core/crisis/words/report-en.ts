import type { Judged, Judgement, ReportFacts } from '../after-report.ts'
import type { ReportTongue } from '../report-document.ts'
import { momentsOf } from './moments.ts'

const figures = new Intl.NumberFormat('en-GB')
const many = (n: number, single: string, several: string): string =>
  `${figures.format(n)} ${n === 1 ? single : several}`

const CRITERIA = {
  ...{
    calm: 'calm',
    'none-late': 'nobody late',
    'nothing-unconfirmed': 'nothing uncertain',
    'public-told': 'the public told',
    'nobody-untold': 'those affected told',
  },
} as const

/** What to change next, for each thing that failed (M2). */
const ADVICE: Readonly<Record<Judged, string>> = {
  seen: 'See that each account is heard, and that somebody watches at the hours at which it began.',
  taken: 'Look at the watch of that hour again, and at who stands in.',
  declared: 'Remind those on watch that declaring takes one act, and that a cell too many is closed again.',
  piloted: 'Name beforehand who pilots, and practise taking charge.',
  'first-word': 'Prepare a first statement in the library, and rehearse it in a drill.',
  pace: 'Announce the hour of the next update in each one, and give the clock to somebody.',
  answered: 'Answer those who still wait, today.',
  'in-time': 'Plan for more hands from the declaration on, and answers ready for the questions of this affair.',
  truth: 'Confirm a line only with its proof; get back to those who read the old one.',
  'open-questions': 'Settle what stayed uncertain, and tell those who had asked.',
  contests: 'Decide contested findings during the crisis: a writer waits.',
  lead: 'Tell the next pilot in person, and have them confirm.',
  notes: 'Give the addresses of the hierarchy beforehand, and somebody who reads the notes.',
  heard: 'Reconnect the accounts that were down, and see what was said there without you.',
  closing: 'Wait for the criteria before closing, or set others for this kind of affair.',
}

/** A report in English, on the brand's clock. */
export const reportEn = (timeZone: string): ReportTongue => {
  const m = momentsOf('en', timeZone)
  const took = ({ tookMs, limitMs }: Judgement): string =>
    tookMs === null ? 'never' : `in ${m.lasted(tookMs)} (mark: ${m.lasted(limitMs ?? 0)})`
  const said: Readonly<Record<Judged, (one: Judgement, facts: ReportFacts) => string>> = {
    seen: (one, { alert }) =>
      alert === null
        ? 'The affair was declared without an alert: how long it took to see it is not known.'
        : `The alert followed the first message ${took(one)}.`,
    taken: (one, { alert }) =>
      alert === null ? 'There was no alert to take.' : `Somebody took the alert ${took(one)}.`,
    declared: (one) => `The cell was declared ${took(one)}.`,
    piloted: (one) => `The pilot confirmed ${took(one)}.`,
    'first-word': (one) =>
      one.verdict === 'unknown' ? 'The first public update was not due yet.' : `First public update ${took(one)}.`,
    pace: ({ count, of }) =>
      `Further public updates at the hour announced: ${figures.format(count ?? 0)} of ${figures.format(of ?? 0)}.`,
    answered: ({ count, of }, { counts }) =>
      counts.cases === 0
        ? 'No conversation belongs to the affair.'
        : `${figures.format(count ?? 0)} conversations of ${figures.format(of ?? 0)} were answered; ${many(counts.owed, 'still waits', 'still wait')}.`,
    'in-time': ({ count, of }, { counts }) =>
      `The promised time was kept for ${figures.format(count ?? 0)} conversations of ${figures.format(of ?? 0)}${counts.medianMs === null ? '' : `; median first answer in ${m.lasted(counts.medianMs)}`}.`,
    truth: ({ count, of }) =>
      of === null
        ? 'No fact was confirmed: none could be taken back.'
        : `Confirmed facts that held to the end: ${figures.format(count ?? 0)} of ${figures.format(of ?? 0)}.`,
    'open-questions': ({ count }) =>
      count === 0
        ? 'Nothing was left uncertain at the close.'
        : `${many(count ?? 0, 'point was', 'points were')} left uncertain at the close.`,
    contests: ({ count, of }, { contests }) =>
      `Contested findings of the guard decided: ${figures.format(count ?? 0)} of ${figures.format(of ?? 0)}, ${figures.format(contests.upheld)} of them for the writer.`,
    lead: ({ count, of }) =>
      `Hand-overs confirmed within five minutes: ${figures.format(count ?? 0)} of ${figures.format(of ?? 0)}.`,
    notes: ({ count, of }) =>
      `Notes to the hierarchy sent within a quarter of an hour: ${figures.format(count ?? 0)} of ${figures.format(of ?? 0)}.`,
    heard: ({ count }) =>
      count === 0
        ? 'Every account was heard throughout.'
        : `An account was not heard ${many(count ?? 0, 'time', 'times')}.`,
    closing: (_, { unmet }) =>
      unmet.length === 0
        ? 'Closed once all its criteria were met.'
        : `Closed before its time; missing: ${unmet.map((one) => CRITERIA[one]).join(', ')}.`,
  }
  return {
    language: 'en',
    title: ({ title }) => `Report: ${title}`,
    standing: ({ level, declaredAt, declaredBy, closedAt, counts }, brand) => [
      `${brand}, cell of level ${level}.`,
      `Declared on ${m.day(declaredAt)} by ${declaredBy}${closedAt === null ? '; still open: this report is provisional.' : `; closed on ${m.day(closedAt)}, after ${m.lasted(closedAt - declaredAt)}.`}`,
      `${many(counts.mentions, 'message', 'messages')} from ${many(counts.people, 'person', 'people')}.`,
    ],
    headline: (_, well, failed) =>
      failed === 0
        ? `The ${well} points that the journal lets one judge were kept.`
        : `${many(failed, 'point', 'points')} failed, ${many(well, 'point was kept', 'points were kept')}.`,
    storyTitle: 'The thread, by the hour',
    story: ({ firstAt, alert, declaredAt, declaredBy, pilotTakenAt, public: { updates }, closedAt, handovers }) => [
      ...(firstAt === null ? [] : [{ at: firstAt, text: 'First message of the affair' }]),
      ...(alert === null ? [] : [{ at: alert.raisedAt, text: 'Alert' }]),
      ...(alert === null || alert.takenAt === null ? [] : [{ at: alert.takenAt, text: 'Alert taken' }]),
      { at: declaredAt, text: `Cell declared by ${declaredBy}` },
      ...(pilotTakenAt === null || pilotTakenAt === declaredAt
        ? []
        : [{ at: pilotTakenAt, text: 'The pilot confirms' }]),
      ...updates.map(({ at, dueAt }, n) => ({
        at,
        text: `Public update ${n + 1}${at > dueAt ? `, ${m.lasted(at - dueAt)} late` : ''}`,
      })),
      ...handovers.map(({ at }) => ({ at, text: 'Hand-over of the lead' })),
      ...(closedAt === null ? [] : [{ at: closedAt, text: 'Cell closed' }]),
    ],
    verdicts: { failed: 'What failed', well: 'What went well', unknown: 'What the journal does not tell' },
    judgement: (one, facts) => said[one.on](one, facts),
    advice: ({ on }) => ADVICE[on],
    curves: {
      ...{ mentions: 'Messages of the affair, against habit', count: 'messages', usual: 'usual for all messages' },
      ...{ answers: 'Who waits, who has an answer', answered: 'conversations answered', owed: 'waiting' },
    },
    decisionsTitle: 'Decisions of the cell',
    decided: (by, words) => `${by ?? 'The desk'}: ${words}`,
    drawnUp: (now) => `Drawn up by Vigie on ${m.day(now)}, from the journal and the cell’s thread.`,
    pageOf: (page, pages) => `${page} / ${pages}`,
    moment: (at) => m.day(at),
  }
}
