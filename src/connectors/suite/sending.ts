import assert from 'node:assert/strict'
import type { Outgoing, Session } from '../connector.ts'
import { type Bench, calm, heldWith, KEBAB, notHere, outgoing, sayAndSettle, words } from './bench.ts'
import { listen, messagesIn, ownIn } from './listen.ts'
import type { Rig } from './rig.ts'
import { longerInBytesOnly, longest } from './too-long.ts'

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
const image = () => ({
  name: 'bouquet.png',
  mediaType: 'image/png',
  content: new Uint8Array(Buffer.from(PIXEL, 'base64')),
  alt: 'Un bouquet',
})

/** A reply is on the network once and in its place, or certainly not there, or said to be in doubt (A1, G4). */
export const sending = ({ connector, test }: Bench): void => {
  const { capabilities } = connector

  /** A customer has just spoken in the ordinary way; the desk is about to answer. */
  const answering = async (rig: Rig, by = rig.people.customer) => {
    const desk = listen(connector, rig)
    const said = await sayAndSettle(rig, by, words('Vous êtes ouverts dimanche ?'))
    const message = messagesIn(await desk.hear()).find((one) => one.messageId === said.messageId)
    assert.ok(message, 'the customer was not heard')
    const reply = (text: string, more: Partial<Outgoing> = {}): Outgoing => ({
      ...outgoing(rig, {
        text,
        to: by,
        audience: rig.ordinary,
        conversationKey: message.conversationKey,
        answers: message,
      }),
      ...more,
    })
    return { desk, session: desk.session, said, reply }
  }

  const canAnswer = (rig: Rig): boolean =>
    rig.ordinary === 'public' ? capabilities.publicReply : capabilities.private.privateWay !== 'none'

  const mustBeRefused = async (rig: Rig, session: Session, reply: Outgoing): Promise<string> => {
    const outcome = await session.send(reply, calm())
    assert.equal(outcome.kind, 'refused', JSON.stringify(outcome))
    if (outcome.kind !== 'refused') return ''
    assert.match(outcome.reason, KEBAB)
    assert.deepEqual(await heldWith(rig, reply.text), [], 'and nothing reached the network')
    return outcome.reason
  }

  test('answers in the right thread, exactly once, and knows its own words again', async (rig) => {
    const { desk, session, said, reply } = await answering(rig)
    const text = words('Oui, de neuf heures à midi')
    const letter = reply(text, capabilities.subject ? { subject: 'Re: horaires' } : {})
    if (!canAnswer(rig)) return void (await mustBeRefused(rig, session, letter))
    const outcome = await session.send(letter, calm())
    assert.equal(outcome.kind, 'sent', JSON.stringify(outcome))
    const held = await heldWith(rig, text)
    assert.equal(held.length, 1)
    assert.equal(held[0]?.audience, rig.ordinary)
    assert.equal(held[0]?.parentId, said.messageId, 'it answers the customer’s message')
    if (outcome.kind === 'sent') assert.equal(held[0]?.externalId, outcome.externalId)
    if (capabilities.subject) assert.ok(held[0]?.subject?.includes('horaires'))
    const heard = await desk.hear()
    assert.deepEqual(
      messagesIn(heard).filter((message) => message.text.includes(text)),
      [],
      'it is not a customer’s',
    )
    for (const own of ownIn(heard).filter((one) => one.text.includes(text))) {
      assert.ok(
        own.mark === letter.key || own.messageId === held[0]?.externalId,
        'our own post cannot be paired with our delivery',
      )
    }
    await desk.close()
  })

  test('keeps one message when the same key is sent twice, even after a restart', async (rig, t) => {
    if (!canAnswer(rig)) return notHere(t, 'it does not answer')
    if (!['own-id', 'idempotency-key'].includes(capabilities.guarantee.kind))
      return notHere(t, 'the network knows no keys')
    const { desk, session, reply } = await answering(rig)
    const letter = reply(words('Une seule fois'))
    const first = await session.send(letter, calm())
    await desk.close()
    const again = connector.open(rig.account, rig.tools())
    const second = await again.send(letter, calm())
    assert.equal(first.kind, 'sent')
    assert.equal(second.kind, 'sent')
    if (first.kind === 'sent' && second.kind === 'sent') assert.equal(second.externalId, first.externalId)
    assert.equal((await heldWith(rig, letter.text)).length, 1)
    await again.close?.()
  })

  test('keeps two messages when two deliveries say the same', async (rig, t) => {
    if (!canAnswer(rig)) return notHere(t, 'it does not answer')
    const { desk, session, reply } = await answering(rig)
    const text = words('Merci à vous')
    const outcomes = [await session.send(reply(text), calm()), await session.send(reply(text), calm())]
    if (outcomes[1]?.kind === 'refused') assert.match(outcomes[1].reason, KEBAB)
    else assert.equal((await heldWith(rig, text)).length, 2)
    await desk.close()
  })

  test('finds what it sent when it looks it up, and only that', async (rig, t) => {
    if (!canAnswer(rig)) return notHere(t, 'it does not answer')
    const { desk, session, reply } = await answering(rig)
    if (!session.lookUp) return notHere(t, 'nothing can be looked up')
    const letter = reply(words('Retrouvez-moi'))
    const before = await session.lookUp(letter, calm())
    assert.equal(before.kind, 'absent', JSON.stringify(before))
    const outcome = await session.send(letter, calm())
    await rig.settle()
    const found = await session.lookUp(letter, calm())
    assert.equal(found.kind, 'found', JSON.stringify(found))
    if (found.kind === 'found' && outcome.kind === 'sent') assert.equal(found.externalId, outcome.externalId)
    const other = await session.lookUp(reply(words('Jamais dit')), calm())
    assert.equal(other.kind, 'absent')
    await desk.close()
  })

  test('refuses what is too long before the network does, and sends what just fits', async (rig, t) => {
    const limit = capabilities.limits[rig.ordinary]
    const longestText = longest(limit)
    if (!canAnswer(rig) || longestText === null) return notHere(t, 'no limit is declared')
    const { desk, session, reply } = await answering(rig)
    assert.equal(await mustBeRefused(rig, session, reply(`${longestText}a`)), 'too-long')
    const heavy = longerInBytesOnly(limit)
    if (heavy !== null) assert.equal(await mustBeRefused(rig, session, reply(heavy)), 'too-long')
    const outcome = await session.send(reply(longestText), calm())
    assert.equal(outcome.kind, 'sent', JSON.stringify(outcome))
    await desk.close()
  })

  test('says nothing when there is nothing to say', async (rig) => {
    const { desk, session, reply } = await answering(rig)
    const outcome = await session.send(reply(' \n '), calm())
    assert.equal(outcome.kind, 'refused', JSON.stringify(outcome))
    await desk.close()
  })

  test('carries an image where it says so, and refuses what it cannot carry', async (rig, t) => {
    if (!canAnswer(rig)) return notHere(t, 'it does not answer')
    const { desk, session, reply } = await answering(rig)
    const { media } = capabilities
    const letter = reply(words('Le voici'), { attachments: [image()] })
    if (!media?.types.includes('image/png')) {
      await mustBeRefused(rig, session, letter)
      return desk.close()
    }
    const outcome = await session.send(letter, calm())
    assert.equal(outcome.kind, 'sent', JSON.stringify(outcome))
    assert.equal((await heldWith(rig, letter.text))[0]?.attachments, 1)
    const many = Array.from({ length: media.most + 1 }, image)
    await mustBeRefused(rig, session, reply(words('Tous'), { attachments: many }))
    const tool = { ...image(), name: 'outil.exe', mediaType: 'application/x-msdownload' }
    if (!media.types.includes('*/*'))
      await mustBeRefused(rig, session, reply(words('Un outil'), { attachments: [tool] }))
    await desk.close()
  })

  test('is refused by a person who has blocked the brand', async (rig, t) => {
    const { blocking } = rig.people
    if (!blocking || !canAnswer(rig)) return notHere(t, 'nobody can block here')
    const { desk, session, reply } = await answering(rig, blocking)
    await mustBeRefused(rig, session, reply(words('Bonjour')))
    await desk.close()
  })

  test('does not speak once it is told to stop', async (rig, t) => {
    if (!canAnswer(rig)) return notHere(t, 'it does not answer')
    const { desk, session, reply } = await answering(rig)
    const letter = reply(words('Trop tard'))
    const outcome = await session.send(letter, AbortSignal.abort())
    assert.ok(outcome.kind === 'later' || outcome.kind === 'ambiguous', JSON.stringify(outcome))
    assert.deepEqual(await heldWith(rig, letter.text), [])
    await desk.close()
  })
}
