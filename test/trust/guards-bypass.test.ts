import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WAYS } from './guards-bypass/ways.ts'
import { run } from './guards-bypass.ts'

// A small run; `bin/trust guards-bypass` is the whole one.
test('whatever way is taken, nothing gets out without the guard’s record and the approvals that it needs', async () => {
  const { passed, ways, ...line } = await run({ n: 49 })
  assert.ok(passed, JSON.stringify(line))
  assert.equal(ways, WAYS.length)
  assert.ok(line.published > 5 && (line.refused['guard-findings'] ?? 0) > 10, JSON.stringify(line))
})
