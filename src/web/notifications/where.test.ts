import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whereIs } from './where.ts'

const at = (kind: string, data = {}, caseId: string | null = null) => whereIs('b', { kind, caseId, data })

test('what one is told of leads to where it is: its case, its incident, its message to many, the alert', () => {
  assert.deepEqual(at('note.named', {}, 'c')?.search, { queue: 'all', case: 'c' })
  assert.deepEqual(at('incident.declared', { incidentId: 'i' })?.search, { incident: 'i' })
  assert.deepEqual(at('situation-note.drafted', { incidentId: 'i', step: 'hour' })?.search, { incident: 'i' })
  assert.deepEqual(at('outreach.asked', { incidentId: 'i', outreachId: 'o' })?.params, {
    workspace: 'b',
    incident: 'i',
  })
  // The thread of a statement is a row of no inbox.
  assert.match(at('statement.gone', { incidentId: 'i' }, 'c')?.to ?? '', /crisis$/)
  assert.equal(at('outreach.returned', { incidentId: 'i' })?.what, 'message')
  assert.match(at('alert.raised', { alertId: 'a' })?.to ?? '', /inbox$/)
  assert.equal(at('charter.in-force'), null)
})
