import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { sql } from 'kysely'
import { learnBucket } from '#core/surge/learn-bucket.ts'
import { startSeries } from '#core/surge/series.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/time.ts'
import { addAlertWay, stopAlertWay, tryAlertWay } from '#server/actions/alert-ways.ts'
import { keepAlertRecipients } from '#server/actions/keep-alert-recipients.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { makeBulletinCarrier } from '#server/jobs/carry-bulletins.ts'
import { firstIdAt } from '#server/new-id.ts'
import { readAlertLists } from '#server/queries/alert-lists.ts'
import { readAlerts } from '#server/queries/alerts.ts'
import { testDatabase } from '#test/database.ts'
import { testDesk } from '#test/desk.ts'
import { makeAccount, makeMention } from '#test/mention.ts'
import { allowed, refusal } from '#test/waiting-reply.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { BUCKET_MS } from './follow-series.ts'
import { watchBrand } from './watch-brand.ts'

const START = Date.UTC(2026, 2, 2, 9)
const NOWHERE = { deskUrl: 'https://desk.example', mail: null, push: null }

/** A room that takes what is posted, and may be shut. */
const room = async () => {
  const came: { type: string; data: { level?: number; url: string } }[] = []
  const state = { status: 200 }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    if (state.status === 200) came.push(JSON.parse(body))
    response.writeHead(state.status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    ...{ came, state, host: `127.0.0.1:${(server.address() as AddressInfo).port}` },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const world = async (host: string) => {
  const db = await testDatabase()
  const test = testDesk(db.database, [], START)
  const desk: Desk = { ...test, allowHosts: [host] }
  const { workspaceId, members } = await makeWorkspace(db.database)
  const inside = <T>(work: (trx: Trx) => Promise<T>) => inWorkspace(desk.db, workspaceId, work)
  const accountId = await makeAccount(desk, workspaceId)
  const { conversationId } = await makeMention(desk, workspaceId, accountId)
  let series = startSeries('Europe/Paris', BUCKET_MS)
  const buckets = (3 * DAY_MS) / BUCKET_MS
  for (let n = 0; n < buckets; n += 1)
    series = learnBucket(series, { at: START - (buckets - n) * BUCKET_MS, count: n % 6 === 0 ? 1 : 0 })
  await inside((trx) =>
    trx
      .insertInto('surge_series')
      .values({
        ...{ workspace_id: workspaceId, account_id: null, series: JSON.stringify(series) },
        ...{ bucket_at: new Date(START), feed: 'heard', feed_since: new Date(START) },
      })
      .execute(),
  )
  let met = 0
  /** Each from somebody who was never heard before. */
  const write = async (many: number, text: string, name = 'Camille Roux', followers: number | null = 100) => {
    for (let n = 0; n < many; n += 1) {
      met += 1
      const at = new Date(desk.now())
      const author = desk.newId()
      await inside(async (trx) => {
        await trx
          .insertInto('authors')
          .values({
            ...{
              id: author,
              workspace_id: workspaceId,
              connector: 'pigeon',
              external_id: `p${met}`,
              handle: `p${met}`,
            },
            ...{ display_name: name, followers, first_seen_at: at, updated_at: at },
          })
          .execute()
        await sql`
          insert into messages (id, workspace_id, conversation_id, account_id, external_id, author_id, direction, kind, audience, text, sent_at, received_at)
          values (overlay(gen_random_uuid()::text placing ${firstIdAt(desk.now()).slice(0, 14)} from 1 for 14)::uuid, ${workspaceId}, ${conversationId},
            ${accountId}, gen_random_uuid()::text, ${author}, 'in', 'mention', 'public', ${text}, ${at}, ${at})`.execute(
          trx,
        )
      })
    }
  }
  const carrier = makeBulletinCarrier(desk, NOWHERE)
  const actor = (role: Actor['role'], memberId: string): Actor => ({ workspaceId, memberId, role })
  return {
    ...{ desk, pass: test.pass, members, inside, write, workspaceId },
    admin: actor('admin', members.maud),
    manager: actor('manager', members.sarah),
    watch: () => watchBrand(desk, workspaceId),
    carry: () => carrier.round(),
    told: (memberId: string) =>
      inside(async (trx) => {
        const mine = trx.selectFrom('notifications').select('data').where('kind', '=', 'alert.gravity')
        return (await mine.where('member_id', '=', memberId).execute()).map(({ data }) => data.level)
      }),
    events: (name: string) =>
      inside((trx) => trx.selectFrom('events').select('data').where('name', '=', name).orderBy('id').execute()),
    [Symbol.asyncDispose]: () => db[Symbol.asyncDispose](),
  }
}

test('a surge is gauged; who follows a level hears when it is reached, and a room is told, tried again and stopped', async () => {
  await using to = await room()
  await using w = await world(to.host)
  const url = `http://${to.host}/hooks/1`
  const way = { name: 'Salon de crise', shape: 'standard', fromLevel: 2, language: 'fr', url } as const
  const { id, secret } = allowed(await addAlertWay(w.desk, w.admin, way))
  assert.match(secret ?? '', /^whsec_/)
  assert.deepEqual(refusal(await addAlertWay(w.desk, w.admin, { ...way, url: 'http://10.0.0.1/' })), {
    refused: 'way-address-refused',
  })
  assert.deepEqual(refusal(await addAlertWay(w.desk, w.admin, { ...way, url: 'nonsense' })), {
    refused: 'way-address-refused',
  })
  assert.deepEqual(refusal(await addAlertWay(w.desk, w.admin, { ...way, shape: 'telegram' })), {
    refused: 'way-incomplete',
  })
  allowed(await tryAlertWay(w.desk, w.admin, { id }))
  await w.carry()
  assert.deepEqual(
    to.came.map(({ type }) => type),
    ['vigie.alert.try'],
  )

  const recipients = [
    { memberId: w.members.sarah, fromLevel: 2 as const },
    { memberId: w.members.julien, fromLevel: 4 as const },
  ]
  allowed(await keepAlertRecipients(w.desk, w.manager, { recipients }))
  const stranger = [{ memberId: w.desk.newId(), fromLevel: 1 as const }]
  assert.deepEqual(refusal(await keepAlertRecipients(w.desk, w.manager, { recipients: stranger })), {
    refused: 'unknown-member',
  })

  // Thirty people ask where their bouquet is: loud, and newcomers all.
  await w.write(30, 'Où est mon bouquet ?')
  await w.watch()
  const first = allowed(await readAlerts(w.desk, w.manager)).alerts[0]
  assert.equal(first?.gravity?.level, 2)
  assert.match(first?.gravity?.en.headline ?? '', /^Gravity 2 of 4: 31 messages in 30 min/)
  assert.deepEqual(await w.told(w.members.sarah), [2])
  assert.deepEqual(await w.told(w.members.julien), [])

  // The room is shut: it is tried again later, and the screen says what it met.
  to.state.status = 503
  await w.carry()
  const failing = allowed(await readAlertLists(w.desk, w.manager)).ways[0]
  assert.deepEqual([failing?.trouble?.reason, failing?.trouble?.givenUp, failing?.waiting], ['answered 503', false, 1])
  to.state.status = 200
  await w.carry()
  assert.equal(to.came.length, 1)
  w.pass(MINUTE_MS)
  await w.carry()
  assert.deepEqual(
    to.came.map(({ type, data }) => [type, data.level]),
    [
      ['vigie.alert.try', undefined],
      ['vigie.alert.gravity', 2],
    ],
  )
  assert.equal(to.came[1]?.data.url, `https://desk.example/w/${w.workspaceId}/inbox`)

  // Words of a crisis, the press and an elected person: graver, told once more.
  await w.write(8, 'C’est une arnaque, boycottons')
  await w.write(1, 'Que répond la marque ?', 'Julie Bernard, journaliste', 18_000)
  await w.watch()
  const graver = allowed(await readAlerts(w.desk, w.manager)).alerts[0]
  assert.equal(graver?.gravity?.level, 3)
  assert.ok(graver?.gravity?.fr.notes.some((note) => note.includes('Julie Bernard')))
  await w.watch()
  await w.carry()
  assert.deepEqual(await w.told(w.members.sarah), [2, 3])
  assert.deepEqual(
    to.came.map(({ data }) => data.level),
    [undefined, 2, 3],
  )
  assert.deepEqual(
    (await w.events('gravity.changed')).map(({ data }) => [data.from, data.level]),
    [
      [null, 2],
      [2, 3],
    ],
  )

  // Calm again: the room that was told hears that it is over.
  for (let n = 0; n < 14; n += 1) {
    w.pass(5 * MINUTE_MS)
    await w.watch()
  }
  await w.carry()
  assert.equal(to.came.at(-1)?.type, 'vigie.alert.over')
  allowed(await stopAlertWay(w.desk, w.admin, { id }))
  assert.deepEqual(refusal(await tryAlertWay(w.desk, w.admin, { id })), { refused: 'not-found' })
  assert.equal(allowed(await readAlertLists(w.desk, w.manager)).ways[0]?.lastSentAt !== null, true)
})

test('what waited half a day for a room is not told any more', async () => {
  await using to = await room()
  await using w = await world(to.host)
  const url = `http://${to.host}/hooks/1`
  const { id } = allowed(
    await addAlertWay(w.desk, w.admin, { name: 'Salon', shape: 'slack', fromLevel: 1, language: 'en', url }),
  )
  allowed(await tryAlertWay(w.desk, w.admin, { id }))
  w.pass(13 * HOUR_MS)
  await w.carry()
  const rows = await w.inside((trx) => trx.selectFrom('bulletins').select(['state', 'reason']).execute())
  assert.deepEqual([to.came.length, rows], [0, [{ state: 'dropped', reason: 'too-old' }]])
})

test('nothing of a drill leaves by a way, whoever asks', async () => {
  await using to = await room()
  await using w = await world(to.host)
  const url = `http://${to.host}/hooks/1`
  const drill = w.desk.newId()
  await w.desk.db.owner.query(
    `insert into workspaces select (jsonb_populate_record(b, jsonb_build_object('id', $1::text, 'slug', 'exercice', 'drill_of', $2::text))).*
     from workspaces b where b.id = $2::uuid`,
    [drill, w.workspaceId],
  )
  const there: Actor = { ...w.admin, workspaceId: drill }
  const way = { name: 'Salon', shape: 'slack', fromLevel: 1, language: 'fr', url } as const
  assert.equal(refusal(await addAlertWay(w.desk, there, way)).refused, 'drill-sealed')
  // Nor does the database let one be written behind the verbs' back.
  for (const table of ['alert_ways', 'bulletins'])
    await assert.rejects(
      w.desk.db.owner.query(`insert into ${table} (id, workspace_id) values ($1, $2)`, [w.desk.newId(), drill]),
      /nothing of a drill leaves the desk/,
    )
})
