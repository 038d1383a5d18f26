import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NOTHING_MATCHES } from '#core/crisis/matching.ts'
import { closeIncident } from '#server/actions/close-incident.ts'
import { declareIncident } from '#server/actions/declare-incident.ts'
import { handOverIncident } from '#server/actions/hand-over-incident.ts'
import { putMaySay } from '#server/actions/put-may-say.ts'
import { sendReply } from '#server/actions/send-reply.ts'
import { tendIncidents } from '#server/actions/tend-incidents.ts'
import { mayStillLeave } from '#server/deliveries/read-before-leaving.ts'
import { readCase } from '#server/queries/case.ts'
import { listInbox } from '#server/queries/inbox.ts'
import { allowed, refusal, waitingReply } from '#test/waiting-reply.ts'

const START = 'Bonjour Noé, je suis désolée de cette attente.'
const END = 'Écrivez-nous en message privé. Aïcha'

/** Noé’s case belongs to a cell that Aïcha pilots. */
const world = async () => {
  const w = await waitingReply()
  const matching = { ...NOTHING_MATCHES, words: ['commande'] }
  const { id } = allowed(await declareIncident(w.desk, w.as('aicha'), { title: 'Retards', matching }))
  await tendIncidents(w.desk)
  const put = async (more: Partial<Parameters<typeof putMaySay>[2]>) =>
    allowed(
      await putMaySay(w.desk, w.as('aicha'), {
        ...{ id, state: 'forbidden', says: 'Tout est réglé', words: [], claims: [], dates: false, proof: null },
        ...more,
      }),
    )
  const findings = async (said: string) => {
    const answer = await sendReply(w.desk, w.as('aicha'), await w.reply(`${START} ${said} ${END}`))
    const { data } = refusal(answer)
    const all = (data?.findings ?? []) as { rule: string; severity: string }[]
    return all.filter(({ severity }) => severity === 'block').map(({ rule }) => rule)
  }
  const send = async (said: string) =>
    allowed(await sendReply(w.desk, w.as('aicha'), await w.reply(`${START} ${said} ${END}`)))
  const leaves = (deliveryId: string) =>
    w.inside(async (trx) => {
      const row = await trx.selectFrom('deliveries').selectAll().where('id', '=', deliveryId).executeTakeFirstOrThrow()
      const account = await trx
        .selectFrom('channel_accounts')
        .selectAll()
        .where('id', '=', row.account_id)
        .executeTakeFirstOrThrow()
      return mayStillLeave(w.desk, trx, row, account)
    })
  return { ...w, id, put, findings, send, leaves, [Symbol.asyncDispose]: () => w[Symbol.asyncDispose]() }
}

test('what the cell says reaches every composer, and holds words in on the server too', async () => {
  await using w = await world()
  await w.put({ words: ['tout est réglé'] })
  await w.put({ state: 'unconfirmed', says: 'Date de relivraison', dates: true })
  const { guard } = allowed(await readCase(w.desk, w.as('tom'), { id: w.mention.caseId }))
  assert.deepEqual(
    guard.maySay.map(({ state, ours }) => [state, ours]),
    [
      ['forbidden', true],
      ['unconfirmed', true],
    ],
  )
  assert.equal(guard.incidents[0]?.pilot?.name, 'Aïcha Morel')
  assert.ok((await w.findings('Tout est réglé.')).includes('C3'))
  assert.ok((await w.findings('Nous vous livrons demain.')).includes('C3'))
  allowed(await closeIncident(w.desk, w.as('aicha'), { id: w.id, reason: 'Fausse alerte' }))
  const after = allowed(await readCase(w.desk, w.as('tom'), { id: w.mention.caseId }))
  assert.deepEqual([after.guard.maySay, after.guard.incidents], [[], []])
})

test('words on their way are read again when the cell forbids them, and do not leave', async () => {
  await using w = await world()
  const { id } = await w.send('Nous préparons une relivraison pour tous.')
  assert.equal(await w.leaves(id), true)
  w.desk.pass(1000)
  await w.put({ says: 'Relivraison', words: ['relivraison'] })
  assert.equal(await w.leaves(id), false)
})

test('« somebody is on it » may be said of an incident while its pilot has it, and not while nobody has said so', async () => {
  await using w = await world()
  const { id } = await w.send('Une équipe s’en occupe.')
  assert.equal(await w.leaves(id), true)
  w.desk.pass(1000)
  allowed(await handOverIncident(w.desk, w.as('aicha'), { id: w.id, memberId: w.members.julien }))
  assert.equal(await w.leaves(id), false)
})

test('the inbox shows what belongs to an incident, and nothing else', async () => {
  await using w = await world()
  const inbox = async (incident: string) =>
    (await listInbox(w.desk, w.as('aicha'), { incident })).rows.map(({ id }) => id)
  assert.deepEqual(await inbox(w.id), [w.mention.caseId])
  assert.deepEqual(await inbox(w.desk.newId()), [])
})
