import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NOTHING_MATCHES } from '#core/crisis/matching.ts'
import { reportDocument } from '#core/crisis/report-document.ts'
import { reportEn } from '#core/crisis/words/report-en.ts'
import { reportFr } from '#core/crisis/words/report-fr.ts'
import { MINUTE_MS } from '#core/time.ts'
import { closeIncident } from '#server/actions/close-incident.ts'
import { declareIncident } from '#server/actions/declare-incident.ts'
import { handOverIncident, takeIncident } from '#server/actions/hand-over-incident.ts'
import { logDecision } from '#server/actions/log-decision.ts'
import { notePublicUpdate } from '#server/actions/plan-public-update.ts'
import { putMaySay } from '#server/actions/put-may-say.ts'
import { tendIncidents } from '#server/actions/tend-incidents.ts'
import { reportPage, reportPagePolicy } from '#server/documents/report-page.ts'
import { reportPdf } from '#server/documents/report-pdf.ts'
import { readIncidentReport } from '#server/queries/incident-report.ts'
import { allowed, refusal, waitingReply } from '#test/waiting-reply.ts'

const LATE = { ...NOTHING_MATCHES, words: ['commande'] }

test('the report after a crisis is drawn from what the desk recorded, as a page and as a PDF', async () => {
  await using w = await waitingReply()
  const aicha = w.as('aicha')
  const { id } = allowed(await declareIncident(w.desk, aicha, { title: 'Retards <script>', matching: LATE, level: 2 }))
  await tendIncidents(w.desk)
  w.desk.pass(20 * MINUTE_MS)
  allowed(await notePublicUpdate(w.desk, aicha, { id, words: 'Nous avons vu vos messages' }))
  const line = { words: ['camion'], claims: [], dates: false } as const
  const said = { ...line, state: 'confirmed' as const, says: 'Un camion est en panne.', proof: 'la logistique' }
  const { lineId } = allowed(await putMaySay(w.desk, aicha, { id, ...said }))
  allowed(await putMaySay(w.desk, aicha, { id, lineId, ...line, state: 'forbidden', says: 'Un camion', proof: null }))
  allowed(await logDecision(w.desk, aicha, { id, words: 'Un autre camion part à midi' }))
  allowed(await handOverIncident(w.desk, aicha, { id, memberId: w.members.sarah }))
  w.desk.pass(2 * MINUTE_MS)
  allowed(await takeIncident(w.desk, w.as('sarah'), { id }))
  w.desk.pass(200 * MINUTE_MS)
  allowed(await closeIncident(w.desk, w.as('sarah'), { id, reason: 'Repris demain' }))

  const { facts, around } = allowed(await readIncidentReport(w.desk, w.as('tom'), { id }))
  assert.equal(facts.alert, null)
  assert.deepEqual([facts.counts.mentions, facts.counts.people, facts.counts.owed], [1, 1, 1])
  assert.deepEqual(facts.maySay, { confirmed: 1, takenBack: 1, open: 0 })
  assert.deepEqual(
    facts.handovers.map(({ takenAfterMs }) => takenAfterMs),
    [2 * MINUTE_MS],
  )
  assert.deepEqual(
    facts.public.updates.map(({ at, dueAt }) => dueAt - at),
    [10 * MINUTE_MS],
  )
  assert.deepEqual(
    facts.notes.map(({ step, sentAt }) => [step, sentAt]),
    [
      ['half-hour', null],
      ['hour', null],
      ['two-hours', null],
    ],
  )
  assert.ok(facts.unmet.includes('none-late'))
  assert.equal(refusal(await readIncidentReport(w.desk, w.as('tom'), { id: w.desk.newId() })).refused, 'not-found')

  for (const tongue of [reportFr('Europe/Paris'), reportEn('Europe/Paris')]) {
    const document = reportDocument(facts, around, tongue)
    const page = reportPage(document)
    assert.ok(page.includes('Un autre camion part à midi') && page.includes('<svg') && !page.includes('<script'))
    assert.match(page, /<span class="code">G4<\/span>/)
    const pdf = (await reportPdf(document, new Date(facts.now))).toString('latin1')
    assert.match(pdf, /^%PDF-1\.\d/)
    assert.ok(pdf.includes(`/Lang (${document.language})`) && /\/FontFile/.test(pdf))
  }
  assert.match(reportPagePolicy, /default-src 'none'; style-src 'sha256-/)
})
