import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runMatrix } from './authz-matrix.ts'

test('every route lets in the roles that the table names, and nobody else of this brand or another', async () => {
  const { asked, faults } = await runMatrix()
  assert.ok(asked > 300, `${asked} questions`)
  assert.deepEqual(faults, [])
})
