import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/time.ts'
import { draftNote, NOTE_STEPS, noteDueAt, notesToDraft, type SituationFacts } from './situation-note.ts'
import { noteEn } from './words/note-en.ts'
import { noteFr } from './words/note-fr.ts'

const DECLARED = Date.UTC(2026, 4, 31, 12, 2)
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

/** Mother's day, half an hour in. */
const early: SituationFacts = {
  ...{ step: 'half-hour', at: DECLARED + 30 * MINUTE_MS, title: 'Livraisons de la fête des mères', level: 2 },
  ...{ declaredAt: DECLARED, declaredBy: 'Sarah Duval', pilot: { name: 'Sarah Duval', takenAt: DECLARED } },
  roles: [{ role: 'writes', name: 'Aïcha Morel', department: null }],
  counts: { mentions: 148, people: 131, answered: 61, owed: 70, late: 9 },
  ...{ before: null, gravity: null },
  maySay: { confirmed: [], unconfirmed: [], forbidden: [] },
  ...{ decisions: [], moreDecisions: 0, closedAt: null },
  publicClock: { lastAt: null, nextAt: DECLARED + 30 * MINUTE_MS, updates: 0 },
}
const later: SituationFacts = {
  ...{ ...early, step: 'hour', at: DECLARED + HOUR_MS },
  counts: { mentions: 312, people: 280, answered: 251, owed: 61, late: 4 },
  before: { at: early.at, counts: early.counts },
  maySay: {
    confirmed: [
      {
        says: '312 bouquets partis avec un jour de retard.',
        proof: 'la logistique',
        by: 'Julien Tessier',
        at: DECLARED + 40 * MINUTE_MS,
      },
    ],
    unconfirmed: [{ says: 'Date de relivraison', proof: null, by: 'Julien Tessier', at: DECLARED + 41 * MINUTE_MS }],
    forbidden: [],
  },
  decisions: [{ at: DECLARED + 35 * MINUTE_MS, by: 'Sarah Duval', words: 'Camion de réserve demandé' }],
  moreDecisions: 2,
  publicClock: { lastAt: DECLARED + 28 * MINUTE_MS, nextAt: DECLARED + 55 * MINUTE_MS, updates: 1 },
}

test('a note says what is known, what is not, and where each figure comes from', () => {
  const fr = plain(draftNote(early, noteFr('Europe/Paris')).words)
  for (const said of [
    'Note de situation, première demi-heure : Livraisons de la fête des mères (cellule de niveau 2)',
    '- 148 messages de 131 personnes depuis la déclaration à 14 h 02, il y a 30 min. [1]',
    '- 61 conversations ont reçu une réponse, 70 l’attendent, dont 9 au-delà du délai promis. [1]',
    '- Rien n’est confirmé à cette heure. [2]',
    '- La marque n’a encore rien dit publiquement. [3]',
    '- Sarah Duval pilote depuis 14 h 02. [4]',
    '- Rédige : Aïcha Morel. [4]',
    '[1] Messages liés à l’affaire et leurs dossiers, relevés à 14 h 32. Déclarée par Sarah Duval à 14 h 02.',
  ])
    assert.ok(fr.includes(said), `${said}\n${fr}`)
  const en = draftNote(later, noteEn('Europe/Paris')).words
  for (const said of [
    'Situation note, H+1: Livraisons de la fête des mères (cell of level 2)',
    '- Since the note of 14:32: 164 messages more; it counted 70 waiting and 9 late. [5]',
    '- 312 bouquets partis avec un jour de retard. (Julien Tessier, 14:42; proof: la logistique) [2]',
    '- The public update expected at 14:57 is 5 min late.',
    '- 14:37, Sarah Duval: Camion de réserve demandé',
    '- And 2 decisions before, in the cell’s log.',
  ])
    assert.ok(en.includes(said.replace(/ \[5\]$/, '')), `${said}\n${en}`)
})

test('every line names a source that stands below, and every source is used', () => {
  for (const facts of [early, later])
    for (const tongue of [noteFr('Europe/Paris'), noteEn('Europe/Paris')]) {
      const { words, sections } = draftNote(facts, tongue)
      const lines = words.split('\n')
      const cited = new Set(lines.filter((line) => line.startsWith('- ')).map((line) => /\[(\d+)\]$/.exec(line)?.[1]))
      const listed = lines.flatMap((line) => /^\[(\d+)\] /.exec(line)?.[1] ?? [])
      assert.deepEqual([...cited].toSorted(), listed.toSorted())
      assert.ok(sections.every((section) => section.lines.every(({ text }) => text.trim() !== '')))
      assert.ok(!/undefined|NaN|null/.test(words), words)
    }
})

test('no figure stands in a note that is not a fact', () => {
  const numbersOf = (text: string) => (text.match(/\d+/g) ?? []).map(Number)
  const { words } = draftNote({ ...early, title: 'Livraisons' }, noteEn('UTC'))
  const facts = new Set([148, 131, 61, 70, 9, 12, 2, 30, 32, 0])
  const said = words.split('\n').filter((line) => !line.startsWith('['))
  for (const line of said)
    for (const n of numbersOf(line.replace(/\[\d+\]$/, ''))) assert.ok(facts.has(n), `${n} in: ${line}`)
})

test('notes are due at the half hour, H+1, H+2 and D+1, once each, and a closed affair owes no later one', () => {
  assert.deepEqual(
    NOTE_STEPS.map((step) => noteDueAt(step, 0) / MINUTE_MS),
    [30, 60, 120, 1440],
  )
  const open = { declaredAt: 0, closedAt: null }
  assert.deepEqual(notesToDraft(open, [], 29 * MINUTE_MS), [])
  assert.deepEqual(notesToDraft(open, [], 30 * MINUTE_MS), ['half-hour'])
  assert.deepEqual(notesToDraft(open, ['half-hour'], 2 * HOUR_MS), ['hour', 'two-hours'])
  assert.deepEqual(notesToDraft({ declaredAt: 0, closedAt: 90 * MINUTE_MS }, ['half-hour', 'hour'], 2 * DAY_MS), [])
  fc.assert(
    fc.property(
      fc.nat(2 * DAY_MS),
      fc.option(fc.nat(2 * DAY_MS)),
      fc.subarray([...NOTE_STEPS]),
      (now, closedAt, drafted) => {
        for (const step of notesToDraft({ declaredAt: 0, closedAt }, drafted, now)) {
          assert.ok(noteDueAt(step, 0) <= now && !drafted.includes(step))
          assert.ok(closedAt === null || closedAt >= noteDueAt(step, 0))
        }
      },
    ),
  )
})
