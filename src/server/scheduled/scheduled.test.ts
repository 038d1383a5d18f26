import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { NOTHING_MATCHES } from '#core/crisis/matching.ts'
import { wallMoment } from '#core/scheduled/wall-moment.ts'
import { MINUTE_MS } from '#core/time.ts'
import { allowScheduled } from '#server/actions/allow-scheduled.ts'
import { closeIncident } from '#server/actions/close-incident.ts'
import { declareIncident } from '#server/actions/declare-incident.ts'
import { letGoScheduled } from '#server/actions/let-go-scheduled.ts'
import { moveScheduled } from '#server/actions/move-scheduled.ts'
import { publishStatement } from '#server/actions/publish-statement.ts'
import { putMaySay } from '#server/actions/put-may-say.ts'
import { releaseSpeech } from '#server/actions/release-speech.ts'
import { removeMember } from '#server/actions/remove-member.ts'
import { returnReply } from '#server/actions/return-reply.ts'
import { settleDelivery } from '#server/actions/settle-delivery.ts'
import { stopSpeech } from '#server/actions/stop-speech.ts'
import { takeBackScheduled } from '#server/actions/take-back-scheduled.ts'
import { tickScheduled } from '#server/actions/tick-scheduled.ts'
import { asWorkerIn } from '#server/db/transaction.ts'
import { HOUR, scheduledWorld } from '#test/scheduled-world.ts'
import { HEARD, MORE } from '#test/statement-world.ts'
import { allowed, refusal } from '#test/waiting-reply.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { giveScheduled } from './give-scheduled.ts'
import { lockScheduled } from './write-scheduled.ts'

const shownTexts = (w: { shown: readonly { text: string }[] }) => w.shown.map(({ text }) => text)

test('words planned and read leave at their hour, once, and never before; a crash leaves the plan or the delivery', async () => {
  await using w = await scheduledWorld()
  const { key } = await w.planRead()
  await w.strike(HOUR - 1000)
  assert.deepEqual(shownTexts(w), [])
  assert.deepEqual(
    (await w.posts()).map(({ state, reading, asks }) => [state, reading?.state, asks]),
    [['planned', 'approved', null]],
  )
  w.desk.pass(1000)
  const crashed = asWorkerIn(w.desk.db, w.workspaceId, async (trx) => {
    const locked = await lockScheduled(trx, key)
    assert.ok(locked)
    assert.equal(await giveScheduled(trx, w.desk, locked.post, locked.kase), 'given')
    throw new Error('the machine stops here')
  })
  await assert.rejects(crashed, /stops here/)
  assert.equal((await w.row(key)).state, 'planned')
  // Two workers at the same instant.
  await Promise.all([tickScheduled(w.desk), tickScheduled(w.desk)])
  await w.leave()
  await w.strike(HOUR)
  assert.deepEqual(shownTexts(w), [HEARD])
  assert.deepEqual(await w.posts(), [])
  assert.deepEqual(await w.events('statement.%'), ['statement.planned', 'statement.left'])
})

test('the same hour of the night strikes twice when the clocks go back: the words leave the first time, once', async () => {
  await using w = await scheduledWorld()
  const night = wallMoment('Europe/Paris', '2027-10-31', '02:30')
  assert.equal(night?.strikes, 'twice')
  w.desk.pass(Date.UTC(2027, 9, 30, 12) - w.desk.now())
  await w.planRead(HEARD, { leavesAt: night.at })
  await w.strike(night.at - w.desk.now())
  assert.deepEqual(shownTexts(w), [HEARD])
  await w.strike(HOUR)
  assert.deepEqual(shownTexts(w), [HEARD])
})

test('an incident declared one second before the hour suspends everything; the allowed leaves, the rest asks when it is over', async () => {
  await using w = await scheduledWorld()
  const one = await w.planRead(HEARD)
  const other = await w.planRead(MORE, { on: [w.followed] })
  const later = await w.planRead(HEARD, { leavesAt: w.desk.now() + 30 * HOUR })
  w.desk.pass(HOUR - 1000)
  const incidentId = await w.declare('sarah')
  await w.strike(1000)
  await w.strike(60_000)
  assert.deepEqual([shownTexts(w), w.network.posts.length], [[], 0])
  assert.equal((await w.told('statement.paused')).filter((id) => id === w.members.aicha).length, 2, 'once for each')
  const [first] = await w.posts()
  assert.deepEqual(first?.pausedBy, [{ kind: 'incident', id: incidentId, title: 'Livraisons' }])
  assert.deepEqual(
    first.flags.map(({ kind, words }) => [kind, ...words]),
    [['word', 'livraisons']],
  )
  const allow = (person: 'aicha' | 'sarah', id: string) => {
    const seen = first.flags.map((flag) => `${flag.incidentId} ${flag.kind} livraisons`)
    return allowScheduled(w.desk, w.as(person), { id, allowed: true, seen })
  }
  assert.equal(refusal(await allow('aicha', one.key)).refused, 'not-of-the-cell')
  allowed(await allow('sarah', one.key))
  await w.strike()
  assert.deepEqual(shownTexts(w), [HEARD])
  const listed = await w.inside((trx) => trx.selectFrom('scheduled_allowed').selectAll().execute())
  assert.deepEqual(
    listed.map((row) => [row.post_id, row.incident_id, row.allowed_by]),
    [[one.key, incidentId, w.members.sarah]],
  )
  assert.equal(refusal(await letGoScheduled(w.desk, w.as('sarah'), { id: other.key })).refused, 'nothing-to-check')
  allowed(await closeIncident(w.desk, w.as('sarah'), { id: incidentId, reason: 'Tout est livré.' }))
  await w.strike(5000)
  assert.equal(w.network.posts.length, 0, 'past its hour: it asks')
  const asking = (await w.posts()).find(({ id }) => id === other.key)
  assert.deepEqual([asking?.state, asking?.asks?.why], ['asks', 'incident-over'])
  const still = refusal(await letGoScheduled(w.desk, w.as('sarah'), { id: other.key }))
  assert.deepEqual([still.refused, still.data?.why], ['kept-in', 'unfortunate'], 'nobody was shown what it touches')
  const flags = (await w.posts()).find(({ id }) => id === other.key)?.flags ?? []
  const seen = flags.map((flag) => `${flag.incidentId} ${flag.kind} ${flag.words.join('|').toLowerCase()}`)
  allowed(await letGoScheduled(w.desk, w.as('sarah'), { id: other.key, seen }))
  await w.leave()
  assert.equal(w.network.posts.length, 1)
  assert.equal((await w.row(later.key)).state, 'planned', 'what is not yet due goes on')
})

test('an incident declared while the words are held for the undo keeps them in; whoever lets them go answers for it', async () => {
  await using w = await scheduledWorld()
  const { key } = await w.planRead()
  w.desk.pass(HOUR)
  await tickScheduled(w.desk)
  const incidentId = await w.declare('sarah')
  await w.leave()
  assert.deepEqual(shownTexts(w), [])
  const [statement] = await w.view()
  assert.equal(statement?.posts[0]?.delivery?.state, 'stale')
  const go = (person: 'aicha' | 'sarah') => settleDelivery(w.desk, w.as(person), { id: key, decision: 'send-again' })
  assert.equal(refusal(await go('aicha')).refused, 'not-of-the-cell')
  allowed(await go('sarah'))
  await w.leave()
  assert.deepEqual(shownTexts(w), [HEARD])
  const log = await w.inside((trx) =>
    trx.selectFrom('incident_log').select(['name', 'member_id']).where('incident_id', '=', incidentId).execute(),
  )
  assert.ok(log.some(({ name, member_id }) => name === 'statement.allowed' && member_id === w.members.sarah))
})

test('a desk that was down past the hour asks, and leaves what it is a little late for', async () => {
  await using w = await scheduledWorld()
  const { key } = await w.planRead()
  await w.strike(HOUR + 31 * MINUTE_MS)
  assert.deepEqual(shownTexts(w), [])
  assert.equal((await w.row(key)).why, 'late')
  const told = [w.members.aicha, w.members.maud, w.members.sarah].toSorted()
  assert.deepEqual(await w.told('statement.kept-in'), told)
  allowed(await letGoScheduled(w.desk, w.as('aicha'), { id: key }))
  await w.leave()
  assert.deepEqual(shownTexts(w), [HEARD])
  await w.planRead(MORE, { on: [w.followed] })
  await w.strike(HOUR + 29 * MINUTE_MS)
  assert.equal(w.network.posts.length, 1)
})

test('nobody has read them: they ask at their hour, and once read they leave when somebody says so', async () => {
  await using w = await scheduledWorld()
  const { key } = await w.plan()
  await w.strike(HOUR)
  assert.equal((await w.row(key)).why, 'not-read')
  const unread = refusal(await letGoScheduled(w.desk, w.as('aicha'), { id: key }))
  assert.deepEqual([unread.refused, unread.data?.why], ['kept-in', 'not-read'])
  allowed(await w.approve(key))
  await w.strike(1000)
  assert.deepEqual(shownTexts(w), [], 'read after its hour, it leaves nobody surprised')
  allowed(await letGoScheduled(w.desk, w.as('julien'), { id: key }))
  await w.leave()
  assert.deepEqual(shownTexts(w), [HEARD])
})

test('at the hour they are read by what holds then: writer, second factor, account, guard, what has become unfortunate', async () => {
  await using w = await scheduledWorld()
  const app = w.db.database.app
  const aicha = w.members.aicha
  const role = (to: 'agent' | 'trainee') =>
    w.inside((trx) => trx.updateTable('memberships').set({ role: to }).where('member_id', '=', aicha).execute())
  const handle = (to: string) =>
    w.inside((trx) => trx.updateTable('channel_accounts').set({ handle: to }).where('id', '=', w.editable).execute())
  const { handle: own } = await w.inside((trx) =>
    trx.selectFrom('channel_accounts').select('handle').where('id', '=', w.editable).executeTakeFirstOrThrow(),
  )
  const { key } = await w.planRead()
  await role('trainee')
  await w.strike(HOUR)
  assert.equal((await w.row(key)).why, 'writer')
  await role('agent')
  const why = async () => refusal(await letGoScheduled(w.desk, w.as('sarah'), { id: key })).data?.why
  await handle('quelqu-un-d-autre')
  assert.equal(await why(), 'account')
  await handle(own)
  await app.deleteFrom('passkeys').where('member_id', '=', aicha).execute()
  assert.equal(await why(), 'second-factor')
  const rules = (await w.posts()).find(({ id }) => id === key)?.asks
  assert.deepEqual(rules?.rules, [])
  assert.deepEqual(shownTexts(w), [])
})

test('what the cell forbids meanwhile is held in by the guard at the hour, and the plan says by which rule', async () => {
  await using w = await scheduledWorld()
  const incidentId = await w.declare('sarah')
  const { key } = await w.planRead(HEARD, { incidentId })
  allowed(await allowScheduled(w.desk, w.as('sarah'), { id: key, allowed: true }))
  const line = { state: 'forbidden', says: 'Les livraisons', words: ['livraison'], claims: [], dates: false } as const
  allowed(await putMaySay(w.desk, w.as('sarah'), { id: incidentId, ...line, proof: null }))
  await w.strike(HOUR)
  const [post] = await w.posts()
  assert.deepEqual([post?.asks?.why, post?.asks?.rules], ['guard', ['C3']])
  assert.deepEqual(shownTexts(w), [])
})

test('they are moved, replaced and taken back until they leave, by their writer or by whoever may read them', async () => {
  await using w = await scheduledWorld()
  const first = await w.planRead()
  const { key } = first
  const hour = first.leavesAt ?? 0
  const blind = w.statement(MORE, { id: first.id, on: [w.editable], leavesAt: hour })
  assert.equal(refusal(await publishStatement(w.desk, w.as('aicha'), blind)).refused, 'statement-under-way')
  const moved = { id: key, from: hour, leavesAt: hour + HOUR }
  assert.equal(refusal(await moveScheduled(w.desk, w.as('sarah'), { ...moved, leavesAt: 5 })).refused, 'not-ahead')
  allowed(await moveScheduled(w.desk, w.as('sarah'), moved))
  assert.equal(refusal(await moveScheduled(w.desk, w.as('aicha'), moved)).refused, 'edited-meanwhile')
  await w.strike(HOUR)
  assert.deepEqual(shownTexts(w), [])
  const [post] = blind.posts
  assert.ok(post)
  const held = { ...blind, posts: [{ ...post, replaces: key, text: 'Donnez-nous ici votre numéro de commande.' }] }
  assert.equal(
    refusal(await publishStatement(w.desk, w.as('aicha'), { ...held, leavesAt: hour + HOUR })).refused,
    'guard-findings',
  )
  assert.equal((await w.row(key)).state, 'planned', 'what was planned stands while nothing takes its place')
  const next = { ...blind, leavesAt: hour + 2 * HOUR, posts: [{ ...post, replaces: key }] }
  allowed(await publishStatement(w.desk, w.as('aicha'), next))
  assert.equal((await w.row(key)).state, 'taken-back')
  allowed(await returnReply(w.desk, w.as('julien'), { id: post.deliveryId, reason: 'Plus court.' }))
  assert.equal((await w.row(post.deliveryId)).state, 'taken-back', 'given back, it has no hour any more')
  assert.equal((await w.view())[0]?.posts[0]?.asked?.leavesAt, hour + 2 * HOUR)
  const last = await w.plan(MORE, { id: first.id })
  assert.equal(allowed(await takeBackScheduled(w.desk, w.as('julien'), { id: last.key })).text, MORE)
  assert.equal(refusal(await takeBackScheduled(w.desk, w.as('aicha'), { id: last.key })).refused, 'already-finished')
  await w.strike(10 * HOUR)
  assert.deepEqual(shownTexts(w), [])
  const now = await w.plan(HEARD, { id: first.id }, 'sarah')
  assert.equal(refusal(await takeBackScheduled(w.desk, w.as('aicha'), { id: now.key })).refused, 'plan-not-yours')
})

test('who may speak for the brand lets nobody else’s late words go: their writer does, or a reader', async () => {
  await using w = await scheduledWorld()
  const { key } = await w.plan(HEARD, {}, 'sarah')
  allowed(await w.approve(key, 'julien'))
  await w.strike(HOUR + 31 * MINUTE_MS)
  assert.equal((await w.row(key)).why, 'late')
  assert.equal(refusal(await letGoScheduled(w.desk, w.as('aicha'), { id: key })).refused, 'plan-not-yours')
  assert.deepEqual([(await w.row(key)).state, shownTexts(w)], ['asks', []])
  allowed(await letGoScheduled(w.desk, w.as('julien'), { id: key }))
  await w.leave()
  assert.deepEqual(shownTexts(w), [HEARD])
})

test('a stop of speech at the hour, and a writer who has left, ask; the reader’s own words leave in place of the writer’s', async () => {
  await using w = await scheduledWorld()
  const one = await w.plan()
  allowed(await w.approve(one.key, 'julien', { text: MORE }))
  const other = await w.planRead(HEARD, { on: [w.followed], leavesAt: w.desk.now() + 3 * HOUR })
  allowed(await stopSpeech(w.desk, w.as('tom')))
  await w.strike(HOUR)
  assert.deepEqual(
    (await w.posts())[0]?.pausedBy.map(({ kind }) => kind),
    ['stop'],
  )
  allowed(await releaseSpeech(w.desk, w.as('sarah')))
  await w.strike(1000)
  assert.equal((await w.row(one.key)).why, 'speech-stopped')
  allowed(await letGoScheduled(w.desk, w.as('sarah'), { id: one.key }))
  await w.leave()
  assert.deepEqual(shownTexts(w), [MORE])
  allowed(await removeMember(w.desk, w.as('maud'), { id: w.members.aicha }))
  await w.strike(2 * HOUR)
  assert.equal((await w.row(other.key)).why, 'writer')
})

test('the database itself lets no planned words out before their hour, nor others, nor another brand see them', async () => {
  await using w = await scheduledWorld()
  const { key } = await w.planRead()
  const out = (text: string) =>
    w.inside((trx) =>
      sql`insert into deliveries (id, workspace_id, account_id, conversation_id, case_id, member_id, approval_id, audience, text, content_hash,
          state, guard, queued_at, ready_at, next_at)
        select s.id, s.workspace_id, s.account_id, s.conversation_id, s.case_id, s.writer_id, s.id, 'public', ${text}, a.content_hash, 'queued',
          '{}', ${new Date(w.desk.now())}::timestamptz, ${new Date(w.desk.now())}::timestamptz, ${new Date(w.desk.now())}::timestamptz
        from scheduled_posts s join approvals a on a.id = s.id`.execute(trx),
    )
  await assert.rejects(out(HEARD), /leaves at its hour/)
  const rewritten = w.inside((trx) => trx.updateTable('scheduled_posts').set({ text: MORE }).execute())
  await assert.rejects(rewritten, /not rewritten/)
  await w.strike(HOUR)
  const again = w.inside((trx) =>
    trx.updateTable('scheduled_posts').set({ state: 'planned', ended_at: null }).where('id', '=', key).execute(),
  )
  await assert.rejects(again, /stays as it is/)
  const elsewhere = await makeWorkspace(w.db.database, 'Voiles de Nantes')
  const seen = await asWorkerIn(w.desk.db, elsewhere.workspaceId, (trx) =>
    trx.updateTable('scheduled_posts').set({ why: null }).returning('id').execute(),
  )
  assert.deepEqual(seen, [])
})

test('each incident is passed by its own cell, what is published is flagged meanwhile, and other words are allowed anew', async () => {
  await using w = await scheduledWorld()
  const said = w.statement(MORE, { on: [w.followed] })
  allowed(await publishStatement(w.desk, w.as('aicha'), said))
  for (const { deliveryId } of said.posts) allowed(await w.approve(deliveryId))
  await w.leave()
  const published = async () => {
    const found = (await w.view()).find(({ id }) => id === said.id)
    return found?.posts[0]?.flags.map(({ kind, words }) => [kind, ...words])
  }
  assert.deepEqual(await published(), [])
  const { key } = await w.plan()
  const first = await w.declare('sarah')
  const second = allowed(
    await declareIncident(w.desk, w.as('aicha'), {
      title: 'Crue',
      matching: { ...NOTHING_MATCHES, words: ['inondation'] },
    }),
  ).id
  assert.deepEqual(await published(), [['word', 'livraisons']])
  const allow = (person: 'aicha' | 'sarah', seen: string[] = []) =>
    allowScheduled(w.desk, w.as(person), { id: key, allowed: true, seen })
  assert.equal(refusal(await allow('aicha')).refused, 'not-of-the-cell')
  const held = async () =>
    (await w.posts())
      .find(({ id }) => id === key)
      ?.pausedBy.map(({ id }) => id)
      .toSorted()
  assert.deepEqual(await held(), [first, second].toSorted(), 'one cell alone lets nothing by')
  allowed(await allow('sarah'))
  assert.deepEqual(await held(), [])
  allowed(await w.approve(key, 'julien', { text: MORE }))
  assert.deepEqual((await held())?.length, 2, 'the reader’s words are allowed anew')
  allowed(await allow('sarah'))
  allowed(await allowScheduled(w.desk, w.as('sarah'), { id: key, allowed: false }))
  await w.strike(HOUR)
  assert.deepEqual(shownTexts(w), [])
})
