import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import type { Connector, Polled, ReceiptIn, Session } from '#connectors/connector.ts'
import { keepReceipts, LeaseLost } from '#server/actions/keep-receipts.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { claimPolls, POLL_LEASE_MS } from '#server/ingest/claim-poll.ts'
import { type Listening, listening, people, plainConnector } from '#test/listening.ts'
import { makeAccount } from '#test/mention.ts'
import { makeListener } from './listen.ts'

const MINUTE = 60_000

interface Network {
  connector: Connector
  /** What the next polls answer; without one, nothing new. */
  next: (() => Polled | Promise<Polled>)[]
  cursors: unknown[]
  opened: number
  closed: number
  /** Calls as the network's stream does; set while somebody watches. */
  call: (() => void) | null
}

/** A network that answers polls as the test says. */
const makeNetwork = (over: Partial<Connector['capabilities']> = {}, watched = false): Network => {
  const plain = plainConnector()
  const network: Network = { connector: plain, next: [], cursors: [], opened: 0, closed: 0, call: null }
  const session: Session = {
    send: async () => ({ kind: 'ambiguous', detail: 'not here' }),
    poll: async (cursor) => {
      network.cursors.push(cursor)
      return (await network.next.shift()?.()) ?? { kind: 'polled', receipts: [], cursor, more: false }
    },
    close: async () => {
      network.closed += 1
    },
    ...(watched && {
      watch: async (call: () => void, signal: AbortSignal) => {
        network.call = call
        if (!signal.aborted) await once(signal, 'abort')
        network.call = null
      },
    }),
  }
  const open = () => {
    network.opened += 1
    return session
  }
  network.connector = { ...plain, open, capabilities: { ...plain.capabilities, ...over } }
  return network
}

const polled = (
  receipts: ReceiptIn[],
  cursor: unknown,
  over: Partial<Extract<Polled, { kind: 'polled' }>> = {},
): Polled => ({
  kind: 'polled',
  receipts,
  cursor,
  more: false,
  ...over,
})

const world = async (network: Network) => {
  const w = await listening([network.connector])
  const listener = makeListener(w.desk)
  const change = (set: Record<string, unknown>) =>
    inWorkspace(w.desk.db, w.workspaceId, (trx) =>
      trx.updateTable('channel_accounts').set(set).where('id', '=', w.accountId).execute(),
    )
  await change({ next_poll_at: new Date(w.desk.now()) })
  return {
    ...w,
    listener,
    change,
    /** One round, and the polls it began. */
    poll: async () => {
      await listener.round()
      await listener.settle()
    },
    account: async () => {
      const found = (await w.rows('channel_accounts')).find((a) => a.id === w.accountId)
      assert.ok(found)
      return found
    },
    [Symbol.asyncDispose]: async () => {
      await listener.stop()
      await w[Symbol.asyncDispose]()
    },
  }
}

const said = (w: Listening, id: string): ReceiptIn => ({ key: id, body: [w.says(people.camille, id, 'Mon colis ?')] })

test('receipts and cursor are kept together, and the next poll goes on from there when its time has come', async () => {
  const network = makeNetwork()
  await using w = await world(network)
  network.next.push(() => polled([said(w, 'm-1'), said(w, 'm-2')], { seq: 2 }))
  await w.poll()
  await w.poll()
  assert.equal(network.cursors.length, 1)
  w.desk.pass(MINUTE)
  network.next.push(() => polled([said(w, 'm-2'), said(w, 'm-3')], { seq: 3 }))
  await w.poll()
  assert.deepEqual(network.cursors, [null, { seq: 2 }])
  assert.deepEqual((await w.rows('receipts')).map((r) => r.external_id).sort(), ['m-1', 'm-2', 'm-3'])
  await w.read()
  assert.equal((await w.rows('messages')).length, 3)
  const { cursor, gaps_repaired: repaired, last_poll_at: at } = await w.account()
  assert.deepEqual([cursor, repaired, at?.getTime()], [{ seq: 3 }, 0, w.desk.now()])
  assert.equal(network.opened, 1, 'the session stays open')
})

test('after a stop the whole gap is asked for at once, page after page, and counted', async () => {
  const network = makeNetwork()
  await using w = await world(network)
  await w.poll()
  w.desk.pass(6 * 60 * MINUTE)
  network.next.push(() => polled([said(w, 'm-1'), said(w, 'm-2')], 2, { more: true }))
  network.next.push(() => polled([said(w, 'm-3')], 3, { gap: { until: w.desk.now(), detail: 'three hours are gone' } }))
  await w.poll()
  await w.poll()
  assert.equal((await w.rows('receipts')).length, 3)
  assert.equal((await w.account()).gaps_repaired, 2)
  assert.deepEqual(await w.events(), ['channel.gap-repaired', 'channel.gap-found'])
})

test('what a webhook should have brought and only the poll did is a repaired gap', async () => {
  const network = makeNetwork({ listens: ['webhook', 'poll'] })
  await using w = await world(network)
  await w.poll()
  w.desk.pass(MINUTE)
  await w.hand([w.says(people.noe, 'm-1', 'Bonjour')], { key: 'm-1' })
  network.next.push(() => polled([said(w, 'm-1'), said(w, 'm-2')], 2))
  await w.poll()
  assert.equal((await w.rows('receipts')).length, 2)
  assert.equal((await w.account()).gaps_repaired, 1)
})

test('a network in trouble is asked more and more rarely, and not before it says; people are told once, and of the end', async () => {
  const network = makeNetwork()
  await using w = await world(network)
  const pauses: number[] = []
  for (let i = 0; i < 6; i++) {
    network.next.push(() => ({ kind: 'later', reason: 'unreachable', detail: '502' }))
    await w.poll()
    const next = (await w.account()).next_poll_at?.getTime() ?? 0
    pauses.push((next - w.desk.now()) / MINUTE)
    w.desk.pass(next - w.desk.now())
  }
  assert.deepEqual(pauses, [1.75, 3.5, 7, 13.125, 13.125, 13.125])
  assert.deepEqual([(await w.account()).poll_failures, (await w.account()).attention], [6, 'unreachable'])
  assert.equal((await w.account()).state, 'connected', 'replies may still leave')
  const retryAt = w.desk.now() + 45 * MINUTE
  network.next.push(() => ({ kind: 'later', reason: 'rate-limited', detail: '429', retryAt }))
  await w.poll()
  assert.equal((await w.account()).next_poll_at?.getTime(), retryAt)
  w.desk.pass(45 * MINUTE)
  await w.poll()
  assert.deepEqual([(await w.account()).poll_failures, (await w.account()).attention], [0, null])
  assert.deepEqual(await w.events(), ['channel.needs-attention', 'channel.recovered'])
  assert.deepEqual(
    (await w.rows('notifications')).map((n) => n.kind),
    ['channel-needs-attention', 'channel-needs-attention'],
  )
})

test('a revoked token stops nothing but its own account, keeps the history and the cursor, and is said until it is mended', async () => {
  const network = makeNetwork()
  await using w = await world(network)
  network.next.push(() => polled([said(w, 'm-1')], 1))
  await w.poll()
  w.desk.pass(MINUTE)
  network.next.push(() => ({ kind: 'attention', reason: 'token-revoked', detail: '401' }))
  await w.poll()
  const sick = await w.account()
  assert.deepEqual([sick.state, sick.attention, sick.cursor], ['needs-attention', 'token-revoked', 1])
  w.desk.pass(30 * MINUTE)
  network.next.push(() => ({ kind: 'attention', reason: 'token-revoked', detail: '401' }))
  await w.poll()
  w.desk.pass(30 * MINUTE)
  await w.poll()
  assert.equal((await w.account()).state, 'connected')
  assert.deepEqual(await w.events(), ['channel.needs-attention', 'channel.recovered'])
})

test('a poll that throws, hangs in a bad answer or brings what jsonb cannot hold loses nothing', async () => {
  const network = makeNetwork()
  await using w = await world(network)
  network.next.push(() => assert.fail('half a body'))
  await w.poll()
  assert.equal((await w.account()).poll_failures, 1)
  w.desk.pass(15 * MINUTE)
  const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)
  network.next.push(() =>
    polled(
      [
        { key: 'a\0', body: { text: 'NUL \0 and half a pair \ud83d' } },
        { key: 'deep', body: nested(3_000) },
        { key: 'deeper', body: nested(100_000) },
        { key: 'b', body: null },
      ],
      1,
    ),
  )
  await w.poll()
  const receipts = await w.rows('receipts')
  assert.equal(receipts.length, 4)
  assert.equal((await w.account()).cursor, 1)
})

test('two processes never poll the same account, and one that froze past its lease leaves no trace', async () => {
  const network = makeNetwork()
  await using w = await world(network)
  const ask = { called: [], busy: [], most: 8 }
  const both = await Promise.all([claimPolls(w.desk, ask), claimPolls(w.desk, ask)])
  const [frozen, ...others] = both.flat()
  assert.ok(frozen !== undefined && others.length === 0)
  w.desk.pass(POLL_LEASE_MS + 1)
  const [second] = await claimPolls(w.desk, ask)
  assert.ok(second)
  await assert.rejects(keepReceipts(w.desk, frozen, network.connector, polled([said(w, 'late')], 'old')), LeaseLost)
  assert.equal((await w.rows('receipts')).length, 0)
  await keepReceipts(w.desk, second, network.connector, polled([said(w, 'm-1')], 'new'))
  assert.deepEqual([(await w.account()).cursor, (await w.rows('receipts')).length], ['new', 1])
})

test('a slow network does not keep the others from being heard', async () => {
  const network = makeNetwork()
  await using w = await world(network)
  let answer: (value: Polled) => void = () => {}
  network.next.push(() => new Promise<Polled>((resolve) => (answer = resolve)))
  await w.listener.round()
  const other = await makeAccount(w.desk, w.workspaceId)
  await inWorkspace(w.desk.db, w.workspaceId, (trx) =>
    trx
      .updateTable('channel_accounts')
      .set({ next_poll_at: new Date(w.desk.now()) })
      .where('id', '=', other)
      .execute(),
  )
  const before = network.cursors.length
  await w.listener.round()
  await w.listener.round()
  assert.equal(network.cursors.length, before + 1)
  answer(polled([], 0))
  await w.listener.settle()
})

test('a watch makes the poll come at once; it is opened anew with new settings, and closed on stop', async () => {
  const network = makeNetwork({ listens: ['poll', 'live'] }, true)
  await using w = await world(network)
  await w.poll()
  assert.ok(network.call)
  network.next.push(() => polled([said(w, 'm-1')], 1))
  network.call()
  await w.poll()
  assert.equal((await w.rows('receipts')).length, 1, 'before its time')
  await w.change({ settings: JSON.stringify({ folder: 'SAV' }) })
  await w.poll()
  assert.deepEqual([network.opened, network.closed], [2, 1])
  await w.listener.stop()
  assert.deepEqual([network.closed, network.call], [2, null])
})
