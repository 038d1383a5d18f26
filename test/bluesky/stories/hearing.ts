import assert from 'node:assert/strict'
import { openBrand } from '../desk.ts'
import { say } from '../people.ts'
import { PIXEL } from './pixel.ts'
import type { Tell } from './town.ts'

export const hearing = (tell: Tell): void => {
  tell('hears a mention with its author, its language and the way to it', async ({ network, camille }) => {
    const desk = await openBrand(network, 'appel.test')
    const post = await say(camille, 'Bonjour @appel.test, où est mon bouquet ?', { langs: ['fr'] })
    const message = await desk.hearMessage(post.uri)
    assert.equal(message.form, 'mention')
    assert.equal(message.text, 'Bonjour @appel.test, où est mon bouquet ?')
    assert.equal(message.language, 'fr')
    assert.equal(message.audience, 'public')
    assert.equal(message.author.displayName, 'Camille Roux')
    assert.equal(message.author.followers, 0)
    assert.equal(message.conversationKey, `${post.uri}|${camille.did}`)
    assert.equal(message.permalink, `https://bsky.app/profile/${camille.did}/post/${post.uri.split('/').at(-1)}`)
    assert.deepEqual(message.meta, { ...post, root: post })
  })

  tell('hears an answer to a post of the brand, under the post it answers', async ({ network, lucas }) => {
    const desk = await openBrand(network, 'repond.test')
    const announced = await say(desk.brand, 'Les pivoines sont là.')
    await network.settle()
    const post = await say(lucas, 'Les miennes étaient fanées !', { answers: announced })
    const message = await desk.hearMessage(post.uri)
    assert.equal(message.form, 'reply')
    assert.equal(message.parentId, announced.uri)
    assert.equal(message.conversationKey, `${announced.uri}|${lucas.did}`)
    assert.deepEqual(
      message.above?.map(({ text, own }) => ({ text, own })),
      [{ text: 'Les pivoines sont là.', own: true }],
    )
  })

  tell('hears a quote, with the words that are quoted', async ({ network, camille }) => {
    const desk = await openBrand(network, 'citation.test')
    const announced = await say(desk.brand, 'Livraison en une heure.')
    await network.settle()
    const post = await say(camille, 'La bonne blague.', { quotes: announced })
    const message = await desk.hearMessage(post.uri)
    assert.equal(message.form, 'quote')
    assert.equal(message.quoted?.text, 'Livraison en une heure.')
    assert.equal(message.quoted?.own, true)
    assert.equal(message.conversationKey, `${post.uri}|${camille.did}`)
  })

  tell('keeps what a customer says after our reply in the same conversation, with the thread above', async (town) => {
    const { network, noe } = town
    const desk = await openBrand(network, 'suite.test')
    const first = await desk.hearMessage((await say(noe, '@suite.test Bonjour ?')).uri)
    const sent = await desk.send(desk.replyTo(first, 'Bonjour Noé, nous cherchons.'))
    assert.equal(sent.kind, 'sent')
    if (sent.kind !== 'sent') return
    const [own] = (await desk.hear()).filter((one) => one.kind === 'own')
    assert.equal(own?.messageId, sent.externalId)
    assert.equal(own?.conversationKey, first.conversationKey)
    const answered = { uri: sent.externalId, cid: String(sent.meta?.cid) }
    const next = await desk.hearMessage((await say(noe, 'Et maintenant ?', { answers: answered })).uri)
    assert.equal(next.conversationKey, first.conversationKey)
    assert.deepEqual(
      next.above?.map(({ text, own }) => ({ text, own })),
      [
        { text: '@suite.test Bonjour ?', own: false },
        { text: 'Bonjour Noé, nous cherchons.', own: true },
      ],
    )
    const last = await desk.send(desk.replyTo(next, 'Trouvé !'))
    assert.equal(last.kind, 'sent')
    if (last.kind === 'sent') assert.deepEqual(last.meta?.root, first.meta?.root)
  })

  tell('shows the picture that a customer has posted, and the words that describe it', async ({ network, camille }) => {
    const desk = await openBrand(network, 'cliche.test')
    const { agent } = camille
    const { blob } = (await agent.uploadBlob(PIXEL, { encoding: 'image/png' })).data
    const facets = [
      {
        index: { byteStart: 0, byteEnd: 12 },
        features: [{ $type: 'app.bsky.richtext.facet#mention', did: desk.brand.did }],
      },
      {
        index: { byteStart: 13, byteEnd: 16 },
        features: [{ $type: 'app.bsky.richtext.facet#link', uri: 'https://fleurs.test/suivi?id=34' }],
      },
    ]
    const embed = { $type: 'app.bsky.embed.images', images: [{ image: blob, alt: 'Un bouquet écrasé' }] }
    const post = await agent.post({ text: '@cliche.test ici', facets, embed })
    const [picture, link] = (await desk.hearMessage(post.uri)).attachments
    assert.equal(picture?.kind, 'image')
    assert.equal(picture?.alt, 'Un bouquet écrasé')
    assert.match(picture?.url ?? '', /^https?:\/\//)
    assert.deepEqual(link, { kind: 'link', url: 'https://fleurs.test/suivi?id=34' })
  })

  tell('starts with the last days, not with the history of the account', async ({ network, lucas }) => {
    const desk = await openBrand(network, 'passe.test')
    const ago = (days: number): string => new Date(Date.now() - days * 24 * 3_600_000).toISOString()
    await say(lucas, '@passe.test il y a deux ans', { createdAt: ago(730) })
    await say(lucas, '@passe.test le mois dernier', { createdAt: ago(30) })
    await say(lucas, '@passe.test avant-hier', { createdAt: ago(2) })
    const heard = (await desk.hear()).flatMap((one) => (one.kind === 'message' ? [one.text] : []))
    assert.deepEqual(heard, ['@passe.test avant-hier'])
  })

  tell('hears what the brand publishes elsewhere, and not what it only passes on', async ({ network, camille }) => {
    const desk = await openBrand(network, 'ailleurs.test')
    const other = await say(camille, 'Quel beau marché')
    await desk.hear()
    const own = await say(desk.brand, 'Fermé lundi.')
    await desk.brand.agent.repost(other.uri, other.cid)
    const heard = await desk.hear()
    assert.deepEqual(
      heard.map((one) => [one.kind, one.kind === 'own' ? one.messageId : '']),
      [['own', own.uri]],
    )
    await desk.brand.agent.deletePost(own.uri)
    const [gone] = await desk.hear()
    assert.deepEqual([gone?.kind, gone?.kind === 'deletion' ? gone.messageId : ''], ['deletion', own.uri])
  })

  tell('does not take a block for a deletion', async ({ network, noe }) => {
    const desk = await openBrand(network, 'adieu.test')
    await desk.hearMessage((await say(noe, '@adieu.test adieu')).uri)
    const block = { subject: desk.brand.did, createdAt: new Date().toISOString() }
    await noe.agent.app.bsky.graph.block.create({ repo: noe.did }, block)
    assert.deepEqual(await desk.hear(), [])
  })
}
