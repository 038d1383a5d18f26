import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Outgoing } from '../connector.ts'
import { type Bench, calm, heldWith, KEBAB, notHere, words } from './bench.ts'
import { listen, messagesIn, ownIn } from './listen.ts'
import type { Rig } from './rig.ts'
import { longest } from './too-long.ts'

/** The brand speaks without having been spoken to: once, where everybody reads it, and it can be found, followed or changed (C1, G4). */
export const posting = ({ connector, test }: Bench): void => {
  const { capabilities } = connector
  const { publicPost, editOwn } = capabilities

  const statement = ({ account, tools }: Rig, text: string, more: Partial<Outgoing> = {}): Outgoing => ({
    key: randomUUID(),
    audience: 'public',
    text,
    own: true,
    to: { externalId: account.externalId, handle: account.handle, displayName: account.handle },
    conversationKey: `statement/${randomUUID()}`,
    thread: [],
    attachments: [],
    since: tools().now(),
    ...more,
  })

  const open = (rig: Rig) => connector.open(rig.account, rig.tools())

  test('refuses a post of its own where it declares none', async (rig, t) => {
    if (publicPost) return notHere(t, 'it publishes')
    const session = open(rig)
    const said = statement(rig, words('Bonjour à tous'))
    const outcome = await session.send(said, calm())
    assert.equal(outcome.kind, 'refused', JSON.stringify(outcome))
    if (outcome.kind === 'refused') assert.match(outcome.reason, KEBAB)
    assert.deepEqual(await heldWith(rig, said.text), [], 'and nothing reached the network')
    await session.close?.()
  })

  test('publishes a post of its own once, under nobody’s message, and knows it again', async (rig, t) => {
    if (!publicPost) return notHere(t, 'it publishes nothing of its own')
    const desk = listen(connector, rig)
    const said = statement(rig, words('Nos livraisons ont du retard ce matin'))
    const before = await desk.session.lookUp?.(said, calm())
    assert.equal(before?.kind ?? 'absent', 'absent')
    const outcome = await desk.session.send(said, calm())
    assert.equal(outcome.kind, 'sent', JSON.stringify(outcome))
    const again = await open(rig).send(said, calm())
    if (['own-id', 'idempotency-key'].includes(capabilities.guarantee.kind)) assert.equal(again.kind, 'sent')
    const held = await heldWith(rig, said.text)
    assert.equal(held.length, 1)
    assert.equal(held[0]?.audience, 'public')
    assert.equal(held[0]?.parentId, undefined, 'it answers nobody')
    if (outcome.kind === 'sent') assert.equal(held[0]?.externalId, outcome.externalId)
    const found = await desk.session.lookUp?.(said, calm())
    if (found?.kind === 'found') assert.equal(found.externalId, held[0]?.externalId)
    else assert.equal(found, undefined, JSON.stringify(found))
    const heard = await desk.hear()
    assert.deepEqual(
      messagesIn(heard).filter((message) => message.text.includes(said.text)),
      [],
      'it is not a customer’s',
    )
    for (const own of ownIn(heard).filter((one) => one.text.includes(said.text)))
      assert.ok(own.mark === said.key || own.messageId === held[0]?.externalId, 'it cannot be paired with our delivery')
    const { isUp } = desk.session
    if (isUp && outcome.kind === 'sent') {
      const up = await isUp({ externalId: outcome.externalId, meta: outcome.meta ?? {} }, calm())
      assert.equal(up.kind, 'up', JSON.stringify(up))
    }
    await desk.close()
  })

  test('says more below its own post, and hears who comments on it', async (rig, t) => {
    if (!publicPost) return notHere(t, 'it publishes nothing of its own')
    const desk = listen(connector, rig)
    const first = statement(rig, words('Premier point'))
    const outcome = await desk.session.send(first, calm())
    assert.equal(outcome.kind, 'sent', JSON.stringify(outcome))
    if (outcome.kind !== 'sent') return
    await rig.settle()
    const { externalId: messageId, meta = {} } = outcome
    const inReplyTo = { messageId, meta, text: first.text, sentAt: first.since }
    const { conversationKey } = first
    const more = statement(rig, words('Second point'), { conversationKey, inReplyTo, thread: [messageId] })
    const followed = await desk.session.send(more, calm())
    assert.equal(followed.kind, 'sent', JSON.stringify(followed))
    assert.equal((await heldWith(rig, more.text))[0]?.parentId, messageId)
    const comment = words('Merci de le dire')
    const by = rig.people.customer
    const said = await rig.says({ by, text: comment, audience: 'public', answers: messageId })
    await rig.settle()
    const heard = messagesIn(await desk.hear()).find((one) => one.messageId === said.messageId)
    assert.ok(heard, 'the comment was not heard')
    assert.equal(heard.parentId, messageId, 'it names the post that it is about')
    assert.notEqual(heard.conversationKey, conversationKey, 'whoever comments has a conversation of their own')
    await desk.close()
  })

  test('puts other words in the place of its own where it says so, and refuses where it cannot', async (rig, t) => {
    if (!publicPost) return notHere(t, 'it publishes nothing of its own')
    const session = open(rig)
    const first = statement(rig, words('À neuf heures'))
    const outcome = await session.send(first, calm())
    assert.equal(outcome.kind, 'sent', JSON.stringify(outcome))
    if (outcome.kind !== 'sent') return
    await rig.settle()
    const { externalId, meta = {} } = outcome
    const changed = statement(rig, words('À dix heures'), { replaces: { externalId, meta } })
    const answer = await session.send(changed, calm())
    if (!editOwn) {
      assert.equal(answer.kind, 'refused', JSON.stringify(answer))
      assert.equal((await heldWith(rig, first.text)).length, 1, 'the first words stand')
      return session.close?.()
    }
    assert.equal(answer.kind, 'sent', JSON.stringify(answer))
    if (answer.kind === 'sent') assert.equal(answer.externalId, externalId, 'it is the same post')
    assert.deepEqual(await heldWith(rig, first.text), [])
    assert.equal((await heldWith(rig, changed.text)).length, 1)
    const found = await session.lookUp?.(changed, calm())
    if (found?.kind === 'found') assert.equal(found.externalId, externalId)
    await session.close?.()
  })

  test('refuses a post that is empty or too long, and sends what just fits', async (rig, t) => {
    const text = longest(capabilities.limits.public)
    if (!publicPost || text === null) return notHere(t, 'no post, or no limit')
    const session = open(rig)
    for (const bad of [' \n ', `${text}a`])
      assert.equal((await session.send(statement(rig, bad), calm())).kind, 'refused', bad.slice(0, 20))
    const outcome = await session.send(statement(rig, text), calm())
    assert.equal(outcome.kind, 'sent', JSON.stringify(outcome))
    await session.close?.()
  })
}
