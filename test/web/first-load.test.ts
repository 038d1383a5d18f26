import assert from 'node:assert/strict'
import { test } from 'node:test'
import { webReady } from '../journeys/desk.ts'
import { requires } from '../requires.ts'
import { weighFirstLoad } from './first-load.ts'

test('the inbox opens with at most 190 kB of scripts and styles; the conversation and the guard come after', (t) => {
  if (!requires('the pages of the desk', webReady(), t)) return
  const { scripts, styles, guardIsFirst, conversation, guard, guardInPage } = weighFirstLoad()
  assert.ok(scripts > 50_000, 'the scripts were not weighed')
  assert.ok(styles > 2_000, 'the styles were not weighed')
  assert.ok(conversation > 5_000, 'the conversation must be a chunk of its own')
  assert.ok(guard > 100_000, 'the guard must be a worker of its own')
  assert.equal(guardIsFirst, false)
  assert.equal(guardInPage, false)
  assert.ok(scripts + styles <= 190_000, `the first load weighs ${scripts + styles} bytes`)
})
