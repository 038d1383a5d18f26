import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { endSession } from '#server/access/session.ts'
import { hashToken } from '#server/access/token.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { readEventsSince } from '#server/queries/events-since.ts'
import { testDatabase } from '#test/database.ts'
import { openTestSite, type TestSite } from '#test/site.ts'
import { makeWorkspace } from '#test/workspace.ts'

interface Line {
  id: string | undefined
  event: string | undefined
  data: Record<string, unknown>
}

/** A page's live stream, line by line. */
const listen = async (url: string, cookie: string, lastEventId?: string) => {
  const stop = new AbortController()
  const answer = await fetch(url, {
    headers: { cookie, ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) },
    signal: stop.signal,
  })
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('content-type'), 'text/event-stream; charset=utf-8')
  assert.ok(answer.body)
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  let unread = ''
  const next = async (): Promise<Line | null> => {
    for (;;) {
      const end = unread.indexOf('\n\n')
      if (end < 0) {
        const { value, done } = await reader.read()
        if (done) return null
        unread += value
        continue
      }
      const block = unread.slice(0, end)
      unread = unread.slice(end + 2)
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
      const data = field('data')
      if (data !== undefined) return { id: field('id'), event: field('event'), data: JSON.parse(data) }
    }
  }
  return { next, stop: () => stop.abort() }
}

const open = async (site: TestSite) => {
  const brand = await makeWorkspace(site.desk.db)
  const cookie = await site.cookieOf(brand.members.aicha)
  const base = await site.app.listen({ port: 0, host: '127.0.0.1' })
  const record = (name: 'label.created' | 'label.deleted' | 'calendar.changed', workspaceId = brand.workspaceId) =>
    inWorkspace(site.desk.db, workspaceId, (trx) =>
      recordEvents(trx, workspaceId, [{ name, at: site.desk.now(), memberId: null, data: { secret: 'words' } }]),
    )
  return { ...brand, cookie, base, url: `${base}/api/w/${brand.workspaceId}/events`, record }
}

/** Other tests write on the same server: what they have not committed yet holds back the reading of every log. */
const canBeRead = async (site: TestSite, workspaceId: string): Promise<void> => {
  for (;;) {
    const { later } = await readEventsSince(site.desk, workspaceId, { tx: '0', id: '0' }, 1)
    if (!later) return
    await pause(20)
  }
}

test('a page is told what changed, and nothing of what it says or of other brands', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { url, cookie, record } = await open(site)
  const boats = await makeWorkspace(db.database, 'Voiles de Nantes')
  const page = await listen(url, cookie)
  assert.equal((await page.next())?.data.name, 'stream.opened')
  await record('label.deleted', boats.workspaceId)
  await record('label.created')
  const told = await page.next()
  assert.deepEqual(Object.keys(told?.data ?? {}), ['id', 'name', 'caseId', 'conversationId', 'accountId'])
  assert.equal(told?.data.name, 'label.created')
  assert.equal(told?.id, told?.data.id)
  page.stop()
})

test('a transaction that began early and commits late is told as well, live and after a reconnection', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { url, cookie, record, workspaceId } = await open(site)
  const page = await listen(url, cookie)
  const start = (await page.next())?.id
  const slow = new pg.Client({ connectionString: db.url })
  await slow.connect()
  await slow.query('begin')
  await slow.query('set local role vigie_worker')
  await slow.query("select set_config('app.workspace', $1, true)", [workspaceId])
  await slow.query("insert into events (workspace_id, at, name) values ($1, now(), 'label.created')", [workspaceId])
  await record('label.deleted')
  await record('calendar.changed')
  await slow.query('commit')
  await slow.end()
  const names = new Set<unknown>()
  while (names.size < 3) names.add((await page.next())?.data.name)
  assert.deepEqual([...names].sort(), ['calendar.changed', 'label.created', 'label.deleted'])
  page.stop()
  const again = await listen(url, cookie, start)
  const retold: unknown[] = []
  while (retold.length < 3) retold.push((await again.next())?.data.name)
  assert.deepEqual(retold, ['label.created', 'label.deleted', 'calendar.changed'])
  again.stop()
})

test('a page that comes back is told what it missed, from where it was, once', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { url, cookie, record } = await open(site)
  const page = await listen(url, cookie)
  await page.next()
  await record('label.created')
  const last = (await page.next())?.id
  page.stop()
  for (let i = 0; i < 5; i += 1) await record('label.deleted')
  const back = await listen(url, cookie, last)
  for (let i = 0; i < 5; i += 1) assert.equal((await back.next())?.data.name, 'label.deleted')
  await record('calendar.changed')
  assert.equal((await back.next())?.data.name, 'calendar.changed')
  back.stop()
})

test('a page that was away too long is told to read everything again', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { url, cookie, workspaceId } = await open(site)
  const page = await listen(url, cookie)
  const first = (await page.next())?.id
  page.stop()
  await inWorkspace(site.desk.db, workspaceId, (trx) =>
    recordEvents(
      trx,
      workspaceId,
      Array.from({ length: 2001 }, () => ({ name: 'label.created' as const, at: 0, memberId: null })),
    ),
  )
  await canBeRead(site, workspaceId)
  const back = await listen(url, cookie, first)
  assert.equal((await back.next())?.data.name, 'stream.reset')
  back.stop()
})

test('presence is whispered to the pages of the brand, and leaves no place to resume from', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { url, cookie, workspaceId } = await open(site)
  const page = await listen(url, cookie)
  await page.next()
  for (const payload of ['not json', '{}', JSON.stringify({ workspaceId, caseId: 'c1' })])
    await sql`select pg_notify('vigie_presence', ${payload})`.execute(db.database.app)
  assert.deepEqual(await page.next(), {
    id: undefined,
    event: undefined,
    data: { name: 'presence.changed', caseId: 'c1' },
  })
  page.stop()
})

test('the stream ends with the session, and with the place in the brand', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { url, cookie, members, workspaceId } = await open(site)
  const page = await listen(url, cookie)
  await page.next()
  const hash = hashToken('session', cookie.split('=')[1] ?? '')
  assert.ok(hash)
  await db.database.app.transaction().execute((trx) => endSession(trx, hash))
  assert.equal((await page.next())?.event, 'end')
  assert.equal(await page.next(), null)
  const tom = await listen(url, await site.cookieOf(members.tom))
  await tom.next()
  const maud = await site.cookieOf(members.maud)
  await site.ask({ method: 'DELETE', url: `/api/w/${workspaceId}/members/${members.tom}`, cookie: maud })
  for (let line = await tom.next(); line !== null; line = await tom.next()) if (line.event === 'end') break
  assert.equal(await tom.next(), null)
  assert.equal(site.hub.size(), 0)
})

test('when the listening connection is cut, it is opened again and nothing was missed', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { url, cookie, record } = await open(site)
  const page = await listen(url, cookie)
  await page.next()
  await db.database.owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'vigie ear' and datname = current_database()",
  )
  await record('label.created')
  assert.equal((await page.next())?.data.name, 'label.created')
  page.stop()
})

test('nobody listens without a session, or to another brand', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { url, base, cookie } = await open(site)
  const boats = await makeWorkspace(db.database, 'Voiles de Nantes')
  assert.equal((await fetch(url)).status, 401)
  assert.equal((await fetch(`${base}/api/w/${boats.workspaceId}/events`, { headers: { cookie } })).status, 404)
})

test('a desk that stops ends its streams first, and is not held up by them', async () => {
  await using db = await testDatabase()
  const site = await openTestSite(db.database)
  const { url, cookie } = await open(site)
  const page = await listen(url, cookie)
  await page.next()
  const closed = once(site.app.server, 'close')
  await site[Symbol.asyncDispose]()
  await closed
  assert.equal((await page.next())?.event, 'end')
})
