import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contract } from '#contract/index.ts'
import { isPermission, may, permissions, permissionsOf } from './permissions.ts'

/** Lines that no route needs and one of its verbs asks for: what only some of those who may call it may do. */
const ASKED_BY_A_VERB = ['gesture.override']

test('every route names a line of the table, and every line is named by a route', () => {
  const named = new Set<string>()
  for (const [name, { permission, scope }] of Object.entries(contract)) {
    if (scope === 'installation') assert.ok(['anyone', 'member'].includes(permission), `${name}: ${permission}`)
    else assert.ok(isPermission(permission), `${name} names ${permission}, which the table does not have`)
    named.add(permission)
  }
  assert.deepEqual(
    Object.keys(permissions).filter((line) => !named.has(line)),
    ASKED_BY_A_VERB,
  )
})

test('a trainee reads, drafts and takes notes, and never speaks to the public alone', () => {
  const lines = permissionsOf('trainee')
  for (const line of ['inbox.read', 'draft.write', 'note.write', 'reply.ask', 'channels.read'] as const)
    assert.ok(lines.includes(line), line)
  for (const line of ['case.work', 'approval.give', 'settings.write'] as const) assert.ok(!lines.includes(line), line)
  assert.equal(may('trainee', 'reply.send'), false)
})

test('only an administrator touches accounts and people', () => {
  for (const role of ['manager', 'validator', 'agent', 'trainee'] as const) {
    assert.equal(may(role, 'members.write'), false)
    assert.equal(may(role, 'channels.write'), false)
  }
})
