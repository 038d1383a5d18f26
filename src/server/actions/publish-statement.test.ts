import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { NOTHING_MATCHES } from '#core/crisis/matching.ts'
import { MINUTE_MS } from '#core/time.ts'
import { linkMentions } from '#server/crisis/link-mentions.ts'
import { readCase } from '#server/queries/case.ts'
import { listInbox } from '#server/queries/inbox.ts'
import { readIncident } from '#server/queries/incident.ts'
import { readStatementDesk } from '#server/queries/statement-desk.ts'
import { makeMention } from '#test/mention.ts'
import { HEARD, MORE, ON_IT, statementWorld } from '#test/statement-world.ts'
import { allowed, refusal } from '#test/waiting-reply.ts'
import { publishStatement } from './publish-statement.ts'
import { readBackStatements } from './read-back-statements.ts'
import { returnReply } from './return-reply.ts'
import { sendReply } from './send-reply.ts'
import { stopSpeech } from './stop-speech.ts'

test('a statement waits for a second person, leaves once on each account, and is nobody’s case of the inbox', async () => {
  await using w = await statementWorld()
  const given = w.statement(HEARD)
  allowed(await publishStatement(w.desk, w.as('aicha'), given))
  allowed(await publishStatement(w.desk, w.as('aicha'), given))
  await w.leave()
  assert.deepEqual([w.network.posts.length, w.shown.length], [0, 0], 'nothing leaves unread')
  const [one, other] = given.posts
  assert.ok(one && other)
  assert.equal(refusal(await w.approve(one.deliveryId, 'aicha')).refused, 'own-words')
  for (const { deliveryId } of given.posts) allowed(await w.approve(deliveryId))
  await w.leave()
  await w.leave()
  assert.deepEqual(
    w.network.calls.map(({ own, inReplyTo, text }) => [own, inReplyTo, text]),
    [[true, undefined, HEARD]],
  )
  assert.deepEqual(
    w.shown.map(({ own, under, text, accountId }) => [own, under, text, accountId]),
    [[true, null, HEARD, w.editable]],
  )
  const [statement] = await w.view()
  assert.deepEqual(
    statement?.posts.map(({ said, delivery, asked }) => [said?.text, delivery, asked]),
    [
      [HEARD, null, null],
      [HEARD, null, null],
    ],
  )
  for (const queue of ['owed', 'waiting', 'resolved', 'all'] as const)
    assert.deepEqual((await listInbox(w.desk, w.as('aicha'), { queue })).rows, [], queue)
  const caseId = statement?.posts[0]?.caseId ?? ''
  const view = allowed(await readCase(w.desk, w.as('aicha'), { id: caseId }))
  assert.deepEqual([view.state, view.dueAt, view.messages.length], ['resolved', null, 1])
  const reply = { id: caseId, audience: 'public', text: 'Et voilà.', accountId: view.accountId } as const
  const press = { ...reply, deliveryId: w.desk.newId(), seenMark: view.threadMark }
  assert.equal(refusal(await sendReply(w.desk, w.as('aicha'), press)).refused, 'thread-of-a-statement')
})

test('what comes next takes the place of the words where the network allows it, and follows them where it does not', async () => {
  await using w = await statementWorld()
  const first = w.statement(HEARD)
  allowed(await publishStatement(w.desk, w.as('aicha'), first))
  const again = w.statement(MORE, { id: first.id })
  assert.equal(refusal(await publishStatement(w.desk, w.as('aicha'), again)).refused, 'statement-under-way')
  for (const { deliveryId } of first.posts) allowed(await w.approve(deliveryId))
  await w.leave()
  allowed(await publishStatement(w.desk, w.as('aicha'), again))
  for (const { deliveryId } of again.posts) allowed(await w.approve(deliveryId))
  await w.leave()
  assert.deepEqual(
    w.shown.map(({ text }) => text),
    [MORE],
  )
  assert.deepEqual(
    w.network.posts.map(({ text, inReplyTo }) => [text, inReplyTo]),
    [
      [HEARD, null],
      [MORE, 'post-1'],
    ],
  )
  const posts = (await w.view())[0]?.posts ?? []
  assert.deepEqual(
    posts.map(({ said }) => [said?.text, said?.times]),
    [
      [MORE, 2],
      [MORE, 2],
    ],
  )
  const { rows } = await w.inside((trx) =>
    sql<{ text: string }>`select text from message_versions order by version`.execute(trx),
  )
  assert.deepEqual(
    rows.map(({ text }) => text),
    [HEARD, MORE],
    'what was said first is kept',
  )
})

test('« we are on it » is held in until a named person holds the incident; all of a statement leaves, or none', async () => {
  await using w = await statementWorld()
  const held = refusal(await publishStatement(w.desk, w.as('aicha'), w.statement(ON_IT)))
  assert.equal(held.refused, 'guard-findings')
  const incidentId = await w.declare()
  const given = w.statement(ON_IT, { incidentId })
  allowed(await publishStatement(w.desk, w.as('aicha'), given))
  await w.inside((trx) =>
    trx
      .updateTable('incident_roles')
      .set({ ended_at: new Date(w.desk.now()) })
      .where('incident_id', '=', incidentId)
      .execute(),
  )
  const [one] = given.posts
  assert.ok(one)
  assert.equal(refusal(await w.approve(one.deliveryId)).refused, 'guard-findings', 'nobody holds it any more')
  const mixed = w.statement(HEARD, { incidentId })
  const [first, second] = mixed.posts
  assert.ok(first && second)
  const posts = [first, { ...second, text: 'Donnez-nous ici votre numéro de commande.' }]
  const answer = refusal(await publishStatement(w.desk, w.as('aicha'), { ...mixed, posts }))
  assert.equal(answer.refused, 'guard-findings')
  const { posts: kept } = answer.data as { posts: { accountId: string }[] }
  assert.deepEqual(
    kept.map(({ accountId }) => accountId),
    [second.accountId],
  )
  assert.equal((await w.view()).length, 1, 'the other account has nothing either')
  const desk = allowed(await readStatementDesk(w.desk, w.as('aicha'), { incident: incidentId }))
  assert.deepEqual([desk.holder, desk.known.subject, desk.isRead], [null, 'Livraisons', true])
  assert.deepEqual(desk.leftOut, [{ id: w.silent, why: 'no-public-post' }])
})

test('a publication starts the clock of the public anew, once, at the hour that it announced; a comment below it joins the incident', async () => {
  await using w = await statementWorld()
  const incidentId = await w.declare()
  const announcedAt = w.desk.now() + 90 * MINUTE_MS
  const far = w.statement(HEARD, { incidentId, announcedAt: w.desk.now() + 100 * 24 * 60 * MINUTE_MS })
  assert.equal(refusal(await publishStatement(w.desk, w.as('aicha'), far)).refused, 'not-announceable')
  const given = w.statement(HEARD, { incidentId, announcedAt })
  allowed(await publishStatement(w.desk, w.as('aicha'), given))
  const cell = async () => allowed(await readIncident(w.desk, w.as('sarah'), { id: incidentId }))
  assert.notEqual((await cell()).nextPublicAt, announcedAt)
  for (const { deliveryId } of given.posts) allowed(await w.approve(deliveryId))
  await w.leave()
  const after = await cell()
  assert.equal(after.nextPublicAt, announcedAt)
  assert.equal(after.log.filter(({ name }) => name === 'incident.update-made').length, 1)
  const comment = await makeMention(w.desk, w.workspaceId, w.followed, 'Merci de le dire.')
  const { messageId, conversationId, accountId } = comment
  const linked = await w.inside(async (trx) => {
    await trx.updateTable('messages').set({ parent_external_id: 'post-1' }).where('id', '=', messageId).execute()
    const looking = { id: incidentId, matching: NOTHING_MATCHES, since_at: new Date(0) }
    const seen = { messageId, conversationId, accountId, text: 'Merci de le dire.', topic: null, sentAt: w.desk.now() }
    return linkMentions(trx, w.workspaceId, w.desk.now(), [looking], [seen])
  })
  assert.equal(linked, 1)
})

test('what was published is read back, with its time; what is gone is told once', async () => {
  await using w = await statementWorld()
  const given = w.statement(HEARD, { on: [w.editable] })
  allowed(await publishStatement(w.desk, w.as('aicha'), given))
  for (const { deliveryId } of given.posts) allowed(await w.approve(deliveryId))
  await w.leave()
  const read = async () => (await w.view())[0]?.posts[0]?.readBack
  assert.equal(await read(), null)
  w.desk.pass(MINUTE_MS)
  await readBackStatements(w.desk)
  assert.deepEqual(await read(), { found: 'up', at: w.desk.now() })
  w.stands.answer = { kind: 'gone' }
  for (const minutes of [10, 60, 360]) {
    w.desk.pass(minutes * MINUTE_MS)
    await readBackStatements(w.desk)
  }
  assert.equal((await read())?.found, 'gone')
  assert.deepEqual(await w.events('statement.%'), ['statement.given', 'statement.gone'])
})

test('it is under the account that was shown or not at all, and a brand that keeps silent says nothing', async () => {
  await using w = await statementWorld()
  const to = (accountId: string) => publishStatement(w.desk, w.as('aicha'), w.statement(HEARD, { on: [accountId] }))
  assert.equal(refusal(await to(w.silent)).refused, 'no-public-post')
  assert.equal(refusal(await to(w.desk.newId())).refused, 'not-found')
  const given = w.statement(HEARD, { on: [w.editable] })
  allowed(await publishStatement(w.desk, w.as('aicha'), given))
  const [one] = given.posts
  assert.ok(one)
  assert.equal(refusal(await w.approve(one.deliveryId, 'julien', { accountId: w.followed })).refused, 'wrong-account')
  const moved = sql`update statement_posts set account_id = ${w.followed}::uuid`
  await assert.rejects(
    w.inside((trx) => moved.execute(trx)),
    /not moved/,
  )
  allowed(await returnReply(w.desk, w.as('julien'), { id: one.deliveryId, reason: 'Plus court.' }))
  const asked = (await w.view())[0]?.posts[0]?.asked
  assert.deepEqual([asked?.state, asked?.reason], ['returned', 'Plus court.'])
  const shorter = w.statement(MORE, { id: given.id, on: [w.editable] })
  allowed(await publishStatement(w.desk, w.as('aicha'), shorter))
  allowed(await stopSpeech(w.desk, w.as('tom')))
  const [two] = shorter.posts
  assert.equal(refusal(await w.approve(two?.deliveryId ?? '')).refused, 'speech-stopped')
  await w.leave()
  assert.deepEqual(w.shown, [])
})

test('whoever works alone is not struck dumb, and with a second person there the database itself lets nothing by', async () => {
  await using w = await statementWorld()
  const others = Object.values(w.members).filter((id) => id !== w.members.aicha && id !== w.members.tom)
  const disable = (at: Date | null) =>
    w.db.database.app.updateTable('members').set({ disabled_at: at }).where('id', 'in', others).execute()
  await disable(new Date(w.desk.now()))
  allowed(await publishStatement(w.desk, w.as('aicha'), w.statement(HEARD, { on: [w.editable] })))
  await w.leave()
  assert.equal(w.shown.length, 1)
  await disable(null)
  const copied = w.inside((trx) =>
    sql`insert into deliveries (id, workspace_id, account_id, conversation_id, case_id, member_id, audience, text, content_hash, state, guard,
        queued_at, ready_at, next_at)
      select ${w.desk.newId()}::uuid, workspace_id, account_id, conversation_id, case_id, member_id, audience, text, content_hash, 'queued',
        guard, queued_at, ready_at, ready_at from deliveries`.execute(trx),
  )
  await assert.rejects(copied, /waits for a second person/)
})
