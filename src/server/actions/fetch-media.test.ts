import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, isRefused } from '#server/desk.ts'
import { testDatabase } from '#test/database.ts'
import { testDesk } from '#test/desk.ts'
import { makeAccount, makeMention } from '#test/mention.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { fetchMedia } from './fetch-media.ts'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const world = async () => {
  let visits = 0
  const server = createServer((_, response) => {
    visits += 1
    response.end(PIXEL)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const db = await testDatabase()
  const { workspaceId, members } = await makeWorkspace(db.database)
  const desk = testDesk(db.database)
  const { messageId } = await makeMention(desk, workspaceId, await makeAccount(desk, workspaceId))
  await inWorkspace(desk.db, workspaceId, (trx) =>
    trx
      .updateTable('messages')
      .set({ attachments: JSON.stringify([{ kind: 'image', url: `http://${host}/fane.png`, alt: 'Le bouquet fané' }]) })
      .where('id', '=', messageId)
      .execute(),
  )
  const actor: Actor = { workspaceId, memberId: members.aicha, role: 'agent' }
  const dispose = async () => {
    server.close()
    await db.close()
  }
  return { desk, host, messageId, actor, visits: () => visits, [Symbol.asyncDispose]: dispose }
}

test('a customer’s picture is fetched by the desk once, and kept', async () => {
  await using w = await world()
  const desk = { ...w.desk, allowHosts: [w.host] }
  for (let look = 0; look < 3; look++) {
    const media = await fetchMedia(desk, w.actor, { messageId: w.messageId, place: 0 })
    assert.ok(!isRefused(media))
    assert.deepEqual(media.content, PIXEL)
  }
  assert.equal(w.visits(), 1)
})

test('a picture on a private address is not fetched', async () => {
  await using w = await world()
  const media = await fetchMedia(w.desk, w.actor, { messageId: w.messageId, place: 0 })
  assert.ok(isRefused(media))
  assert.deepEqual([media.refused, w.visits()], ['media-unreachable', 0])
})
