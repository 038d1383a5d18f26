import assert from 'node:assert/strict'
import { test } from 'node:test'
import { run } from './wrong-account.ts'

// A small run; `bin/trust wrong-account` is the whole one.
test('whatever is shown, nothing goes out under another account than the one that was shown', async () => {
  const { passed, stale, ...line } = await run({ n: 150 })
  assert.ok(passed, JSON.stringify(line))
  assert.ok(stale > 20)
  assert.ok((line.refused['wrong-account'] ?? 0) > 10, JSON.stringify(line))
})
