import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from './read.ts'

const brand = { externalId: 'did:plc:fleursduport' }
const did = 'did:plc:camilleroux'
const uri = `at://${did}/app.bsky.feed.post/3n2udi6jxzs2p`
const at = '2026-03-02T09:00:00.000Z'
const author = { did, handle: 'camille.test', displayName: 'Camille Roux' }
const post = (more: object = {}, record: object = {}) => ({
  body: {
    kind: 'post',
    ...{ reason: 'mention', uri, cid: 'bafy1', author, indexedAt: at, above: [] },
    record: { text: 'Bonjour', createdAt: at, ...record },
    ...more,
  },
})
const messageOf = (receipt: { body: unknown }) => {
  const [activity] = read(receipt, brand)
  assert.ok(activity?.kind === 'message')
  return activity
}

test('shows what a post carries, in each form that the network has', () => {
  const picture = { fullsize: 'https://cdn.test/1', thumb: 'https://cdn.test/2', alt: 'Un bouquet' }
  const view = (kind: string, more: object) => ({ $type: `app.bsky.embed.${kind}#view`, ...more })
  const quoted = {
    $type: 'app.bsky.embed.record#viewRecord',
    uri: `at://${brand.externalId}/app.bsky.feed.post/3n2udi6jxzs22`,
    author: { did: brand.externalId, handle: 'fleurs.test' },
    value: { text: 'Promo', createdAt: at },
    indexedAt: at,
  }
  const kinds = [
    view('images', { images: [picture, picture] }),
    view('gallery', { items: [picture] }),
    view('video', { playlist: 'https://video.test/a.m3u8', alt: 'Le livreur' }),
    view('external', { external: { uri: 'https://avis.test', title: 'Un avis', description: '' } }),
    view('recordWithMedia', { record: { record: quoted }, media: view('images', { images: [picture] }) }),
    view('record', { record: { $type: 'app.bsky.embed.record#viewNotFound', uri: quoted.uri, notFound: true } }),
    view('hologram', {}),
  ].map((embed) => messageOf(post({ embed })))
  assert.deepEqual(
    kinds.map(({ attachments }) => attachments.map(({ kind, url, alt, name }) => alt ?? name ?? url ?? kind)),
    [
      ['Un bouquet', 'Un bouquet'],
      ['Un bouquet'],
      ['Le livreur'],
      ['Un avis'],
      ['Un bouquet'],
      [],
      ['app.bsky.embed.hologram#view'],
    ],
  )
  assert.deepEqual([kinds[4]?.quoted?.text, kinds[4]?.quoted?.own], ['Promo', true])
  assert.equal(kinds[5]?.quoted, undefined)
})

test('an address that is no web address is not shown to people', () => {
  const facets = [{ features: [{ $type: 'app.bsky.richtext.facet#link', uri: 'javascript:alert(1)' }] }]
  assert.deepEqual(messageOf(post({}, { facets })).attachments, [])
  assert.throws(() => read(post({ author: { ...author, avatar: 'file:///etc/passwd' } }), brand))
  const embed = { $type: 'app.bsky.embed.external#view', external: { uri: 'data:text/html,x', title: '' } }
  assert.throws(() => read(post({ embed }), brand))
})

test('a broken receipt is for quarantine', () => {
  const broken = [
    post({ uri: 'at://camille.test/app.bsky.feed.post/1' }),
    post({ reason: 'like' }),
    post({ indexedAt: 'hier' }),
    post({}, { text: 'a'.repeat(40_000) }),
    post({}, { reply: { root: { uri: 'x', cid: '' } } }),
    { body: { kind: 'own', uri, cid: 'x', author, record: { text: '', createdAt: at }, indexedAt: at } },
    { body: { kind: 'deleted', uri, noticedAt: 'now' } },
    { body: { notifications: [] } },
  ]
  for (const receipt of broken) assert.throws(() => read(receipt, brand), Error, JSON.stringify(receipt).slice(0, 80))
})

test('an edit keeps the message’s own id; a deletion its own instant', () => {
  const record = { text: 'Réflexion faite', createdAt: at }
  const edited = { kind: 'edited', uri, cid: 'bafy2', author, record, indexedAt: at }
  assert.deepEqual(read({ body: edited }, brand), [
    { kind: 'edit', messageId: uri, text: 'Réflexion faite', editedAt: Date.parse(at) },
  ])
  assert.deepEqual(read({ body: { kind: 'deleted', uri, noticedAt: 12 } }, brand), [
    { kind: 'deletion', messageId: uri, deletedAt: 12 },
  ])
})

test('a mention by the brand itself is its own word', () => {
  const [own] = read(post({ author: { did: brand.externalId, handle: 'fleurs.test' } }), brand)
  assert.equal(own?.kind, 'own')
})
