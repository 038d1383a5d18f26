import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isUp } from './is-up.ts'
import { no, scriptedAccount, yes } from './scripted-account.ts'

const URI = 'at://did:plc:noefaure/app.bsky.feed.post/3k2'
const method = 'app.bsky.feed.getPosts'
const signal = () => AbortSignal.timeout(1_000)

test('a post that the network shows is up, one that it leaves out is gone, and no answer is not « gone » (D2)', async () => {
  const shown = scriptedAccount({ [method]: yes({ posts: [{ uri: URI, cid: 'bafy' }] }) })
  assert.deepEqual(await isUp(shown.account, URI, signal()), { kind: 'up' })
  assert.deepEqual(shown.asked, [{ method, params: { uris: [URI] } }])
  const other = scriptedAccount({ [method]: yes({ posts: [{ uri: `${URI}x`, cid: 'bafy' }] }) })
  assert.deepEqual(await isUp(other.account, URI, signal()), { kind: 'gone' })
  for (const trouble of [no(502, 'UpstreamFailure'), yes({ posts: 'none' }), yes(null)]) {
    const { account } = scriptedAccount({ [method]: trouble })
    assert.equal((await isUp(account, URI, signal())).kind, 'no-answer')
  }
})

test('what is not the address of a post is not asked for', async () => {
  const { account, asked } = scriptedAccount({})
  assert.equal((await isUp(account, 'https://example.com/post/1', signal())).kind, 'no-answer')
  assert.deepEqual(asked, [])
})
