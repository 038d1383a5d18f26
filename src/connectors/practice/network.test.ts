import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { OpenAccount, Outgoing, Polled } from '../connector.ts'
import { memoryOf, toolsWith } from '../suite/tools.ts'
import { practice } from './index.ts'
import { findPerson } from './people.ts'
import { promptDeletion, promptSpeech } from './prompt.ts'

const START = Date.parse('2026-03-02T09:00:00Z')
const calm = new AbortController().signal

const openTown = (settings: Record<string, unknown> = { pace: 'paused' }) => {
  const memory = memoryOf()
  let ids = 0
  const newId = () => {
    ids += 1
    return `id-${ids}`
  }
  const tools = toolsWith({ memory, now: () => START, newId })
  const account: OpenAccount = { id: 'a', externalId: 'practice-x', handle: 'fleursduport', secret: {}, settings }
  const session = practice.open(account, tools)
  const poll = async (cursor: unknown): Promise<Extract<Polled, { kind: 'polled' }>> => {
    const polled = await session.poll?.(cursor, calm)
    return polled?.kind === 'polled' ? polled : assert.fail(JSON.stringify(polled))
  }
  return { memory, tools, session, account, poll }
}

const reply = (id: string, more: Partial<Outgoing> = {}): Outgoing => {
  const person = findPerson(id) ?? assert.fail(id)
  return {
    key: 'k',
    audience: 'public',
    text: 'Bonjour',
    to: { externalId: person.id, handle: person.handle, displayName: person.name },
    conversationKey: `public/${person.id}/1`,
    inReplyTo: { messageId: 'm', meta: {}, text: '', sentAt: START },
    thread: [],
    attachments: [],
    since: START,
    ...more,
  }
}

describe('the practice network, listened to', () => {
  it('gives the first morning in one page', async () => {
    const { poll, account } = openTown({})
    const first = await poll(null)
    assert.equal(first.more, false)
    const [activity] = practice.read({ body: first.receipts[0]?.body }, account)
    assert.ok(activity?.kind === 'message')
    assert.equal(activity.author.displayName, 'Noé Faure')
    assert.equal(activity.language, 'fr')
    assert.ok(activity.text.includes('@fleursduport') || activity.text.includes('fleursduport'))
  })

  it('says so when a desk comes back to what is no longer kept', async () => {
    const { poll, tools } = openTown()
    const { cursor } = await poll(null)
    for (let n = 0; n < 2100; n++)
      await promptSpeech(tools, { by: 'town-dan-okafor', text: `n° ${n}`, audience: 'private' })
    const late = await poll(cursor)
    assert.match(late.gap?.detail ?? '', /^100 posts/)
    assert.equal(late.receipts.length, 50)
    assert.equal(late.more, true)
    assert.equal((await poll(late.cursor)).gap, undefined)
  })

  it('starts again from the beginning in another town', async () => {
    const { poll } = openTown({})
    const { receipts, cursor } = await poll({ town: 'another', seq: 900 })
    assert.ok(receipts.length > 10)
    for (const nonsense of ['x', -1, { town: 1 }, { town: 'id-1', seq: -4 }, { town: 'id-1', seq: 1e9 }]) {
      const again = await poll(nonsense)
      assert.ok(again.receipts.length === receipts.length || again.receipts.length === 0)
    }
    assert.deepEqual((await poll(cursor)).receipts, [])
  })
})

describe('the practice network, spoken to', () => {
  it('knows whose door is open, and that whoever writes in private opens it', async () => {
    const { session, tools, poll } = openTown()
    const ask = (externalId: string) => session.reachOf?.({ externalId, handle: '' }, calm)
    assert.deepEqual(await ask('town-camille-roux'), { canReceive: true })
    assert.deepEqual(await ask('town-th-vasseur'), { canReceive: false, whyNot: 'recipient-closed' })
    assert.deepEqual(await ask('town-jlbesson'), { canReceive: false, whyNot: 'blocked' })
    assert.deepEqual(await ask('nobody'), { canReceive: null })
    assert.deepEqual(await ask('town-mehdi-azz'), { canReceive: false, whyNot: 'not-mutual' })
    await promptSpeech(tools, { by: 'town-mehdi-azz', text: 'En privé alors', audience: 'private' })
    await poll(null)
    assert.deepEqual(await ask('town-mehdi-azz'), { canReceive: true })
  })

  it('refuses what a network refuses, with its reason', async () => {
    const { session, tools, poll } = openTown()
    const reasonFor = async (outgoing: Outgoing) => {
      const outcome = await session.send(outgoing, calm)
      return outcome.kind === 'refused' ? outcome.reason : outcome.kind
    }
    const camille = 'town-camille-roux'
    const { inReplyTo: _, ...unprompted } = reply(camille)
    assert.equal(await reasonFor(unprompted), 'nothing-to-answer')
    assert.equal(await reasonFor(reply(camille, { conversationKey: `private/${camille}` })), 'audience-is-private')
    assert.equal(
      await reasonFor(reply(camille, { to: { externalId: 'x', handle: 'x', displayName: 'x' } })),
      'unknown-recipient',
    )
    assert.equal(await reasonFor(reply('town-th-vasseur', { audience: 'private' })), 'recipient-closed')
    const heavy = { name: 'a.png', mediaType: 'image/png', content: new Uint8Array(1_000_001) }
    assert.equal(await reasonFor(reply(camille, { attachments: [heavy] })), 'attachment-too-large')
    const { messageId } = await promptSpeech(tools, { by: camille, text: 'Oubliez', audience: 'public' })
    await promptDeletion(tools, messageId)
    await poll(null)
    assert.equal(
      await reasonFor(reply(camille, { inReplyTo: { messageId, meta: {}, text: '', sentAt: START } })),
      'message-gone',
    )
  })

  it('says who somebody is', async () => {
    const { session } = openTown()
    assert.equal((await session.profileOf?.('town-helene-castaing', calm))?.followers, 48_300)
    assert.equal(await session.profileOf?.('nobody', calm), null)
  })

  it('says what became of the private conversation that a first private word opens', async () => {
    const { session } = openTown()
    const outcome = await session.send(reply('town-camille-roux', { audience: 'private' }), calm)
    assert.deepEqual(outcome, {
      kind: 'sent',
      externalId: 'reply-k',
      meta: { conversationKey: 'private/town-camille-roux' },
    })
  })
})

describe('opening shop in town', () => {
  it('takes a name, and draws the seed of the town', async () => {
    const connected = await practice.connect({ brand: 'Café Élan', trade: 'shop', pace: 'storm' }, toolsWith({}), calm)
    assert.ok(connected.kind === 'connected')
    assert.deepEqual(connected.account, {
      externalId: 'practice-cafeelan',
      handle: 'cafeelan',
      displayName: 'Café Élan',
    })
    assert.deepEqual(connected.settings, {
      brand: 'Café Élan',
      trade: 'shop',
      pace: 'storm',
      scale: 1,
      seed: (2 ** 31).toString(36),
    })
  })

  it('refuses a name that nobody could type', async () => {
    for (const brand of ['', '💐', 'x'.repeat(61)])
      assert.equal((await practice.connect({ brand }, toolsWith({}), calm)).kind, 'refused', brand)
  })
})
