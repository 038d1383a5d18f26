import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NOTHING_MATCHES } from '#core/crisis/matching.ts'
import { MINUTE_MS } from '#core/time.ts'
import { closeIncident } from '#server/actions/close-incident.ts'
import { declareIncident } from '#server/actions/declare-incident.ts'
import { importOrders } from '#server/actions/import-orders.ts'
import { moveOutreach, readOutreachWords } from '#server/actions/move-outreach.ts'
import { type Prepared, prepareOutreach } from '#server/actions/prepare-outreach.ts'
import { releaseSpeech } from '#server/actions/release-speech.ts'
import { stopSpeech } from '#server/actions/stop-speech.ts'
import { tendIncidents } from '#server/actions/tend-incidents.ts'
import { tickOutreaches } from '#server/actions/tick-outreaches.ts'
import { makeDeliverer } from '#server/jobs/deliver.ts'
import { readOutreach } from '#server/queries/outreach.ts'
import { readRejectedLines } from '#server/queries/rejected-lines.ts'
import { settleRestored } from '#server/transfer/settle-restored.ts'
import { allowed, refusal, waitingReply } from '#test/waiting-reply.ts'

const TEMPLATE =
  'Bonjour {prénom|Madame, Monsieur},\nvotre commande {commande} a un jour de retard : {solution}.\nAïcha'

/** Late orders of Fleurs du Port, with a mailbox that can write first. */
const affectedOrders = async () => {
  const w = await waitingReply()
  Object.assign(w.network.connector, {
    writeFirstTo: (address: string, key: string) => `${key} ${address}`,
    capabilities: { ...w.network.connector.capabilities, private: { privateWay: 'always', how: 'same-thread' } },
  })
  const { id } = allowed(
    await declareIncident(w.desk, w.as('aicha'), {
      title: 'Retards',
      matching: { ...NOTHING_MATCHES, words: ['commande'] },
    }),
  )
  const bring = (file: string) =>
    importOrders(w.desk, w.as('aicha'), { id, name: 'commandes.csv', content: Buffer.from(file).toString('base64') })
  const prepare = (more: Partial<Prepared> = {}) =>
    prepareOutreach(w.desk, w.as('aicha'), {
      ...{
        id,
        language: 'fr',
        subject: 'Votre commande',
        template: TEMPLATE,
        withWriters: false,
        fact: null,
        perMinute: 2,
      },
      ...more,
    })
  const seen = async () => allowed(await readOutreach(w.desk, w.as('aicha'), { id }))
  const outreach = async () => {
    const found = (await seen()).outreach
    assert.ok(found)
    return found
  }
  const deliverer = makeDeliverer(w.desk)
  /** The clock goes on so far, and everything that waits for it happens. */
  const pass = async (ms: number) => {
    w.desk.pass(ms)
    await tickOutreaches(w.desk)
    w.desk.pass(10_000)
    while (await deliverer.round()) await deliverer.settle()
    await deliverer.settle()
  }
  const begin = async (file: string, more: Partial<Prepared> = {}) => {
    allowed(await bring(file))
    const prepared = allowed(await prepare(more))
    allowed(await moveOutreach(w.desk, w.as('aicha'), { id: prepared.id, step: 'ask' }))
    allowed(await readOutreachWords(w.desk, w.as('sarah'), { id: prepared.id, verdict: 'approve' }))
    return prepared
  }
  return Object.assign(w, { incidentId: id, bring, prepare, seen, outreach, pass, begin })
}

const FILE = [
  'Commande;Prénom;E-mail;Solution',
  'FL-1;Camille;camille@clients.test;une relivraison mardi',
  'FL-2;Noé;noe@clients.test;une relivraison mardi',
  'FL-3;Inès;ines@clients.test;une relivraison mercredi',
  'FL-4;Lucas;lucas@clients;une relivraison mardi',
  'FL-5;;sans-nom@clients.test;',
].join('\n')

test('a file becomes people, its refused lines come back as they were, and the same file twice is one (C2)', async () => {
  await using w = await affectedOrders()
  const { importId, accepted, rejected } = allowed(await w.bring(FILE))
  assert.deepEqual([accepted, rejected], [4, 1])
  assert.equal(refusal(await w.bring(FILE)).refused, 'file-imported-already')
  const kept = allowed(await readRejectedLines(w.desk, w.as('aicha'), { id: importId }))
  assert.deepEqual(kept.rejected, [
    {
      ...{ line: 5, raw: 'FL-4;Lucas;lucas@clients;une relivraison mardi' },
      faults: [{ code: 'not-an-email', column: 'email', value: 'lucas@clients' }],
    },
  ])
  const { affected } = await w.seen()
  assert.deepEqual([affected.people, affected.toTell, affected.ofOrders], [4, 4, 4])
  assert.equal(refusal(await w.bring('a;b\n1;2')).refused, 'file-no-order-column')
})

test('each is told once, in private, in words of their own, at the chosen pace, after somebody else has read them (C2, V1)', async () => {
  await using w = await affectedOrders()
  allowed(await w.bring(FILE))
  assert.equal(refusal(await w.prepare({ template: 'Bonjour {nom}' })).refused, 'unknown-slots')
  const { id, people, sendable } = allowed(await w.prepare())
  assert.deepEqual([people, sendable], [4, 3])
  await w.pass(MINUTE_MS)
  assert.equal(w.network.posts.length, 0, 'a list that was only made tells nobody')
  allowed(await moveOutreach(w.desk, w.as('aicha'), { id, step: 'ask' }))
  assert.equal(refusal(await readOutreachWords(w.desk, w.as('aicha'), { id, verdict: 'approve' })).refused, 'own-words')
  assert.ok((await w.notices('julien')).includes('outreach.asked'))
  allowed(await readOutreachWords(w.desk, w.as('julien'), { id, verdict: 'approve' }))
  await w.pass(0)
  assert.equal(w.network.posts.length, 2, 'two a minute')
  await w.pass(MINUTE_MS)
  await w.pass(MINUTE_MS)
  assert.deepEqual(
    // Two at once may arrive in either order.
    w.network.calls.map(({ audience, to, optOut, subject }) => [audience, to.externalId, optOut, subject]).toSorted(),
    ['camille', 'ines', 'noe'].map((who) => ['private', `${who}@clients.test`, true, 'Votre commande']),
  )
  assert.match(
    w.network.posts[2]?.text ?? '',
    /^Bonjour Inès,\nvotre commande FL-3 a un jour de retard : une relivraison mercredi\.\nAïcha\n\n.*« stop »/,
  )
  const { state, count } = await w.outreach()
  assert.equal(state, 'over')
  assert.deepEqual([count.sent, count.heldBack, count.planned], [3, 1, 0])
  assert.deepEqual((await w.outreach()).people[0]?.missing, ['solution'])
  // Told once: a second list leaves them out.
  assert.deepEqual((await w.seen()).affected.toldBefore, 3)
})

test('nobody is told behind a closed cell: it asks why those left were not, pauses, and goes on when somebody says so (C2, C3)', async () => {
  await using w = await affectedOrders()
  const { id } = await w.begin(FILE)
  await w.pass(0)
  const early = refusal(await closeIncident(w.desk, w.as('aicha'), { id: w.incidentId }))
  assert.match(String(early.data?.unmet), /nobody-untold/)
  allowed(await closeIncident(w.desk, w.as('aicha'), { id: w.incidentId, reason: 'Le camion est reparti.' }))
  await w.pass(2 * MINUTE_MS)
  assert.equal((await w.outreach()).state, 'paused')
  assert.equal(w.network.posts.length, 2)
  allowed(await moveOutreach(w.desk, w.as('sarah'), { id, step: 'resume' }))
  await w.pass(MINUTE_MS)
  assert.equal(w.network.posts.length, 3)
  assert.equal((await w.outreach()).state, 'over')
})

test('a list that waits for its reader when the cell closes tells nobody (C2, V1)', async () => {
  await using w = await affectedOrders()
  allowed(await w.bring(FILE))
  const { id } = allowed(await w.prepare())
  allowed(await moveOutreach(w.desk, w.as('aicha'), { id, step: 'ask' }))
  allowed(await closeIncident(w.desk, w.as('aicha'), { id: w.incidentId, reason: 'Fausse alerte' }))
  const late = refusal(await readOutreachWords(w.desk, w.as('sarah'), { id, verdict: 'approve' }))
  assert.equal(late.refused, 'incident-closed')
  allowed(await moveOutreach(w.desk, w.as('aicha'), { id, step: 'withdraw' }))
})

test('the panic button holds it back, a pause and a crash as well, and nobody is told twice (G5, A1)', async () => {
  await using w = await affectedOrders()
  const { id } = await w.begin(FILE)
  allowed(await stopSpeech(w.desk, w.as('tom')))
  await w.pass(MINUTE_MS)
  assert.equal(w.network.posts.length, 0)
  allowed(await releaseSpeech(w.desk, w.as('sarah')))
  await w.pass(0)
  allowed(await moveOutreach(w.desk, w.as('aicha'), { id, step: 'pause' }))
  await w.pass(2 * MINUTE_MS)
  assert.equal(w.network.posts.length, 2)
  allowed(await moveOutreach(w.desk, w.as('sarah'), { id, step: 'resume' }))
  // Two workers at once, and a tick that is cut off: a person and their delivery are one transaction and one id.
  await Promise.all([tickOutreaches(w.desk), tickOutreaches(w.desk)])
  await w.pass(0)
  await w.pass(MINUTE_MS)
  assert.equal(w.network.posts.length, 3)
  assert.equal(new Set(w.network.calls.map(({ to }) => to.externalId)).size, 3)
})

test('an answer is counted and joins the incident; « stop » is kept for ever, by every way (C2)', async () => {
  await using w = await affectedOrders()
  await w.begin(FILE, { perMinute: 60 })
  await w.pass(0)
  const say = (address: string, text: string) =>
    w.inside(async (trx) => {
      const { id, conversation_id, account_id, author_id } = await trx
        .selectFrom('cases as k')
        .innerJoin('authors as a', 'a.id', 'k.author_id')
        .select(['k.id', 'k.conversation_id', 'k.account_id', 'k.author_id'])
        .where('a.external_id', '=', address)
        .executeTakeFirstOrThrow()
      const at = new Date(w.desk.now())
      await trx
        .insertInto('messages')
        .values({
          ...{ id: w.desk.newId(), workspace_id: w.workspaceId, account_id, conversation_id, author_id, text },
          ...{
            external_id: w.desk.newId(),
            direction: 'in',
            kind: 'mail',
            audience: 'private',
            sent_at: at,
            received_at: at,
          },
        })
        .execute()
      await trx.updateTable('conversations').set({ last_message_at: at }).where('id', '=', conversation_id).execute()
      return id
    })
  w.desk.pass(MINUTE_MS)
  await say('camille@clients.test', 'Merci de prévenir, mardi me va.')
  await say('noe@clients.test', 'STOP')
  await w.pass(0)
  const { count } = await w.outreach()
  assert.deepEqual([count.sent, count.answered], [3, 2])
  const mentions = await w.inside((trx) => trx.selectFrom('incident_mentions').selectAll().execute())
  assert.equal(mentions.filter(({ incident_id }) => incident_id === w.incidentId).length, 2)
  allowed(
    await w.bring(
      'Commande;Prénom;E-mail;Solution\nFL-9;Noé;noe@clients.test;un avoir\nFL-8;Zoé;zoe@clients.test;un avoir',
    ),
  )
  assert.equal((await w.seen()).affected.optedOut, 1)
  await assert.rejects(w.inside((trx) => trx.deleteFrom('objections').execute()))
})

test('the door of the database lets out these words, for this person, in private, once they were read, and nothing else (V1, G2)', async () => {
  await using w = await affectedOrders()
  const { id } = await w.begin(FILE)
  const [person] = (await w.outreach()).people.filter(({ state }) => state === 'planned')
  assert.ok(person)
  const forge = (more: object) =>
    w.inside((trx) =>
      trx
        .insertInto('deliveries')
        .values({
          ...{ id: person.id, workspace_id: w.workspaceId, account_id: w.accountId, text: person.text ?? '' },
          ...{ conversation_id: w.mention.conversationId, case_id: w.mention.caseId, member_id: w.members.aicha },
          ...{
            audience: 'private',
            content_hash: Buffer.alloc(32),
            state: 'held',
            guard: '{"findings":[],"reasons":[]}',
          },
          ...{ queued_at: new Date(), ready_at: new Date(), ...more },
        })
        .execute(),
    )
  await assert.rejects(forge({}), /approved for this person/)
  await assert.rejects(forge({ audience: 'public' }), /approved for this person/)
  await assert.rejects(
    w.inside((trx) => trx.updateTable('outreaches').set({ template: 'x' }).where('id', '=', id).execute()),
    /not rewritten/,
  )
  await assert.rejects(
    w.inside((trx) => trx.updateTable('outreach_people').set({ text: 'x' }).where('id', '=', person.id).execute()),
    /not rewritten/,
  )
})

test('the guard reads each person’s own words: nothing is claimed of somebody that no fact proves (G4)', async () => {
  await using w = await affectedOrders()
  allowed(await w.bring(FILE))
  const { id, sendable } = allowed(
    await w.prepare({ template: 'Bonjour {prénom|Madame, Monsieur}, vous êtes remboursée depuis hier. Aïcha' }),
  )
  assert.equal(sendable, 0)
  const { people } = await w.outreach()
  assert.ok(people.every(({ state, findings }) => state === 'held-back' && findings.some(({ rule }) => rule === 'G4')))
  assert.equal(refusal(await moveOutreach(w.desk, w.as('aicha'), { id, step: 'ask' })).refused, 'nobody-to-tell')
})

test('whoever wrote in public is told in private, if they are to be told as well; otherwise they are answered there (C2, G2)', async () => {
  await using w = await affectedOrders()
  await tendIncidents(w.desk)
  const { affected } = await w.seen()
  assert.deepEqual([affected.people, affected.wrote, affected.toTell], [1, 1, 0])
  const template = 'Bonjour {prénom}, voici ce que nous faisons : une relivraison. Aïcha'
  const { id } = allowed(await w.prepare({ template, withWriters: true }))
  assert.equal((await w.outreach()).people[0]?.way, 'private-message')
  allowed(await moveOutreach(w.desk, w.as('aicha'), { id, step: 'ask' }))
  allowed(await readOutreachWords(w.desk, w.as('julien'), { id, verdict: 'approve' }))
  await w.pass(0)
  assert.deepEqual(
    w.network.calls.map(({ audience, text }) => [audience, text]),
    [['private', 'Bonjour Noé, voici ce que nous faisons : une relivraison. Aïcha']],
  )
})

test('a restored desk tells nobody by surprise: what was under way is paused until a person decides (G4)', async () => {
  await using w = await affectedOrders()
  await w.begin(FILE)
  const owner = await w.desk.db.owner.connect()
  await owner.query("set app.maintenance = 'on'")
  await settleRestored(owner, new Date(w.desk.now()))
  owner.release(true)
  await w.pass(MINUTE_MS)
  assert.deepEqual([(await w.outreach()).state, w.network.posts.length], ['paused', 0])
})

test('one list that fails keeps neither another nor the rest of the clock waiting (L4)', async () => {
  await using w = await affectedOrders()
  await w.begin(FILE)
  const other = allowed(
    await declareIncident(w.desk, w.as('aicha'), {
      title: 'Vases cassés',
      matching: { ...NOTHING_MATCHES, words: ['vase'] },
    }),
  )
  const content = Buffer.from('Commande;Prénom;E-mail;Solution\nFL-7;Zoé;zoe@clients.test;un avoir').toString('base64')
  allowed(await importOrders(w.desk, w.as('aicha'), { id: other.id, name: 'vases.csv', content }))
  const { id } = allowed(await w.prepare({ id: other.id }))
  allowed(await moveOutreach(w.desk, w.as('aicha'), { id, step: 'ask' }))
  allowed(await readOutreachWords(w.desk, w.as('sarah'), { id, verdict: 'approve' }))
  Object.assign(w.network.connector, {
    writeFirstTo: (address: string, key: string) => {
      if (address === 'camille@clients.test') throw new Error('an address that this network cannot write')
      return `${key} ${address}`
    },
  })
  await w.pass(0)
  assert.deepEqual(
    w.network.calls.map(({ to }) => to.externalId),
    ['zoe@clients.test'],
  )
})

test('two read a list that is longer than the charter in force says, and one where it says nothing and they are few (H1, V1)', async () => {
  await using w = await affectedOrders()
  allowed(await w.bring(FILE))
  allowed(await w.prepare())
  assert.equal((await w.outreach()).readersNeeded, 1)
  await w.charter({
    waiting: { amountAboveCents: null, reachAbove: null, manyAbove: 2, accountIds: [], escalateAt: 0.4 },
  })
  const { sendable } = allowed(await w.prepare())
  assert.deepEqual([sendable, (await w.outreach()).readersNeeded], [3, 2])
})

test('a charter that wants two readers since the list was read by one holds it back (V1)', async () => {
  await using w = await affectedOrders()
  await w.begin(FILE)
  await w.charter({ sensitiveSubjects: [{ name: 'retards', words: ['retard'], approvers: 2 }] })
  await w.pass(0)
  assert.equal(w.network.posts.length, 0)
  const { state, count } = await w.outreach()
  assert.deepEqual(
    [state, count.heldBack, (await w.inside((trx) => trx.selectFrom('cases').select('id').execute())).length],
    ['over', 4, 1],
  )
})
