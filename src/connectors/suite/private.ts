import assert from 'node:assert/strict'
import { type Bench, calm, heldWith, KEBAB, notHere, outgoing, sayAndSettle, words } from './bench.ts'
import { listen, messagesIn } from './listen.ts'
import type { Person, Rig } from './rig.ts'

/** A private word reaches the one person it is for, or is refused; nobody else ever reads it (P1, P2). */
export const privately = ({ connector, test }: Bench): void => {
  const { private: way, publicReply } = connector.capabilities
  const carries = way.privateWay !== 'none'

  /** This person has spoken, so that the brand may go private where the network wants them to write first. */
  const spoken = async (rig: Rig, by: Person) => {
    const desk = listen(connector, rig)
    const audience = way.privateWay === 'after-first-contact' ? 'private' : rig.ordinary
    const said = await rig.says({ by, text: words('Je préfère en parler à part'), audience })
    await rig.settle()
    const message = messagesIn(await desk.hear()).find((one) => one.messageId === said.messageId)
    assert.ok(message, 'the customer was not heard')
    assert.equal(message.audience, audience)
    const letter = outgoing(rig, {
      text: words('Votre remboursement de 34 €'),
      to: by,
      audience: 'private',
      conversationKey: message.conversationKey,
      answers: message,
    })
    return { desk, letter }
  }

  test('says a private word to one person, and no stranger can read it', async (rig, t) => {
    if (!carries) return notHere(t, 'no private messages here')
    const { desk, letter } = await spoken(rig, rig.people.customer)
    const outcome = await desk.session.send(letter, calm())
    assert.equal(outcome.kind, 'sent', JSON.stringify(outcome))
    assert.deepEqual(
      (await heldWith(rig, letter.text)).map((held) => held.audience),
      ['private'],
    )
    await desk.close()
  })

  test('hears a private answer as private', async (rig, t) => {
    if (!carries) return notHere(t, 'no private messages here')
    const desk = listen(connector, rig)
    await desk.hear()
    const said = await rig.says({ by: rig.people.customer, text: words('Voici mon numéro'), audience: 'private' })
    await rig.settle()
    const heard = messagesIn(await desk.hear()).filter((message) => message.messageId === said.messageId)
    assert.deepEqual(
      heard.map((message) => message.audience),
      ['private'],
    )
    await desk.close()
  })

  test('refuses private messages where the network has none', async (rig, t) => {
    if (carries) return notHere(t, 'it carries them')
    const desk = listen(connector, rig)
    const said = await sayAndSettle(rig, rig.people.customer, words('En privé ?'))
    const message = messagesIn(await desk.hear()).find((one) => one.messageId === said.messageId)
    assert.ok(message)
    const text = words('En privé')
    const to = rig.people.customer
    const answers = { ...message }
    const outcome = await desk.session.send(
      outgoing(rig, { text, to, audience: 'private', conversationKey: message.conversationKey, answers }),
      calm(),
    )
    assert.equal(outcome.kind, 'refused', JSON.stringify(outcome))
    assert.deepEqual(await heldWith(rig, text), [])
    await desk.close()
  })

  test('refuses public words where everything is private', async (rig, t) => {
    if (publicReply || rig.ordinary === 'public') return notHere(t, 'it speaks in public')
    const { desk, letter } = await spoken(rig, rig.people.customer)
    const outcome = await desk.session.send({ ...letter, audience: 'public' }, calm())
    assert.equal(outcome.kind, 'refused', JSON.stringify(outcome))
    assert.deepEqual(await heldWith(rig, letter.text), [])
    await desk.close()
  })

  test('knows before anyone types whether a private message reaches this person', async (rig, t) => {
    if (way.privateWay !== 'depends-on-person') return notHere(t, 'it does not depend on the person')
    const session = connector.open(rig.account, rig.tools())
    const reached = await session.reachOf?.(rig.people.customer, calm())
    assert.equal(reached?.canReceive, true)
    if (rig.people.unreachable) {
      const closed = await session.reachOf?.(rig.people.unreachable, calm())
      assert.equal(closed?.canReceive, false)
      assert.ok(closed?.whyNot, 'and says why')
    }
    await session.close?.()
  })

  test('refuses a private message that cannot reach the person', async (rig, t) => {
    if (!carries || !rig.people.unreachable) return notHere(t, 'everybody can be reached')
    const { desk, letter } = await spoken(rig, rig.people.unreachable)
    const outcome = await desk.session.send(letter, calm())
    assert.equal(outcome.kind, 'refused', JSON.stringify(outcome))
    if (outcome.kind === 'refused') assert.match(outcome.reason, KEBAB)
    assert.deepEqual(await heldWith(rig, letter.text), [])
    await desk.close()
  })
}
