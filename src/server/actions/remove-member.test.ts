import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, isRefused } from '#server/desk.ts'
import { testDatabase } from '#test/database.ts'
import { testDesk } from '#test/desk.ts'
import { fakeNetwork } from '#test/fake-network.ts'
import { makeAccount, makeMention } from '#test/mention.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { removeMember } from './remove-member.ts'
import { sendReply } from './send-reply.ts'

test('words of someone who has left wait until a colleague lets them out', async () => {
  await using db = await testDatabase()
  const desk = testDesk(db.database, [fakeNetwork().connector])
  const { workspaceId, members } = await makeWorkspace(db.database)
  const accountId = await makeAccount(desk, workspaceId)
  const mention = await makeMention(desk, workspaceId, accountId)
  const aicha: Actor = { workspaceId, memberId: members.aicha, role: 'agent' }
  const maud: Actor = { workspaceId, memberId: members.maud, role: 'admin' }
  const held = await sendReply(desk, aicha, {
    ...{ id: mention.caseId, deliveryId: desk.newId(), audience: 'public', accountId, seenMark: '1.1.0' },
    text: 'Bonjour Noé, désolée de cette attente. Écrivez-nous en message privé, je regarde votre commande. Aïcha',
  })
  assert.ok(!isRefused(held), JSON.stringify(held))
  await removeMember(desk, maud, { id: members.aicha })
  const state = await inWorkspace(desk.db, workspaceId, (trx) =>
    trx.selectFrom('deliveries').select('state').where('id', '=', held.id).executeTakeFirstOrThrow(),
  )
  assert.equal(state.state, 'stale')
})
