import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { judgeBucket } from '#core/surge/judge-bucket.ts'
import { learnBucket } from '#core/surge/learn-bucket.ts'
import { startSeries } from '#core/surge/series.ts'
import { DAY_MS, type Instant, MINUTE_MS } from '#core/time.ts'
import type { Topic } from '#core/triage/labels.ts'
import { takeAlert } from '#server/actions/take-alert.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Actor } from '#server/desk.ts'
import { firstIdAt } from '#server/new-id.ts'
import { readAlerts } from '#server/queries/alerts.ts'
import { readIncidentProposal } from '#server/queries/incident-proposal.ts'
import { testDatabase } from '#test/database.ts'
import { testDesk } from '#test/desk.ts'
import { makeAccount, makeMention } from '#test/mention.ts'
import { allowed, refusal } from '#test/waiting-reply.ts'
import { makeWorkspace, type Person } from '#test/workspace.ts'
import { BUCKET_MS } from './follow-series.ts'
import { watchBrand } from './watch-brand.ts'

const ROLES = { maud: 'admin', sarah: 'manager', julien: 'validator', aicha: 'agent', tom: 'trainee' } as const
const START = Date.UTC(2026, 2, 2, 9)

/** Monday at ten in Paris; Aïcha is on watch until six. */
const world = async () => {
  const db = await testDatabase()
  const desk = testDesk(db.database, [], START)
  const { workspaceId, members } = await makeWorkspace(db.database)
  const inside = <T>(work: (trx: Trx) => Promise<T>) => inWorkspace(desk.db, workspaceId, work)
  const open = async () => {
    const accountId = await makeAccount(desk, workspaceId)
    const { conversationId } = await makeMention(desk, workspaceId, accountId)
    return { accountId, conversationId }
  }
  const main = await open()
  await inside((trx) =>
    trx
      .insertInto('shifts')
      .values({
        ...{ id: desk.newId(), workspace_id: workspaceId, member_id: members.aicha, duty: 'watch', weekday: 1 },
        ...{ starts: '09:00', ends: '18:00', created_at: new Date(desk.now()) },
      })
      .execute(),
  )
  const write = (many: number, to = main, at: Instant = desk.now(), sentAt = at) =>
    inside((trx) =>
      sql`
        insert into messages (id, workspace_id, conversation_id, account_id, external_id, direction, kind, audience, text, sent_at, received_at)
        select overlay(gen_random_uuid()::text placing ${firstIdAt(at).slice(0, 14)} from 1 for 14)::uuid, ${workspaceId}, ${to.conversationId},
          ${to.accountId}, gen_random_uuid()::text, 'in', 'mention', 'public', 'Où est mon bouquet ?',
          ${new Date(sentAt)}::timestamptz, ${new Date(at)}::timestamptz
        from generate_series(1, ${many}::int)`.execute(trx),
    )
  /** As if the desk had heard three days of it. */
  const remember = (accountId: string | null, countAt: (n: number) => number) => {
    let series = startSeries('Europe/Paris', BUCKET_MS)
    const buckets = (3 * DAY_MS) / BUCKET_MS
    for (let n = 0; n < buckets; n += 1)
      series = learnBucket(series, { at: START - (buckets - n) * BUCKET_MS, count: countAt(n), negative: 0 })
    return inside((trx) =>
      trx
        .insertInto('surge_series')
        .values({
          ...{ workspace_id: workspaceId, account_id: accountId, series: JSON.stringify(series) },
          ...{ bucket_at: new Date(START), feed: 'heard', feed_since: new Date(START) },
        })
        .execute(),
    )
  }
  /** As if three days of each topic had been heard. */
  const rememberTopic = (topic: Topic, countAt: (n: number) => number) => {
    let series = startSeries('Europe/Paris', BUCKET_MS)
    const buckets = (3 * DAY_MS) / BUCKET_MS
    for (let n = 0; n < buckets; n += 1)
      series = learnBucket(series, { at: START - (buckets - n) * BUCKET_MS, count: countAt(n), negative: 0 })
    const { height, why, state } = judgeBucket(series, { at: START, count: 0 })
    const told = { height, state, why: JSON.stringify(why), series: JSON.stringify(series) }
    return inside((trx) =>
      trx
        .insertInto('radar_series')
        .values({ workspace_id: workspaceId, kind: 'topic', key: topic, bucket_at: new Date(START), ...told })
        .execute(),
    )
  }
  /** What triage says of all that nobody has read yet. */
  const readAs = (topic: Topic, sentiment: 'negative' | 'neutral') =>
    inside((trx) =>
      sql`
        insert into message_readings (message_id, workspace_id, language, intent, sentiment, topic, urgent, needs_answer, personal_dispute, read_at)
        select id, workspace_id, 'fr', 'complaint', ${sentiment}, ${topic}, false, true, false, received_at from messages
        where direction = 'in' and not exists (select from message_readings r where r.message_id = messages.id)`.execute(
        trx,
      ),
    )
  return {
    ...{ desk, members, workspaceId, main, open, write, remember, rememberTopic, readAs, inside },
    as: (person: Person): Actor => ({ workspaceId, memberId: members[person], role: ROLES[person] }),
    watch: () => watchBrand(desk, workspaceId),
    alerts: () => inside((trx) => trx.selectFrom('alerts').selectAll().orderBy('raised_at').orderBy('id').execute()),
    feeds: () => inside((trx) => trx.selectFrom('surge_series').selectAll().orderBy('account_id').execute()),
    shown: async () => allowed(await readAlerts(desk, { workspaceId, memberId: members.sarah, role: 'manager' })),
    notices: (person: Person) =>
      inside(async (trx) => {
        const mine = trx.selectFrom('notifications').select('kind').where('member_id', '=', members[person])
        return (await mine.orderBy('id').execute()).map(({ kind }) => kind)
      }),
    events: () =>
      inside(async (trx) => {
        const wanted = ['alert.%', 'channel.%'].map((like) => sql<boolean>`name like ${like}`)
        const lines = trx
          .selectFrom('events')
          .select('name')
          .where((eb) => eb.or(wanted))
        return (await lines.orderBy('id').execute()).map(({ name }) => name)
      }),
    [Symbol.asyncDispose]: () => db.close(),
  }
}

test('sixty messages in a minute: one alert, told to the watch, then to the managers until somebody takes it, and over when calm', async () => {
  await using w = await world()
  for (let n = 1; n <= 500; n += 1) if (n % 2 === 0) await w.write(1 + (n % 3), w.main, START - n * BUCKET_MS)
  await w.watch()
  assert.deepEqual(await w.alerts(), [])
  await w.write(60)
  await w.watch()
  await w.watch()
  const [alert, ...others] = await w.alerts()
  assert.ok(alert)
  assert.deepEqual([others.length, alert.account_id, alert.tellings], [0, null, 1])
  assert.deepEqual([await w.notices('aicha'), await w.notices('sarah')], [['alert.raised'], []])
  w.desk.pass(5 * MINUTE_MS)
  await w.watch()
  await w.watch()
  const twice = ['alert.raised', 'alert.untaken']
  assert.deepEqual(
    [await w.notices('aicha'), await w.notices('sarah'), await w.notices('julien')],
    [twice, ['alert.untaken'], []],
  )
  allowed(await takeAlert(w.desk, w.as('julien'), alert))
  allowed(await takeAlert(w.desk, w.as('julien'), alert))
  assert.equal(refusal(await takeAlert(w.desk, w.as('sarah'), alert)).refused, 'alert-taken')
  assert.equal((await w.shown()).alerts[0]?.taken?.by.name, 'Julien Tessier')
  for (let n = 0; n < 24; n += 1) {
    w.desk.pass(BUCKET_MS)
    await w.write(1 + (n % 3))
    await w.watch()
  }
  assert.deepEqual((await w.shown()).alerts, [])
  assert.equal(refusal(await takeAlert(w.desk, w.as('sarah'), alert)).refused, 'alert-over')
  assert.deepEqual(await w.notices('aicha'), twice)
  assert.deepEqual(await w.events(), ['alert.raised', 'alert.told', 'alert.told', 'alert.taken', 'alert.over'])
})

test('an account’s surge that becomes the brand’s is one alert, in the hands of whoever took it; two desks raise it once', async () => {
  await using w = await world()
  const other = await w.open()
  const few = (n: number) => 1 + (n % 3)
  // Wide enough that ninety more are nothing odd for the whole.
  const many = (n: number) => 40 + ((n * n * 7919) % 241)
  await w.remember(w.main.accountId, few)
  await w.remember(other.accountId, many)
  await w.remember(null, (n) => few(n) + many(n))
  await w.write(160, other)
  await w.write(90)
  await Promise.all([w.watch(), w.watch()])
  const [own] = await w.alerts()
  assert.equal(own?.account_id, w.main.accountId)
  assert.equal((await w.alerts()).length, 1)
  allowed(await takeAlert(w.desk, w.as('aicha'), own))
  w.desk.pass(1000)
  await w.write(3000)
  await w.watch()
  const [before, brand, ...more] = await w.alerts()
  assert.deepEqual([more.length, brand?.account_id, brand?.taken_by], [0, null, w.members.aicha])
  assert.equal(before?.covered_by, brand?.id)
  assert.deepEqual(
    (await w.shown()).alerts.map(({ id }) => id),
    [brand?.id],
  )
  assert.deepEqual([await w.notices('aicha'), await w.notices('sarah')], [['alert.raised', 'alert.raised'], []])
})

test('what is spoken of surges while the brand does not: one alert of that topic, until the brand’s own takes its place', async () => {
  await using w = await world()
  const many = (n: number) => 40 + ((n * n * 7919) % 241)
  await w.remember(w.main.accountId, many)
  await w.remember(null, many)
  await w.rememberTopic('refund', (n) => n % 2)
  await w.rememberTopic('delivery', (n) => 1 + (n % 3))
  await w.write(60)
  await w.readAs('quality', 'neutral')
  await w.watch()
  assert.deepEqual(await w.alerts(), [])
  await w.write(30)
  await w.readAs('refund', 'negative')
  await Promise.all([w.watch(), w.watch()])
  const [about, ...others] = await w.alerts()
  assert.deepEqual([others.length, about?.account_id, about?.topic], [0, null, 'refund'])
  const { counted = 0, negativeShare } = about?.why ?? {}
  assert.ok(counted >= 30 && negativeShare === 30 / counted, `${negativeShare} of ${counted}`)
  assert.deepEqual(await w.notices('aicha'), ['alert.raised'])
  const proposed = allowed(await readIncidentProposal(w.desk, w.as('sarah'), { alertId: about?.id }))
  assert.deepEqual([proposed.matching.topics, proposed.matching.all], [['refund'], false])
  await w.write(30)
  await w.readAs('delivery', 'neutral')
  w.desk.pass(1000)
  await w.watch()
  assert.equal((await w.alerts()).length, 1, 'a second topic is named beside the first, and is no second alert')
  await w.write(3000)
  await w.readAs('refund', 'negative')
  await w.watch()
  const [covered, brand, ...more] = await w.alerts()
  assert.deepEqual([more.length, brand?.topic, covered?.covered_by], [0, null, brand?.id])
})

test('the share of the negative is told where every message was read, and nowhere else', async () => {
  await using w = await world()
  await w.remember(w.main.accountId, (n) => 1 + (n % 3))
  await w.remember(null, (n) => 1 + (n % 3))
  await w.write(15)
  await w.readAs('quality', 'neutral')
  await w.write(45)
  await w.readAs('quality', 'negative')
  await w.watch()
  const why = async () => (await w.shown()).alerts[0]?.why
  const read = await why()
  assert.equal(read?.negativeShare, 45 / (read?.counted ?? 0))
  await w.write(200)
  await w.watch()
  const unread = await why()
  assert.ok((unread?.counted ?? 0) > (read?.counted ?? 0))
  assert.equal(unread?.negativeShare, null)
})

test('history that is fetched at once is no surge', async () => {
  await using w = await world()
  await w.remember(w.main.accountId, (n) => 1 + (n % 3))
  await w.remember(null, (n) => 1 + (n % 3))
  await w.write(300, w.main, w.desk.now(), w.desk.now() - 2 * DAY_MS)
  await w.watch()
  assert.deepEqual(await w.alerts(), [])
})

test('an account that is down or silent is never calm: the screen names it, and its return is no storm', async () => {
  await using w = await world()
  const usual = (n: number) => 18 + 2 * (n % 3)
  await w.remember(w.main.accountId, usual)
  await w.remember(null, usual)
  const account = (state: 'connected' | 'needs-attention') =>
    w.inside((trx) => trx.updateTable('channel_accounts').set({ state }).where('id', '=', w.main.accountId).execute())
  await account('needs-attention')
  const before = (await w.feeds()).map(({ series }) => series.inBucket)
  for (let n = 0; n < 6; n += 1) {
    await w.watch()
    w.desk.pass(BUCKET_MS)
  }
  assert.deepEqual(
    (await w.feeds()).map(({ series }) => series.inBucket),
    before,
  )
  assert.deepEqual(
    (await w.shown()).unheard.map(({ how }) => how),
    ['down'],
  )
  await account('connected')
  for (let n = 0; n < 6; n += 1) {
    await w.watch()
    w.desk.pass(BUCKET_MS)
  }
  assert.deepEqual(
    (await w.shown()).unheard.map(({ how }) => how),
    ['silent'],
  )
  await w.write(20)
  await w.watch()
  const { alerts, unheard } = await w.shown()
  assert.deepEqual([alerts, unheard], [[], []])
  const heard = (await w.events()).filter((name) => name.startsWith('channel.'))
  assert.deepEqual(new Set(heard), new Set(['channel.fell-silent', 'channel.heard-again']))
})
