import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NOTHING_MATCHES } from '#core/crisis/matching.ts'
import { HOUR_MS, MINUTE_MS } from '#core/time.ts'
import { declareIncident } from '#server/actions/declare-incident.ts'
import { draftDueNotes } from '#server/actions/draft-due-notes.ts'
import { logDecision } from '#server/actions/log-decision.ts'
import { putMaySay } from '#server/actions/put-may-say.ts'
import { editNote, redraftNote, sendNote } from '#server/actions/situation-notes.ts'
import { tendIncidents } from '#server/actions/tend-incidents.ts'
import { makeBulletinCarrier } from '#server/jobs/carry-bulletins.ts'
import type { Mail } from '#server/notices/outside.ts'
import { readIncidentGravity } from '#server/queries/incident-gravity.ts'
import { readSituationNotes } from '#server/queries/situation-notes.ts'
import { allowed, refusal, waitingReply } from '#test/waiting-reply.ts'

const LATE = { ...NOTHING_MATCHES, words: ['commande'] }

test('a note is drafted from the facts at its hour, corrected and sent by a person, and kept as it was sent', async () => {
  await using w = await waitingReply()
  const { id } = allowed(await declareIncident(w.desk, w.as('aicha'), { title: 'Retards', matching: LATE, level: 2 }))
  await tendIncidents(w.desk)
  const notes = async () => allowed(await readSituationNotes(w.desk, w.as('sarah'), { id }, true)).notes
  await draftDueNotes(w.desk)
  assert.ok((await notes()).every(({ note, isOwed }) => note === null && isOwed))

  const line = { words: [], claims: [], dates: false } as const
  const confirmed = { ...line, state: 'confirmed' as const, says: 'Un camion est en panne.', proof: 'la logistique' }
  allowed(await putMaySay(w.desk, w.as('aicha'), { id, ...confirmed }))
  allowed(await logDecision(w.desk, w.as('aicha'), { id, words: 'Un autre camion part à midi' }))
  w.desk.pass(30 * MINUTE_MS)
  await draftDueNotes(w.desk)
  await draftDueNotes(w.desk)
  const first = (await notes())[0]?.note
  assert.ok(first)
  for (const said of [
    '1 message de 1 personne',
    'Un camion est en panne.',
    'preuve',
    'Un autre camion part à midi',
    'Aïcha',
  ])
    assert.ok(first.words.replaceAll(/[\u00a0\u202f]/g, ' ').includes(said), `${said}\n${first.words}`)
  assert.ok((await w.notices('aicha')).includes('situation-note.drafted'))

  // Somebody outside the cell reads; those of the cell and managers write.
  assert.equal(refusal(await editNote(w.desk, w.as('julien'), { id: first.id, words: 'x' })).refused, 'not-of-the-cell')
  allowed(await redraftNote(w.desk, w.as('aicha'), { id: first.id, language: 'en' }))
  assert.match((await notes())[0]?.note?.words ?? '', /^Situation note, first half hour: Retards/)
  allowed(await editNote(w.desk, w.as('sarah'), { id: first.id, words: 'Note, corrigée par Sarah <b>\nUn camion.' }))
  assert.equal(
    refusal(await sendNote(w.desk, w.as('sarah'), { id: first.id, to: ['a@b.example'] }, false)).refused,
    'no-mail-server',
  )
  const to = ['direction@fleursduport.example', 'direction@fleursduport.example', 'maire@fleursduport.example']
  allowed(await sendNote(w.desk, w.as('sarah'), { id: first.id, to }, true))
  assert.equal(refusal(await editNote(w.desk, w.as('sarah'), { id: first.id, words: 'autre' })).refused, 'note-sent')

  const mails: Mail[] = []
  let isDown = true
  const mail = async (one: Mail) => {
    mails.push(one)
    return isDown
      ? ({ kind: 'failed', reason: 'ECONNECTION', certain: true, permanent: false } as const)
      : ({ kind: 'taken' } as const)
  }
  const carrier = makeBulletinCarrier(w.desk, { deskUrl: 'https://desk.example', mail, push: null })
  await carrier.round()
  const failing = (await notes())[0]?.note?.sent?.to
  assert.deepEqual(
    failing?.map(({ state, reason }) => [state, reason]),
    [
      ['waiting', 'ECONNECTION'],
      ['waiting', 'ECONNECTION'],
    ],
  )
  isDown = false
  w.desk.pass(MINUTE_MS)
  await carrier.round()
  assert.deepEqual(
    (await notes())[0]?.note?.sent?.to.map(({ address, state }) => [address, state]),
    [
      ['direction@fleursduport.example', 'sent'],
      ['maire@fleursduport.example', 'sent'],
    ],
  )
  assert.equal(new Set(mails.map(({ messageId }) => messageId)).size, 2)
  assert.equal(mails[0]?.subject, 'Note, corrigée par Sarah <b>')
  assert.ok(mails[0]?.html.includes('&#60;b&#62;'))

  // The desk slept through H+1: at H+2 one note says it all, beside what the first one counted.
  w.desk.pass(2 * HOUR_MS)
  await draftDueNotes(w.desk)
  const drafted = (await notes()).filter(({ note }) => note !== null).map(({ step }) => step)
  assert.deepEqual(drafted, ['half-hour', 'two-hours'])
  await draftDueNotes(w.desk)
  assert.equal((await notes()).filter(({ note }) => note !== null).length, 2)
  const gravity = allowed(await readIncidentGravity(w.desk, w.as('tom'), { id }))
  assert.equal(gravity.level, 1)
  assert.match(gravity.en.headline, /^Gravity 1 of 4/)
})
