import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from '#server/config.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { listening, people } from '#test/listening.ts'
import { UsageTrouble } from './command.ts'
import { command } from './replay.ts'

test('what is in quarantine is read again by one command, all of it, or of one account, or since a day', async () => {
  await using w = await listening()
  for (const day of ['2026-02-10', '2026-02-20'])
    await w.hand([w.says(people.camille, day, 'Bonjour')], { receivedAt: Date.parse(day) })
  await inWorkspace(w.desk.db, w.workspaceId, (trx) =>
    trx.updateTable('receipts').set({ state: 'quarantined', attempts: 5, fault: 'TypeError: mended since' }).execute(),
  )
  const lines: string[] = []
  const replay = (...args: string[]) =>
    command.run({
      args,
      config: readConfig({ DATABASE_URL: w.desk.db.url }),
      signal: new AbortController().signal,
      print: (line) => lines.push(line),
    })
  await replay('--account', 'nobody')
  assert.equal(lines.pop(), 'Nothing of that account is in quarantine. There is: fleursduport (2).')
  await replay('--account', 'fleursduport', '--since', '2026-02-15')
  assert.equal(lines.pop(), 'fleursduport: 1 receipt will be read again. The last fault was: TypeError: mended since')
  await w.read()
  assert.deepEqual(
    (await w.rows('messages')).map((m) => m.external_id),
    ['2026-02-20'],
  )
  await replay()
  await w.read()
  assert.equal((await w.rows('messages')).length, 2)
  await replay()
  assert.equal(lines.pop(), 'Nothing is in quarantine.')
  await assert.rejects(replay('--since', 'yesterday'), UsageTrouble)
})
