import assert from 'node:assert/strict'
import { test } from 'node:test'
import { webReady } from '../journeys/desk.ts'
import { requires } from '../requires.ts'
import { weighFirstLoad } from './first-load.ts'

test('the inbox opens with at most 200 kB of scripts, and the guard comes after', (t) => {
  if (!requires('the pages of the desk', webReady(), t)) return
  const { scripts, guard } = weighFirstLoad()
  assert.ok(scripts > 50_000, 'the scripts were not weighed')
  assert.ok(guard > 5_000, 'the guard must be a chunk of its own')
  assert.ok(scripts <= 200_000, `the first load weighs ${scripts} bytes`)
})
