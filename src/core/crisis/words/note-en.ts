import type { NoteSection, NoteTongue, SaidLine, SituationFacts } from '../situation-note.ts'
import { sayGravityEn } from './gravity-en.ts'
import { type Moments, momentsOf } from './moments.ts'

const figures = new Intl.NumberFormat('en-GB')
const many = (n: number, single: string, several: string): string =>
  `${figures.format(n)} ${n === 1 ? single : several}`
const STEPS = { 'half-hour': 'first half hour', hour: 'H+1', 'two-hours': 'H+2', day: 'D+1' } as const
const ROLES: Readonly<Record<string, string>> = {
  ...{ pilot: 'Pilot', writes: 'Writes', validates: 'Validates', watches: 'Watches', joins: 'Joins the department' },
}

const counted = ({ counts, before, declaredAt, at }: SituationFacts, m: Moments): NoteSection['lines'] => [
  {
    source: 'mentions',
    text: `${many(counts.mentions, 'message', 'messages')} from ${many(counts.people, 'person', 'people')} since it was declared at ${m.clock(declaredAt)}, ${m.lasted(at - declaredAt)} ago.`,
  },
  {
    source: 'mentions',
    text: `${many(counts.answered, 'conversation was', 'conversations were')} answered, ${figures.format(counts.owed)} ${counts.owed === 1 ? 'waits' : 'wait'} for an answer, ${figures.format(counts.late)} of them beyond what was promised.`,
  },
  ...(before === null
    ? []
    : [
        {
          source: 'notes' as const,
          text: `Since the note of ${m.clock(before.at)}: ${many(counts.mentions - before.counts.mentions, 'message more', 'messages more')}; it counted ${figures.format(before.counts.owed)} waiting and ${figures.format(before.counts.late)} late.`,
        },
      ]),
]

const said = (lines: readonly SaidLine[], none: string, m: Moments): NoteSection['lines'] =>
  lines.length === 0
    ? [{ source: 'may-say', text: none }]
    : lines.map(({ says, proof, by, at }) => ({
        source: 'may-say',
        text: `${says} (${by}, ${m.clock(at)}${proof === null ? '' : `; proof: ${proof}`})`,
      }))

const done = ({ decisions, moreDecisions, publicClock, at }: SituationFacts, m: Moments): NoteSection['lines'] => [
  {
    source: 'public',
    text:
      publicClock.lastAt === null
        ? 'The brand has said nothing in public yet.'
        : `${many(publicClock.updates, 'public update', 'public updates')}; the last at ${m.clock(publicClock.lastAt)}.`,
  },
  ...(publicClock.nextAt === null
    ? []
    : [
        {
          source: 'public' as const,
          text:
            publicClock.nextAt < at
              ? `The public update expected at ${m.clock(publicClock.nextAt)} is ${m.lasted(at - publicClock.nextAt)} late.`
              : `Next public update at ${m.clock(publicClock.nextAt)}.`,
        },
      ]),
  ...decisions.map((one) => ({
    source: 'log' as const,
    text: `${m.clock(one.at)}, ${one.by ?? 'the desk'}: ${one.words}`,
  })),
  ...(moreDecisions === 0
    ? []
    : [
        {
          source: 'log' as const,
          text: `And ${many(moreDecisions, 'decision', 'decisions')} before, in the cell’s log.`,
        },
      ]),
]

/** A note in English, on the brand's clock. */
export const noteEn = (timeZone: string): NoteTongue => {
  const m = momentsOf('en', timeZone)
  return {
    subject: ({ step, title, level }) => `Situation note, ${STEPS[step]}: ${title} (cell of level ${level})`,
    sections: (facts) => {
      const gauge = facts.gravity && sayGravityEn(facts.gravity)
      const { pilot, maySay } = facts
      return [
        { title: 'WHERE WE STAND', lines: counted(facts, m) },
        {
          title: 'GRAVITY',
          lines:
            gauge === null
              ? []
              : [gauge.headline, gauge.raise, gauge.lower]
                  .filter((text) => text !== null)
                  .map((text) => ({ source: 'gravity', text })),
        },
        { title: 'WHAT IS CONFIRMED', lines: said(maySay.confirmed, 'Nothing is confirmed at this hour.', m) },
        { title: 'WHAT IS NOT YET', lines: said(maySay.unconfirmed, 'Nothing is noted as uncertain.', m) },
        { title: 'WHAT MUST NOT BE SAID', lines: said(maySay.forbidden, 'Nothing is forbidden.', m) },
        { title: 'WHAT WAS DONE', lines: done(facts, m) },
        {
          title: 'WHO HOLDS WHAT',
          lines: [
            {
              source: 'roles',
              text:
                pilot === null
                  ? 'Nobody pilots.'
                  : pilot.takenAt === null
                    ? `${pilot.name} is named pilot and has not yet confirmed it.`
                    : `${pilot.name} pilots since ${m.clock(pilot.takenAt)}.`,
            },
            ...facts.roles.map(({ role, name, department }) => ({
              source: 'roles' as const,
              text: `${ROLES[role] ?? role}: ${name}${department === null ? '' : ` (${department})`}.`,
            })),
          ],
        },
      ]
    },
    sourcesTitle: 'SOURCES',
    source: (source, { at, before, declaredBy, declaredAt }) =>
      ({
        mentions: `Messages that belong to the affair and their cases, counted at ${m.clock(at)}. Declared by ${declaredBy} at ${m.clock(declaredAt)}.`,
        gravity: `Vigie’s gauge of gravity, read at ${m.clock(at)}.`,
        'may-say': `The list “What we may say” at ${m.clock(at)}, with who wrote it and when.`,
        log: 'The log of the cell, in the words of those who decided.',
        public: 'The cell’s clock of public updates.',
        roles: `Roles of the cell at ${m.clock(at)}.`,
        notes: `The note before${before === null ? '' : `, of ${m.clock(before.at)}`}.`,
      })[source],
  }
}
