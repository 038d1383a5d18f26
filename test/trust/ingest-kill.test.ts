import assert from 'node:assert/strict'
import { test } from 'node:test'
import { run } from './ingest-kill.ts'

// A small run; `bin/trust ingest-kill` is the whole one.
for (const database of [false, true])
  test(`signed webhooks are neither lost nor doubled while the ${database ? 'database crashes' : 'desk is killed'}`, async () => {
    const { passed, faults, ...line } = await run({ n: 300, seconds: 240, leastFaults: 3, database })
    assert.ok(faults >= 2, `${faults} faults`)
    assert.ok(passed, JSON.stringify(line))
  })
