import { draftNote, NOTE_STEPS, noteDueAt, type SituationFacts } from '#core/crisis/situation-note.ts'
import { noteFr } from '#core/crisis/words/note-fr.ts'
import { mockGravity } from './mock-alerts.ts'
import { idOf, people } from './mock-data.ts'
import type { MockAnswers } from './mock-desk.ts'

const MINUTE = 60_000
const done = { done: true as const }

const facts = (declaredAt: number): SituationFacts => ({
  ...{ step: 'hour', at: declaredAt + 60 * MINUTE, title: 'Livraisons de la fête des mères', level: 2, declaredAt },
  ...{ declaredBy: people.sarah.name, pilot: { name: people.sarah.name, takenAt: declaredAt } },
  roles: [{ role: 'writes', name: people.aicha.name, department: null }],
  counts: { mentions: 312, people: 280, answered: 251, owed: 61, late: 9 },
  before: { at: declaredAt + 30 * MINUTE, counts: { mentions: 148, people: 131, answered: 61, owed: 70, late: 9 } },
  gravity: null,
  maySay: {
    confirmed: [
      {
        ...{ says: '312 bouquets partis avec un jour de retard.', proof: 'la logistique' },
        ...{ by: people.julien.name, at: declaredAt + 50 * MINUTE },
      },
    ],
    ...{ unconfirmed: [], forbidden: [] },
  },
  decisions: [{ at: declaredAt + 45 * MINUTE, by: people.sarah.name, words: 'Logistique : cause trouvée' }],
  ...{ moreDecisions: 0, closedAt: null },
  publicClock: { lastAt: declaredAt + 58 * MINUTE, nextAt: declaredAt + 118 * MINUTE, updates: 2 },
})

/** The notes of the mock cell: the first went by mail and one did not arrive, the second is to be read, two are to come. */
export const noteAnswers = {
  readIncidentGravity: () => mockGravity(Date.now()),
  readSituationNotes: () => {
    const declaredAt = Date.now() - 106 * MINUTE
    const { words } = draftNote(facts(declaredAt), noteFr('Europe/Paris'))
    const note = { language: 'fr' as const, words, editedBy: null }
    return {
      ...{ mails: true, lastTo: ['direction@fleursduport.example'] },
      notes: NOTE_STEPS.map((step) => {
        const dueAt = noteDueAt(step, declaredAt)
        const drafted = { ...note, draftedAt: dueAt }
        const sent = {
          ...{ at: dueAt + 4 * MINUTE, by: people.sarah, how: 'mail' as const },
          to: [
            { address: 'direction@fleursduport.example', state: 'sent', reason: null },
            { address: 'mairie@nantes.example', state: 'failed', reason: 'EENVELOPE 550' },
          ],
        }
        return {
          ...{ step, dueAt, isOwed: true },
          note:
            step === 'half-hour'
              ? { ...drafted, id: idOf(64, 1), editedBy: people.sarah, sent }
              : step === 'hour'
                ? { ...drafted, id: idOf(64, 2), sent: null }
                : null,
        }
      }),
    }
  },
  redraftNote: () => done,
  editNote: () => done,
  sendNote: () => done,
} satisfies Partial<MockAnswers>
