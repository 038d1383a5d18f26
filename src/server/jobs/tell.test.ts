import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Choices, eachTopic, MEANS } from '#core/notification/choices.ts'
import { HOUR_MS, MINUTE_MS } from '#core/time.ts'
import { keepChoices } from '#server/actions/keep-choices.ts'
import { readConfig } from '#server/config.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { lookAtNotices } from '#server/doctor/look-at-notices.ts'
import { devicePlace } from '#server/notices/addressee.ts'
import { claimTelling, LEASE_MS } from '#server/notices/claim.ts'
import type { Handed, Mail, Outside, Push } from '#server/notices/outside.ts'
import { tellMember } from '#server/rota/tell-member.ts'
import { settleRestored } from '#server/transfer/settle-restored.ts'
import { testDatabase } from '#test/database.ts'
import { testDesk } from '#test/desk.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { makeTeller } from './tell.ts'

const NIGHT = { days: [1, 2, 3, 4, 5, 6, 7], from: '20:00', until: '08:00' }
const TAKEN: Handed = { kind: 'taken' }

/** Fleurs du Port on a Monday at ten; Aïcha wants everything everywhere, and her nights. */
const world = async () => {
  const db = await testDatabase()
  const desk = testDesk(db.database)
  const { workspaceId, members } = await makeWorkspace(db.database)
  const mails: Mail[] = []
  const pushes: Push[] = []
  const answers: { mail: Handed; push: Handed } = { mail: TAKEN, push: TAKEN }
  const outside: Outside = {
    deskUrl: 'https://desk.fleurs-du-port.test',
    mail: async (mail) => {
      mails.push(mail)
      return answers.mail
    },
    push: async (_, push) => {
      pushes.push(push)
      return answers.push
    },
  }
  const choices: Choices = { means: eachTopic(() => MEANS), quiet: { timeZone: 'Europe/Paris', slots: [NIGHT] } }
  const aicha = { workspaceId, memberId: members.aicha, role: 'agent' } as const
  assert.deepEqual(await keepChoices(desk, aicha, choices), { done: true })
  const inside = <T>(work: Parameters<typeof inWorkspace<T>>[2]) => inWorkspace(desk.db, workspaceId, work)
  const teller = makeTeller(desk, outside)
  return {
    ...{ db, desk, workspaceId, members, mails, pushes, answers, outside, inside, teller },
    /** Sarah stops every word, and Aïcha is told. */
    stop: () =>
      inside(async (trx) => {
        const haltId = desk.newId()
        await trx
          .insertInto('speech_halts')
          .values({
            ...{ id: haltId, workspace_id: workspaceId, stopped_by: members.sarah },
            stopped_at: new Date(desk.now()),
          })
          .execute()
        await tellMember(trx, desk, workspaceId, members.aicha, 'speech.stopped', { haltId })
      }),
    /** A line in Aïcha's own list. */
    write: (kind: string, data: Record<string, unknown> = {}) =>
      inside((trx) => tellMember(trx, desk, workspaceId, members.aicha, kind, data)),
    rounds: async () => {
      while (await teller.round());
    },
    rows: () => inside((trx) => trx.selectFrom('tellings').selectAll().orderBy('made_at').execute()),
    addDevice: () =>
      inside(async (trx) => {
        const id = desk.newId()
        const subscription = JSON.stringify({ endpoint: 'https://push.test/x', p256dh: 'a', auth: 'b' })
        await trx
          .insertInto('notification_devices')
          .values({
            ...{
              id,
              workspace_id: workspaceId,
              member_id: members.aicha,
              name: 'Firefox',
              added_at: new Date(desk.now()),
            },
            ...{
              endpoint_hash: Buffer.alloc(32),
              subscription: desk.seal.seal('push-device', devicePlace(id), subscription),
            },
          })
          .execute()
        return id
      }),
    [Symbol.asyncDispose]: () => db.close(),
  }
}

test('a note reaches Aïcha by mail once, after the desk had the word first; what she read in the desk does not', async () => {
  await using w = await world()
  await w.write('named-in-note', { noteId: 1 })
  await w.rounds()
  assert.equal(w.mails.length, 0)
  w.desk.pass(MINUTE_MS)
  await w.rounds()
  await w.rounds()
  assert.equal(w.mails.length, 1)
  const [mail] = w.mails
  assert.match(mail?.subject ?? '', /^\[Fleurs du Port\] Une note vous nomme\.$/)
  assert.match(mail?.text ?? '', /https:\/\/desk\.fleurs-du-port\.test\/w\//)

  await w.write('case-given')
  await w.rounds()
  await w.inside((trx) =>
    trx
      .updateTable('notifications')
      .set({ read_at: new Date(w.desk.now()) })
      .execute(),
  )
  w.desk.pass(MINUTE_MS)
  await w.rounds()
  assert.equal(w.mails.length, 1)
  assert.deepEqual(
    (await w.rows()).map(({ state, reason }) => [state, reason]),
    [
      ['sent', null],
      ['dropped', 'seen'],
    ],
  )
})

test('a night is summed up in one mail at eight, and a lost account does not wait for it', async () => {
  await using w = await world()
  w.desk.pass(12 * HOUR_MS)
  await w.write('named-in-note', { noteId: 1 })
  await w.write('named-in-note', { noteId: 2 })
  w.desk.pass(1)
  await w.write('question.answered', { questionId: w.desk.newId() })
  await w.write('published-outside', { messageId: 7 })
  w.desk.pass(MINUTE_MS)
  await w.rounds()
  assert.equal(w.mails.length, 1)
  assert.match(w.mails[0]?.subject ?? '', /sans passer par le bureau/)
  w.desk.pass(10 * HOUR_MS)
  await w.rounds()
  await w.rounds()
  assert.equal(w.mails.length, 2)
  assert.match(w.mails[1]?.subject ?? '', /3 nouvelles vous concernent/)
  assert.match(w.mails[1]?.text ?? '', /Une note vous nomme\. \(2 fois\)[\s\S]*Un service a répondu/)
})

test('the same thing told twice to the desk is told once outside while it lies unread', async () => {
  await using w = await world()
  await w.write('published-outside', { messageId: 7 })
  await w.write('published-outside', { messageId: 7 })
  w.desk.pass(MINUTE_MS)
  await w.rounds()
  await w.write('published-outside', { messageId: 7 })
  w.desk.pass(MINUTE_MS)
  await w.rounds()
  assert.equal(w.mails.length, 1)
  assert.deepEqual((await w.rows()).map(({ state }) => state).toSorted(), ['dropped', 'dropped', 'sent'])
})

test('a brand that speaks again is no longer told that it is silent, though another brand still is', async () => {
  await using w = await world()
  await w.stop()
  await w.rounds()
  await w.inside((trx) =>
    trx
      .updateTable('speech_halts')
      .set({ released_at: new Date(w.desk.now()), released_by: w.members.sarah })
      .execute(),
  )
  const other = await makeWorkspace(w.db.database)
  await inWorkspace(w.desk.db, other.workspaceId, (trx) =>
    trx
      .insertInto('speech_halts')
      .values({
        ...{ id: w.desk.newId(), workspace_id: other.workspaceId, stopped_by: other.members.sarah },
        stopped_at: new Date(w.desk.now()),
      })
      .execute(),
  )
  w.desk.pass(MINUTE_MS)
  await w.rounds()
  assert.deepEqual(
    [w.mails.length, ...(await w.rows()).map(({ state, reason }) => `${state} ${reason}`)],
    [0, 'dropped over'],
  )
})

test('what was answered, decided or granted meanwhile is told to nobody who had to do it', async () => {
  await using w = await world()
  await w.write('question.to-head', { questionId: w.desk.newId() })
  await w.write('finding.contested', { contestId: w.desk.newId() })
  await w.write('removal.asked', { removalId: w.desk.newId() })
  await w.write('autonomy.proposed', { memberId: w.members.sarah })
  w.desk.pass(MINUTE_MS)
  await w.rounds()
  assert.equal(w.mails.length, 0)
  assert.deepEqual([...new Set((await w.rows()).map(({ reason }) => reason))], ['over'])
})

test('a mail server that fails is asked again later and later, then no more, and the reason stays', async () => {
  await using w = await world()
  w.answers.mail = { kind: 'failed', reason: 'ECONNREFUSED', certain: true, permanent: false }
  await w.stop()
  w.desk.pass(MINUTE_MS)
  await w.rounds()
  assert.equal(w.mails.length, 1)
  await w.rounds()
  assert.equal(w.mails.length, 1)
  for (let n = 0; n < 20; n += 1) {
    w.desk.pass(HOUR_MS)
    await w.rounds()
  }
  assert.equal(w.mails.length, 8)
  assert.deepEqual(
    (await w.rows()).map(({ state, reason }) => [state, reason]),
    [['failed', 'ECONNREFUSED']],
  )
})

test('a process that dies with a mail in its hands leaves it to the next one, as the same mail', async () => {
  await using w = await world()
  await w.write('named-in-note')
  await w.rounds()
  w.desk.pass(MINUTE_MS)
  const lost = await claimTelling(w.desk)
  assert.ok(typeof lost === 'object')
  await w.rounds()
  assert.equal(w.mails.length, 0)
  await w.write('case.breached')
  w.desk.pass(LEASE_MS)
  await w.rounds()
  assert.deepEqual(
    w.mails.map(({ messageId }) => messageId.startsWith(`<${lost.batchId}@`)),
    [true, false],
  )
})

test('a device that is no more is forgotten with what waited for it', async () => {
  await using w = await world()
  const id = await w.addDevice()
  await w.write('named-in-note', { noteId: 1 })
  w.desk.pass(MINUTE_MS)
  await w.rounds()
  assert.deepEqual(Object.keys(JSON.parse(w.pushes[0]?.payload ?? '{}')), ['title', 'body', 'url', 'tag'])
  w.answers.push = { kind: 'gone' }
  await w.write('named-in-note', { noteId: 2 })
  await w.rounds()
  w.desk.pass(MINUTE_MS)
  await w.rounds()
  assert.equal(w.pushes.length, 2)
  assert.deepEqual(await w.inside((trx) => trx.selectFrom('notification_devices').select('id').execute()), [])
  assert.deepEqual(
    (await w.rows()).filter((row) => row.target_id === id).map(({ state }) => state),
    ['sent', 'dropped'],
  )
})

test('four processes that look at once tell it once; one at which processes die is given up', async () => {
  await using w = await world()
  for (let n = 0; n < 5; n += 1) await w.write('named-in-note', { noteId: n })
  await w.rounds()
  w.desk.pass(MINUTE_MS)
  const tellers = Array.from({ length: 4 }, () => makeTeller(w.desk, w.outside))
  await Promise.all(tellers.map((teller) => teller.round()))
  assert.equal(w.mails.length, 1)

  await w.write('case.breached')
  await w.rounds()
  w.desk.pass(MINUTE_MS)
  for (let n = 0; n < 8; n += 1) {
    assert.ok(typeof (await claimTelling(w.desk)) === 'object')
    w.desk.pass(LEASE_MS)
  }
  assert.equal(await claimTelling(w.desk), 'settled')
  assert.deepEqual((await w.rows()).at(-1)?.reason, 'never ended')
})

test('a restored desk tells nobody again, and the doctor names what does not get through', async () => {
  await using w = await world()
  w.answers.mail = { kind: 'failed', reason: 'EAUTH 535', certain: true, permanent: false }
  await w.write('named-in-note')
  w.desk.pass(MINUTE_MS)
  await w.rounds()
  w.desk.pass(30 * MINUTE_MS)
  const mail = {
    host: 'mail.test',
    port: 465,
    tls: true,
    clear: false,
    user: undefined,
    password: undefined,
    from: 'a@b.test',
  }
  const config = { ...readConfig({}), mail }
  const [email, push] = await lookAtNotices({ config, db: w.desk.db, now: w.desk.now })
  assert.equal(email?.state, 'warn')
  assert.match(email?.why ?? '', /1 are late.*EAUTH 535/)
  assert.equal(push?.state, 'ok')
  await w.write('case-given')
  const owner = await w.db.database.owner.connect()
  await owner.query("begin; select set_config('app.maintenance', 'on', true)")
  await settleRestored(owner, new Date(w.desk.now()))
  await owner.query('commit')
  owner.release()
  w.desk.pass(HOUR_MS)
  await w.rounds()
  assert.equal(w.mails.length, 1)
  assert.deepEqual(
    (await w.rows()).map(({ reason }) => reason),
    ['restored'],
  )
})
