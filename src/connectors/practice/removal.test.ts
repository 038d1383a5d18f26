import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toolsWith } from '../suite/tools.ts'
import { hideUnlawful, isUp } from './removal.ts'

test('a message stands until its author removes it or it is hidden by law, once and for good', async () => {
  const tools = toolsWith({})
  const message = { externalId: 'm-1', meta: {} }
  assert.deepEqual(await isUp(message, tools), { kind: 'up' })
  for (const _ of [1, 2])
    assert.deepEqual(await hideUnlawful({ ...message, cause: 'threat' }, tools), { kind: 'hidden' })
  assert.deepEqual(await isUp(message, tools), { kind: 'gone' })
  assert.deepEqual(await isUp({ ...message, externalId: 'm-2' }, tools), { kind: 'up' })
  await tools.memory.put('gone/m-2', true)
  assert.deepEqual(await isUp({ ...message, externalId: 'm-2' }, tools), { kind: 'gone' })
})
