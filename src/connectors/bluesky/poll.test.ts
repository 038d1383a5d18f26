import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Polled } from '../connector.ts'
import type { Answer } from './answer.ts'
import { poll } from './poll.ts'
import { read } from './read.ts'
import { no, scriptedAccount, yes } from './scripted-account.ts'

const now = Date.parse('2026-03-02T09:00:00Z')
const at = new Date(now - 60_000).toISOString()
const calm = new AbortController().signal
const brand = { externalId: 'did:plc:fleursduport' }

const mention = (n: number) => ({
  uri: `at://did:plc:camille/app.bsky.feed.post/${n}`,
  cid: `bafy${n}`,
  reason: 'mention',
  indexedAt: at,
  author: { did: 'did:plc:camille', handle: 'camille.test' },
  record: { text: `n° ${n}`, createdAt: at },
})

const network = (changed: Record<string, Answer> = {}) =>
  scriptedAccount({
    'app.bsky.notification.listNotifications': yes({ notifications: [mention(1), mention(2)] }),
    'app.bsky.feed.getAuthorFeed': yes({ feed: [] }),
    'app.bsky.feed.getPosts': yes({ posts: [mention(1), mention(2)] }),
    'app.bsky.actor.getProfiles': yes({ profiles: [{ did: 'did:plc:camille', followersCount: 12 }] }),
    ...changed,
  })

const heard = (polled: Polled): string[] => {
  assert.ok(polled.kind === 'polled', JSON.stringify(polled))
  return polled.receipts.map(({ body }) => {
    try {
      const [activity] = read({ body }, brand)
      return activity?.kind === 'message' ? activity.text : String(activity?.kind)
    } catch {
      return 'quarantine'
    }
  })
}

test('a mention that cannot be understood goes to quarantine, and holds no other back', async () => {
  const notifications = [
    mention(1),
    { reason: 'mention', sender: 'nobody' },
    'rubbish',
    { ...mention(2), record: 12 },
    mention(3),
  ]
  const { account } = network({ 'app.bsky.notification.listNotifications': yes({ notifications }) })
  const polled = await poll(account, null, now, calm)
  assert.deepEqual(heard(polled).sort(), ['n° 1', 'n° 3', 'quarantine', 'quarantine', 'quarantine'])
  assert.ok(polled.kind === 'polled')
  assert.equal(new Set(polled.receipts.map(({ key }) => key)).size, 5)
  const again = await poll(account, polled.cursor, now + 10_000, calm)
  assert.deepEqual(heard(again), [], 'and is handed over once')
})

test('a mention whose surroundings the network cannot show is heard without them', async () => {
  const { account } = network({
    'app.bsky.feed.getPosts': no(500, 'InternalServerError'),
    'app.bsky.actor.getProfiles': no(400, 'InvalidRequest'),
  })
  assert.deepEqual(heard(await poll(account, null, now, calm)), ['n° 1', 'n° 2'])
})

test('a network that is away is asked again later, from the same place', async () => {
  for (const trouble of [no(502, ''), { kind: 'doubt', detail: 'reset' } as const]) {
    const { account } = network({ 'app.bsky.feed.getPosts': trouble })
    const polled = await poll(account, null, now, calm)
    assert.equal(polled.kind, 'later')
  }
})

test('a network that speaks of something else is not believed', async () => {
  const { account } = network({ 'app.bsky.notification.listNotifications': yes({ welcome: 'to nginx' }) })
  assert.equal((await poll(account, null, now, calm)).kind, 'later')
})

test('looking again at what is known never holds back what is new', async () => {
  const asked: string[] = []
  const { account } = scriptedAccount({
    'app.bsky.notification.listNotifications': yes({ notifications: [mention(1)] }),
    'app.bsky.feed.getAuthorFeed': yes({ feed: [] }),
    'app.bsky.actor.getProfiles': yes({ profiles: [] }),
    'app.bsky.feed.getPosts': () => {
      asked.push('posts')
      return asked.length > 1 ? no(503, '') : yes({ posts: [mention(1)] })
    },
  })
  assert.deepEqual(heard(await poll(account, null, now, calm)), ['n° 1'])
  assert.equal(asked.length, 2)
})

test('a post out of sight is a deletion only when its author’s records say so', async () => {
  const first = await poll(network().account, null, now, calm)
  assert.ok(first.kind === 'polled')
  const quiet = { 'app.bsky.feed.getPosts': yes({ posts: [mention(1)] }) }
  const hidden = network({ ...quiet, 'com.atproto.repo.getRecord': yes({ uri: mention(2).uri }) })
  assert.deepEqual(heard(await poll(hidden.account, first.cursor, now, calm)), [])
  const gone = network({ ...quiet, 'com.atproto.repo.getRecord': no(400, 'RecordNotFound') })
  assert.deepEqual(heard(await poll(gone.account, first.cursor, now, calm)), ['deletion'])
})

test('a cursor that cannot be read any more starts anew, and says so', async () => {
  const polled = await poll(network().account, { v: 0 }, now, calm)
  assert.ok(polled.kind === 'polled' && polled.gap !== undefined)
  assert.deepEqual(heard(polled), ['n° 1', 'n° 2'])
})
