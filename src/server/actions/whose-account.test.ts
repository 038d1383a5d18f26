import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Connector } from '#connectors/connector.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, isRefused } from '#server/desk.ts'
import { listConnectors } from '#server/queries/connectors.ts'
import { testDatabase } from '#test/database.ts'
import { testDesk } from '#test/desk.ts'
import { fakeNetwork } from '#test/fake-network.ts'
import { makeAccount, makeMention } from '#test/mention.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { connectChannel } from './connect-channel.ts'
import { saveDraft } from './save-draft.ts'
import { sendReply } from './send-reply.ts'

const connecting = (profiles?: Connector['profiles']): Connector => ({
  ...fakeNetwork().connector,
  ...(profiles === undefined ? {} : { profiles }),
  connect: async () => ({
    kind: 'connected',
    account: { externalId: 'fleurs', handle: '@fleursduport', displayName: 'Fleurs du Port' },
    secret: {},
  }),
})

const open = async (profiles?: Connector['profiles']) => {
  const db = await testDatabase()
  const desk = testDesk(db.database, [connecting(profiles)])
  const { workspaceId, members } = await makeWorkspace(db.database)
  const actor: Actor = { workspaceId, memberId: members.maud, role: 'admin' }
  const events = () =>
    inWorkspace(desk.db, workspaceId, (trx) =>
      trx.selectFrom('events').select(['name', 'member_id']).orderBy('id').execute(),
    )
  return { desk, workspaceId, members, actor, events, [Symbol.asyncDispose]: () => db.close() }
}

test('where no network can tell, whoever connects answers for it that the account is the brand’s', async () => {
  await using w = await open('member-declares')
  assert.equal((await listConnectors(w.desk)).connectors[0]?.declares, true)
  const asked = { connector: 'fake', credentials: {} }
  for (const brandAccount of [undefined, false])
    assert.deepEqual(await connectChannel(w.desk, w.actor, { ...asked, brandAccount }), {
      refused: 'declaration-needed',
    })
  assert.deepEqual(await w.events(), [])
  assert.ok(!isRefused(await connectChannel(w.desk, w.actor, { ...asked, brandAccount: true })))
  assert.deepEqual(await w.events(), [
    { name: 'channel.connected', member_id: w.members.maud },
    { name: 'channel.declared', member_id: w.members.maud },
  ])
})

test('what is nobody’s profile is connected without a word', async () => {
  await using w = await open()
  assert.equal((await listConnectors(w.desk)).connectors[0]?.declares, false)
  assert.ok(!isRefused(await connectChannel(w.desk, w.actor, { connector: 'fake', credentials: {} })))
  assert.deepEqual(
    (await w.events()).map(({ name }) => name),
    ['channel.connected'],
  )
})

test('words begun under one account do not leave by another, however often they were edited since', async () => {
  await using w = await open()
  const accountId = await makeAccount(w.desk, w.workspaceId)
  const elsewhere = await makeAccount(w.desk, w.workspaceId)
  await inWorkspace(w.desk.db, w.workspaceId, (trx) =>
    trx.updateTable('channel_accounts').set({ handle: '@voilesdenantes' }).where('id', '=', elsewhere).execute(),
  )
  const { caseId } = await makeMention(w.desk, w.workspaceId, accountId)
  const text = 'Bonjour Noé, nous cherchons votre colis. Écrivez-nous en message privé.'
  const draft = { id: caseId, audience: 'public' as const }
  await saveDraft(w.desk, w.actor, { ...draft, text: 'Bonjour', accountId: elsewhere })
  await saveDraft(w.desk, w.actor, { ...draft, text, accountId })
  const reply = { ...draft, text, accountId, deliveryId: w.desk.newId(), seenMark: '1.1.0' }
  w.desk.pass(60_000)
  const answer = await sendReply(w.desk, w.actor, reply)
  assert.ok(isRefused(answer))
  assert.equal(answer.refused, 'guard-findings')
  assert.match(JSON.stringify(answer.data), /account-changed/)
  assert.match(JSON.stringify(answer.data), /voilesdenantes/)
})
