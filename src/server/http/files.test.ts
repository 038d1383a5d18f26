import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { inWorkspace } from '#server/db/transaction.ts'
import { testDatabase } from '#test/database.ts'
import { openTestSite } from '#test/site.ts'
import { makeWorkspace } from '#test/workspace.ts'

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(20)])
const cases: [string, string, Buffer, string | null][] = [
  ['photo.png', 'image/png', png, 'image/png'],
  ['photo.exe', 'application/octet-stream', Buffer.from('ffd8ffe000104a464946', 'hex'), 'image/jpeg'],
  ['anim.gif', 'text/html', Buffer.from('GIF89a<script>alert(1)</script>'), 'image/gif'],
  ['x.webp', 'image/webp', Buffer.from('RIFF\x00\x00\x00\x00WEBPVP8 '), 'image/webp'],
  ['photo.png', 'image/png', Buffer.from('<html><script>alert(1)</script>'), null],
  ['logo.svg', 'image/svg+xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), null],
  ['facture "été"\r\nSet-Cookie: a=b/../é💐.pdf', 'application/pdf', Buffer.from('%PDF-1.7'), null],
  ['', 'text/plain', Buffer.alloc(0), null],
]

test('a picture is shown when its bytes are one; anything else is saved, never run, under a harmless name', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { workspaceId, members } = await makeWorkspace(db.database)
  const cookie = await site.cookieOf(members.tom)
  for (const [name, mediaType, content, shownAs] of cases) {
    const id = randomUUID()
    const file = { id, workspace_id: workspaceId, sha256: Buffer.alloc(32), name, media_type: mediaType }
    await inWorkspace(db.database, workspaceId, (trx) =>
      trx
        .insertInto('files')
        .values({ ...file, size: content.length, content, created_at: new Date() })
        .execute(),
    )
    const { headers, rawPayload, statusCode } = await site.ask({ url: `/api/w/${workspaceId}/files/${id}`, cookie })
    assert.equal(statusCode, 200)
    assert.deepEqual(rawPayload, content)
    assert.equal(headers['content-type'], shownAs ?? 'application/octet-stream', name)
    assert.equal(headers['content-security-policy'], "default-src 'none'; sandbox")
    assert.equal(headers['x-content-type-options'], 'nosniff')
    const disposition = String(headers['content-disposition'] ?? '')
    if (shownAs === null)
      assert.match(disposition, /^attachment; filename="[^"\\/\r\n]+"; filename\*=UTF-8''[\w.%!&$+^`|~-]+$/)
    else assert.equal(disposition, '')
  }
  assert.equal((await site.ask({ url: `/api/w/${workspaceId}/files/not-an-id`, cookie })).statusCode, 404)
})
