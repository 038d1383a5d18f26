import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeRegistry } from '#server/registry.ts'
import { samplesOf } from './parser-fuzz/samples.ts'
import { run } from './parser-fuzz.ts'

test('the sample receipts are real: every connector understands its own', () => {
  for (const connector of makeRegistry().values())
    for (const body of samplesOf(connector.id)) {
      const [activity] = connector.read(
        connector.capabilities.listens.includes('webhook') ? { raw: Buffer.from(JSON.stringify(body)) } : { body },
        { externalId: 'did:plc:fleursduport', handle: 'fleursduport' },
      )
      assert.ok(
        activity !== undefined && activity.kind !== 'nothing',
        `${connector.id}: ${JSON.stringify(body).slice(0, 80)}`,
      )
    }
})

test('a small run of the parser fuzz: nothing crashes, nothing unsound comes out', async () => {
  const line = await run({ n: 4_000, seed: 7 })
  assert.deepEqual([line.lost, line.unsound, line.polluted], [0, 0, false], JSON.stringify(line))
  assert.ok(line.n >= 4_000)
})
