import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sendReply } from '#server/actions/send-reply.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { isRefused } from '#server/desk.ts'
import { makeDeliverer } from '#server/jobs/deliver.ts'
import { readCase } from '#server/queries/case.ts'
import { testDatabase } from '#test/database.ts'
import { testDesk } from '#test/desk.ts'
import { fakeNetwork } from '#test/fake-network.ts'
import { makeAccount, makeMention } from '#test/mention.ts'
import { makeWorkspace } from '#test/workspace.ts'

const GOOD =
  'Bonjour Noé, je suis désolée de cette attente. Écrivez-nous en message privé, je regarde votre commande. Aïcha'

const world = async () => {
  const db = await testDatabase()
  const network = fakeNetwork({ kind: 'idempotency-key', validMs: 86_400_000 })
  const desk = testDesk(db.database, [network.connector])
  const { workspaceId, members } = await makeWorkspace(db.database)
  const accountId = await makeAccount(desk, workspaceId)
  const mention = await makeMention(desk, workspaceId, accountId)
  const deliverer = makeDeliverer(desk)
  const run = async () => {
    while (await deliverer.round()) await deliverer.settle()
    await deliverer.settle()
  }
  const aicha = { workspaceId, memberId: members.aicha, role: 'agent' } as const
  const send = async () => {
    const seen = await readCase(desk, aicha, { id: mention.caseId })
    assert.ok(!isRefused(seen))
    const reply = { id: mention.caseId, deliveryId: desk.newId(), audience: 'public', text: GOOD, accountId } as const
    assert.ok(!isRefused(await sendReply(desk, aicha, { ...reply, seenMark: seen.threadMark })))
  }
  /** So many more lines of the customer. */
  const flood = (lines: number) =>
    inWorkspace(desk.db, workspaceId, async (trx) => {
      const at = new Date(desk.now())
      const line = { workspace_id: workspaceId, account_id: accountId, conversation_id: mention.conversationId }
      for (let n = 0; n < lines; n += 1)
        await trx
          .insertInto('messages')
          .values({
            ...{
              ...line,
              id: desk.newId(),
              external_id: `line-${n}`,
              direction: 'in',
              kind: 'reply',
              text: `Alors ? ${n}`,
            },
            ...{ audience: 'public', sent_at: at, received_at: at },
          })
          .execute()
    })
  return { desk, network, mention, send, flood, run, [Symbol.asyncDispose]: () => db.close() }
}

test('a reply goes under the words that it answers, however much was said since', async () => {
  await using w = await world()
  await w.send()
  w.desk.pass(6_000)
  await w.flood(60)
  await w.run()
  assert.deepEqual(
    w.network.posts.map((post) => post.inReplyTo),
    [`mention-${w.mention.messageId}`],
  )
  assert.equal(w.network.calls[0]?.thread.length, 50)
})

test('every attempt says the same thing, since its key is the same', async () => {
  await using w = await world()
  w.network.next.push(() => ({ kind: 'ambiguous', detail: 'reset' }))
  await w.send()
  w.desk.pass(9_000)
  await w.run()
  w.desk.pass(60_000)
  await w.run()
  const [first, second, ...more] = w.network.calls
  assert.deepEqual([second, more], [first, []])
})
