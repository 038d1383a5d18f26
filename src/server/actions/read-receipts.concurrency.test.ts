import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeCase } from '#server/cases/change-case.ts'
import { type Listening, listening, people } from '#test/listening.ts'
import { makeAccount } from '#test/mention.ts'
import { readReceipts } from './read-receipts.ts'

const EACH = 120
const crowd = Object.values(people)

/** Both accounts hear the same four people, each of whom keeps to one thread an account. */
const flood = async (w: Listening, accounts: readonly string[]): Promise<void> => {
  for (let i = 0; i < EACH; i++)
    for (const accountId of accounts) {
      const author = crowd[i % crowd.length] ?? people.camille
      await w.hand([w.says({ ...author, followers: i }, `m-${i}`, `message ${i}`)], { accountId })
      if (i % 10 === 9) await w.hand([w.says(author, `m-${i - 4}`, 'encore une fois')], { accountId })
    }
}

/** As several processes do: each reads all it can until nothing is left for anyone. */
const readAlongside = async (w: Listening, isOver: () => boolean): Promise<void> => {
  while ((await readReceipts(w.desk)) || !isOver());
}

test('several readers, and members at work meanwhile: each author has one conversation, each message is there once', async () => {
  await using w = await listening()
  const accounts = [w.accountId, await makeAccount(w.desk, w.workspaceId)]
  let over = false
  const actor = { workspaceId: w.workspaceId, memberId: w.members.aicha, role: 'agent' as const }
  const meddle = async () => {
    const assigned = new Set<string>()
    while (!over || assigned.size < crowd.length * 2)
      for (const { id, owner_id } of await w.rows('cases')) {
        if (owner_id !== null || assigned.has(id)) continue
        await changeCase(w.desk, actor, id, { kind: 'assign', ownerId: w.members.aicha })
        assigned.add(id)
      }
  }
  const readers = Array.from({ length: 4 }, () => readAlongside(w, () => over))
  const member = meddle()
  await flood(w, accounts)
  over = true
  await Promise.all([...readers, member])

  assert.equal((await w.rows('authors')).length, crowd.length)
  assert.equal((await w.rows('messages')).length, EACH * 2)
  assert.deepEqual(new Set((await w.rows('receipts')).map((r) => r.state)), new Set(['done']))
  const conversations = new Map((await w.rows('conversations')).map((c) => [c.id, c]))
  assert.equal(conversations.size, crowd.length * 2)
  const cases = await w.rows('cases')
  assert.deepEqual(
    cases.map((c) => c.number).sort((a, b) => a - b),
    [1, 2, 3, 4, 5, 6, 7, 8],
  )
  for (const kase of cases) {
    assert.equal(kase.fold.received, EACH / crowd.length)
    assert.equal(conversations.get(kase.conversation_id)?.message_count, EACH / crowd.length)
    assert.equal(kase.owner_id, w.members.aicha, 'what a member did meanwhile is not lost')
  }
  const heard = (await w.events()).filter((name) => name === 'message.received')
  assert.equal(heard.length, EACH * 2)
})
