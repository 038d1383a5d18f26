import assert from 'node:assert/strict'
import { openBrand, type TestDesk } from '../desk.ts'
import { postsOf, say } from '../people.ts'
import { PIXEL } from './pixel.ts'
import type { Tell } from './town.ts'

type Value = {
  text: string
  langs?: string[]
  facets?: { index: { byteStart: number; byteEnd: number }; features: Record<string, unknown>[] }[]
  embed?: { images: { alt: string; aspectRatio?: unknown }[] }
}

const valuesOf = async ({ brand }: TestDesk): Promise<Value[]> =>
  (await postsOf(brand)).map(({ value }) => value as unknown as Value)

export const answering = (tell: Tell): void => {
  tell('marks names and links by their bytes, so that accents before them do no harm', async (town) => {
    const { network, camille, lucas } = town
    const desk = await openBrand(network, 'octets.test')
    const message = await desk.hearMessage((await say(camille, '@octets.test ?')).uri)
    const text = 'Désolés @camille.test, voyez avec @lucas.test ou @personne.test : https://fleurs.test/é 🌸'
    assert.equal((await desk.send(desk.replyTo(message, text))).kind, 'sent')
    const [value] = await valuesOf(desk)
    const marked = value?.facets?.map(({ index, features }) => [
      Buffer.from(text).subarray(index.byteStart, index.byteEnd).toString(),
      features[0]?.did ?? features[0]?.uri,
    ])
    assert.deepEqual(marked?.sort(), [
      ['@camille.test', camille.did],
      ['@lucas.test', lucas.did],
      ['https://fleurs.test/é', 'https://fleurs.test/é'],
    ])
    assert.deepEqual(value?.langs, ['fr'])
    await network.settle()
    const { data } = await lucas.agent.listNotifications()
    assert.deepEqual(
      data.notifications.map(({ reason, author }) => [reason, author.did]),
      [['mention', desk.brand.did]],
    )
  })

  tell('carries an image with its words and its proportions', async ({ network, camille }) => {
    const desk = await openBrand(network, 'bouquet.test')
    const message = await desk.hearMessage((await say(camille, '@bouquet.test ?')).uri)
    const attachments = [{ name: 'bouquet.png', mediaType: 'image/png', content: PIXEL, alt: 'Un bouquet' }]
    assert.equal((await desk.send(desk.replyTo(message, 'Le voici', { attachments }))).kind, 'sent')
    const [value] = await valuesOf(desk)
    assert.equal(value?.embed?.images[0]?.alt, 'Un bouquet')
    assert.deepEqual(value?.embed?.images[0]?.aspectRatio, { width: 1, height: 1 })
    const heavy = [{ name: 'lourd.png', mediaType: 'image/png', content: new Uint8Array(2_000_001) }]
    const refused = await desk.send(desk.replyTo(message, 'Trop lourd', { attachments: heavy }))
    assert.equal(refused.kind === 'refused' && refused.reason, 'media-too-big')
  })

  tell('is refused where the thread’s author chose who may answer, even further down', async (town) => {
    const { network, camille, lucas } = town
    const desk = await openBrand(network, 'portail.test')
    const root = await say(camille, '@portail.test je ne parle qu’à Lucas')
    const gate = {
      post: root.uri,
      allow: [{ $type: 'app.bsky.feed.threadgate#followingRule' }],
      createdAt: new Date().toISOString(),
    }
    const rkey = root.uri.split('/').at(-1) ?? ''
    await camille.agent.app.bsky.feed.threadgate.create({ repo: camille.did, rkey }, gate)
    await camille.agent.follow(lucas.did)
    await network.settle()
    const below = await say(lucas, '@portail.test et vous ?', { answers: root })
    const heard = (await desk.hear()).filter((one) => one.kind === 'message')
    assert.equal(heard.length, 2)
    for (const message of heard) {
      const outcome = await desk.send(desk.replyTo(message, 'Bonjour'))
      assert.equal(outcome.kind === 'refused' && outcome.reason, 'thread-gated')
    }
    assert.ok(heard.some(({ messageId }) => messageId === below.uri))
    assert.deepEqual(await valuesOf(desk), [])
  })

  tell('is refused when the post to answer is gone, unless the answer was already out', async ({ network, lucas }) => {
    const desk = await openBrand(network, 'efface.test')
    const post = await say(lucas, '@efface.test non, rien')
    const message = await desk.hearMessage(post.uri)
    const early = desk.replyTo(message, 'Dites-nous')
    assert.equal((await desk.send(early)).kind, 'sent')
    await lucas.agent.deletePost(post.uri)
    await network.settle()
    const late = await desk.send(desk.replyTo(message, 'Trop tard'))
    assert.equal(late.kind === 'refused' && late.reason, 'parent-gone')
    assert.equal((await desk.send(early)).kind, 'sent', 'it says what is so')
    assert.equal((await valuesOf(desk)).length, 1)
  })

  tell('is refused when the brand itself has blocked the person', async ({ network, camille }) => {
    const desk = await openBrand(network, 'bloque.test')
    const message = await desk.hearMessage((await say(camille, '@bloque.test !')).uri)
    const { agent, did } = desk.brand
    const block = { subject: camille.did, createdAt: new Date().toISOString() }
    const made = await agent.app.bsky.graph.block.create({ repo: did }, block)
    await network.settle()
    const outcome = await desk.send(desk.replyTo(message, 'Bonjour'))
    assert.equal(outcome.kind === 'refused' && outcome.reason, 'blocked')
    await agent.app.bsky.graph.block.delete({ repo: did, rkey: made.uri.split('/').at(-1) ?? '' })
  })

  tell('never takes another post for its own, though it had the same key', async ({ network, lucas }) => {
    const desk = await openBrand(network, 'clef.test')
    const message = await desk.hearMessage((await say(lucas, '@clef.test ?')).uri)
    const letter = desk.replyTo(message, 'Bonjour Lucas')
    assert.equal((await desk.send(letter)).kind, 'sent')
    const outcome = await desk.send({ ...letter, text: 'Au revoir Lucas' })
    assert.equal(outcome.kind === 'refused' && outcome.reason, 'key-taken')
    assert.deepEqual(
      (await valuesOf(desk)).map(({ text }) => text),
      ['Bonjour Lucas'],
    )
    const later = await desk.send({ ...letter, since: letter.since + 5000 })
    assert.equal(later.kind, 'sent', 'the same words under the same key, though dated otherwise')
  })
}
