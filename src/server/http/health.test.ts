import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { openTestSite } from '#test/site.ts'
import { makeWorkspace } from '#test/workspace.ts'

test('a desk is ready when its database answers, in its shape, under its key; alive in any case', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const ready = async () => {
    site.desk.pass(10_000)
    const answer = await site.ask({ url: '/readyz' })
    return [
      answer.statusCode,
      ...answer.json().checks.flatMap((one: { ok: boolean; name: string }) => (one.ok ? [] : [one.name])),
    ]
  }
  assert.deepEqual(await ready(), [503, 'key'])
  await db.database.app
    .insertInto('installation')
    .values({ key: 'key', value: JSON.stringify({ fingerprint: 'test' }), updated_at: new Date() })
    .execute()
  assert.deepEqual(await ready(), [200])
  await db.database.owner.query("insert into schema_migrations (version, name, sha256) values (9999, 'later', 'x')")
  assert.deepEqual(await ready(), [503, 'migrations'])
  await db.database.owner.query('alter table schema_migrations rename to elsewhere')
  assert.deepEqual(await ready(), [503, 'database'])
  assert.equal((await site.ask({ url: '/healthz' })).statusCode, 200)
})

test('the figures are for this machine, or for whoever holds the token; a visitor through a proxy is neither', async () => {
  await using db = await testDatabase()
  await using open = await openTestSite(db.database)
  await makeWorkspace(db.database)
  const answer = await open.ask({ url: '/metrics' })
  assert.equal(answer.statusCode, 200)
  for (const line of [
    'vigie_database_up 1',
    'vigie_queue_length{queue="receipts",state="waiting"} 0',
    'vigie_queue_length{queue="deliveries",state="to-check"} 0',
    'vigie_cases{state="owed"} 0',
    'vigie_live_streams 0',
  ])
    assert.ok(answer.body.includes(line), line)
  await open.ask({ url: '/api/set-up' })
  const after = (await open.ask({ url: '/metrics' })).body
  assert.match(after, /vigie_http_request_seconds_count\{method="GET",route="\/api\/set-up",status="200"\} 1/)
  assert.equal((await open.ask({ url: '/metrics', headers: { 'x-forwarded-for': '127.0.0.1' } })).statusCode, 404)
  const far = await open.app.inject({ url: '/metrics', remoteAddress: '192.0.2.7' })
  assert.equal(far.statusCode, 404)
  await using shut = await openTestSite(db.database, { site: { metricsToken: 'un jeton assez long' } })
  assert.equal((await shut.ask({ url: '/metrics' })).statusCode, 404)
  const authorization = 'Bearer un jeton assez long'
  assert.equal((await shut.ask({ url: '/metrics', headers: { authorization } })).statusCode, 200)
  assert.equal((await shut.ask({ url: '/metrics', headers: { authorization: `${authorization}x` } })).statusCode, 404)
})
