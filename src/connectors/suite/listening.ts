import assert from 'node:assert/strict'
import { type Bench, calm, notHere, outgoing, sayAndSettle, words } from './bench.ts'
import { listen, messagesIn, ownIn } from './listen.ts'

/** Everything that people say is heard, once, with who said it and when (L1, A2). */
export const listening = ({ connector, test }: Bench): void => {
  const { capabilities } = connector
  const polls = capabilities.listens.some((way) => way !== 'webhook')

  test('hears a message once, with its author and the network’s own instant', async (rig) => {
    const desk = listen(connector, rig)
    await desk.hear()
    const { customer } = rig.people
    const text = words('Bonjour, où en est ma commande ?')
    const said = await sayAndSettle(rig, customer, text)
    const heard = messagesIn(await desk.hear()).filter((message) => message.text.includes(text))
    assert.equal(heard.length, 1)
    const [message] = heard
    assert.equal(message?.messageId, said.messageId)
    assert.equal(message?.author.externalId, customer.externalId)
    assert.equal(message?.author.handle, customer.handle)
    assert.equal(message?.audience, rig.ordinary)
    assert.ok(
      Math.abs((message?.sentAt ?? 0) - said.sentAt) < 1000,
      `${message?.sentAt} is not the network’s ${said.sentAt}`,
    )
    assert.deepEqual(await desk.hear(), [], 'and nothing is new afterwards')
    await desk.close()
  })

  test('gives the same receipt keys when asked the same thing twice', async (rig, t) => {
    if (!polls) return notHere(t, 'it is told, not asked')
    const desk = listen(connector, rig)
    await desk.hear()
    for (const n of [1, 2, 3]) await sayAndSettle(rig, rig.people.customer, words(`Et de ${n}`))
    const first = await desk.peek()
    const second = await desk.peek()
    assert.ok(first.length >= 3)
    assert.deepEqual(new Set(second.map((receipt) => receipt.key)), new Set(first.map((receipt) => receipt.key)))
    assert.equal(
      new Set(first.map((receipt) => receipt.key)).size,
      first.length,
      'two receipts of one poll share a key',
    )
    await desk.close()
  })

  test('loses nothing that was said while the desk was stopped, and repeats nothing', async (rig) => {
    const before = listen(connector, rig)
    await before.hear()
    await before.close()
    const texts = [1, 2, 3].map((n) => words(`Pendant votre absence, ${n}`))
    for (const text of texts) await sayAndSettle(rig, rig.people.another, text)
    const after = listen(connector, rig, before.cursor, before.receipts)
    const heard = messagesIn(await after.hear()).map((message) => message.text)
    for (const text of texts) assert.equal(heard.filter((one) => one.includes(text)).length, 1, text)
    assert.equal(heard.length, texts.length, 'what was known before is not new')
    await after.close()
  })

  test('hears a storm of more than one page, whole', async (rig) => {
    const desk = listen(connector, rig)
    await desk.hear()
    const mark = words('Tempête')
    const said: string[] = []
    for (let n = 0; n < rig.beyondOnePage; n++) {
      const by = n % 2 === 0 ? rig.people.customer : rig.people.another
      said.push((await rig.says({ by, text: `${mark} n° ${n}.`, audience: rig.ordinary })).messageId)
    }
    await rig.settle()
    const heard = messagesIn(await desk.hear()).filter((message) => message.text.includes(mark))
    assert.deepEqual(heard.map((message) => message.messageId).sort(), said.sort())
    await desk.close()
  })

  test('keeps one customer’s exchange together, and another customer’s apart', async (rig) => {
    const desk = listen(connector, rig)
    await desk.hear()
    const opening = words('Mon bouquet n’est pas arrivé')
    const said = await sayAndSettle(rig, rig.people.customer, opening)
    const first = messagesIn(await desk.hear()).find((message) => message.messageId === said.messageId)
    assert.ok(first)
    let answers: string | undefined
    const can = rig.ordinary === 'public' ? capabilities.publicReply : capabilities.private.privateWay !== 'none'
    if (can) {
      const answer = words('Bonjour, nous regardons')
      const reply = outgoing(rig, {
        text: answer,
        to: rig.people.customer,
        audience: rig.ordinary,
        conversationKey: first.conversationKey,
        answers: first,
      })
      const sent = await desk.session.send(reply, calm())
      assert.equal(sent.kind, 'sent', JSON.stringify(sent))
      if (sent.kind === 'sent') answers = sent.externalId
    }
    const next = await sayAndSettle(rig, rig.people.customer, words('Et alors ?'), answers)
    const stranger = await sayAndSettle(rig, rig.people.another, words('Moi aussi, sans rien demander'))
    const heard = messagesIn(await desk.hear())
    const second = heard.find((message) => message.messageId === next.messageId)
    assert.ok(second, 'the customer’s second message is heard')
    if (answers !== undefined) assert.equal(second.conversationKey, first.conversationKey)
    assert.notEqual(
      heard.find((message) => message.messageId === stranger.messageId)?.conversationKey,
      first.conversationKey,
    )
    await desk.close()
  })

  test('never takes the brand’s own words for a customer’s', async (rig, t) => {
    if (!rig.brandSpeaks) return notHere(t, 'the network does not show what the brand says elsewhere')
    const desk = listen(connector, rig)
    await desk.hear()
    const text = words('Publié depuis un téléphone')
    const { externalId } = await rig.brandSpeaks(text)
    await rig.settle()
    const heard = await desk.hear()
    assert.deepEqual(
      messagesIn(heard).filter((message) => message.text.includes(text)),
      [],
    )
    assert.deepEqual(
      ownIn(heard)
        .filter((own) => own.text.includes(text))
        .map((own) => own.messageId),
      [externalId],
    )
    await desk.close()
  })

  test('hears that a customer has changed their words', async (rig, t) => {
    if (!rig.edits) return notHere(t, 'nobody can edit here')
    const desk = listen(connector, rig)
    const said = await sayAndSettle(rig, rig.people.customer, words('Premier jet'))
    await desk.hear()
    const text = words('Réflexion faite')
    await rig.edits(said, text)
    await rig.settle()
    const edits = (await desk.hear()).filter(
      (activity) => activity.kind === 'edit' && activity.messageId === said.messageId,
    )
    assert.deepEqual(
      edits.map((edit) => (edit.kind === 'edit' ? edit.text : '')),
      [text],
    )
    await desk.close()
  })

  test('hears that a customer has taken back their words', async (rig, t) => {
    if (!rig.deletes) return notHere(t, 'the network does not say')
    const desk = listen(connector, rig)
    const said = await sayAndSettle(rig, rig.people.customer, words('Je le regrette déjà'))
    await desk.hear()
    await rig.deletes(said)
    await rig.settle()
    const deletions = (await desk.hear()).filter((activity) => activity.kind === 'deletion')
    assert.deepEqual(
      deletions.map((deletion) => (deletion.kind === 'deletion' ? deletion.messageId : '')),
      [said.messageId],
    )
    await desk.close()
  })

  test('stops asking when it is told to', async (rig, t) => {
    if (!polls) return notHere(t, 'it is told, not asked')
    const session = connector.open(rig.account, rig.tools())
    const polled = await session.poll?.(rig.cursor ?? null, AbortSignal.abort()).catch(() => undefined)
    assert.ok(polled === undefined || polled.kind === 'later' || polled.kind === 'polled', JSON.stringify(polled))
    await session.close?.()
  })

  test('is woken by the network, and ends with its signal', async (rig, t) => {
    if (!capabilities.listens.includes('live')) return notHere(t, 'no live connection')
    const session = connector.open(rig.account, rig.tools())
    await session.poll?.(rig.cursor ?? null, calm())
    const stop = new AbortController()
    const woken = Promise.withResolvers<void>()
    const watching = session.watch?.(woken.resolve, stop.signal)
    await sayAndSettle(rig, rig.people.customer, words('Coucou'))
    await woken.promise
    stop.abort()
    await watching?.catch(() => undefined)
    await session.close?.()
  })
}
