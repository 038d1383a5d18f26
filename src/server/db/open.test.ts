import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readConfig } from '#server/config.ts'
import { testDatabase } from '#test/database.ts'
import { openConfigured } from './open.ts'

test('with DATABASE_URL the desk uses that server and starts none', async () => {
  await using db = await testDatabase()
  await using opened = await openConfigured(readConfig({ DATABASE_URL: db.url }), { alone: true })
  assert.equal(opened.embedded, false)
  assert.deepEqual(await opened.database.app.selectFrom('workspaces').selectAll().execute(), [])
})

test('without it the desk starts its own, which ends with it', async () => {
  const data = await mkdtemp(join(tmpdir(), 'vigie-open-'))
  try {
    await using opened = await openConfigured(readConfig({ VIGIE_DATA: data }), { alone: true })
    assert.equal(opened.embedded, true)
    assert.equal((await opened.database.owner.query('select 1')).rowCount, 1)
  } finally {
    await rm(data, { recursive: true })
  }
})

test('a server that is not there, and a database that is not in it, are said so without the password', async () => {
  await using db = await testDatabase()
  const port = await new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
  const away = readConfig({ DATABASE_URL: `postgres://vigie:secret-word@127.0.0.1:${port}/vigie` })
  await assert.rejects(openConfigured(away, { alone: true }), (error: { code?: string; message: string }) => {
    assert.equal(error.code, 'database-unreachable')
    assert.doesNotMatch(error.message, /secret-word/)
    return true
  })
  const missing = readConfig({ DATABASE_URL: db.url.replace(/vigie_test_\w+/, 'vigie_nowhere') })
  await assert.rejects(openConfigured(missing, { alone: true }), { code: 'database-missing' })
})
