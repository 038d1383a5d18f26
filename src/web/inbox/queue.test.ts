import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { InboxFilter, InboxRow } from '#contract/inbox.ts'
import { createQueue } from './queue.ts'

const row = (id: string, dueAt: number | null): InboxRow => ({
  ...{ id, number: 1, state: 'open', audience: 'public', accountId: 'a', excerpt: '', dueAt, promisedMs: 7_200_000 },
  author: { id: 'x', displayName: 'Noé Faure', handle: '@noe', avatarUrl: null },
  ...{ snoozedUntil: null, lastInAt: null, owner: null, labels: [], presences: [], delivery: null },
})

/** A server of rows in memory, ordered and paged as the desk does. */
const serve = (filter: InboxFilter = {}, limit = 100) => {
  const rows = new Map<string, InboxRow>()
  const owed = () =>
    [...rows.values()]
      .filter((r) => r.dueAt !== null)
      .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0) || (a.id < b.id ? -1 : 1))
  const queue = createQueue(filter, {
    page: async (_, after) => {
      const from = after === null ? 0 : Number(after)
      const page = owed().slice(from, from + limit)
      return { rows: page, after: from + limit < owed().length ? String(from + limit) : null }
    },
    rows: async (_, ids) => owed().filter((r) => ids.includes(r.id)),
  })
  const put = (...more: InboxRow[]) => {
    for (const one of more) rows.set(one.id, one)
  }
  return { queue, put, owed, drop: (id: string) => rows.delete(id) }
}
const twelve = Array.from({ length: 12 }, (_, i) => row(`c${String(i).padStart(2, '0')}`, (i + 1) * 1_000))

test('a newcomer waits under the pill, unless it is the most urgent of all', async () => {
  const { queue, put } = serve()
  put(...twelve)
  await queue.start()
  put(row('between', 4_500), row('first', 10))
  await queue.follow(['between', 'first'])
  assert.equal(queue.view().order[0], 'first')
  assert.equal(queue.view().waiting, 1)
  assert.ok(!queue.view().order.includes('between'))
  queue.showNewcomers()
  assert.equal(queue.view().order.indexOf('between'), 5)
  assert.equal(queue.view().waiting, 0)
})

test('a newcomer takes its place at once where nobody sees the list move: below what is seen, or in what is left of an empty screen', async () => {
  const { queue, put } = serve()
  put(...twelve)
  await queue.start()
  queue.see(10)
  queue.hold(true)
  put(row('above', 9_500), row('below', 10_500))
  await queue.follow(['above', 'below'])
  assert.equal(queue.view().order.indexOf('below'), 10)
  assert.equal(queue.view().waiting, 1)
  queue.hold(false)
  queue.showNewcomers()
  queue.see(20)
  put(row('roomy', 1_500))
  await queue.follow(['roomy'])
  assert.equal(queue.view().order[1], 'roomy')
  assert.equal(queue.view().waiting, 0)
})

test('under the cursor nothing moves: newcomers wait, those who leave stay until it goes', async () => {
  const { queue, put, drop } = serve()
  put(...twelve)
  await queue.start()
  const before = queue.view().order
  queue.hold(true)
  put(row('first', 10))
  drop('c03')
  await queue.follow(['first', 'c03'])
  assert.deepEqual(queue.view().order, before)
  assert.ok(queue.isLeaving('c03'))
  queue.hold(false)
  assert.ok(!queue.view().order.includes('c03'))
  queue.showNewcomers()
  assert.equal(queue.view().order[0], 'first')
})

test('a case due after the last row read comes with its page, once', async () => {
  const { queue, put, owed } = serve({}, 5)
  put(...twelve)
  await queue.start()
  put(row('late-comer', 9_500))
  await queue.follow(['late-comer'])
  assert.equal(queue.view().waiting, 0)
  while (queue.view().more) await queue.readMore()
  assert.deepEqual(
    queue.view().order,
    owed().map((r) => r.id),
  )
})

test('a deed shows at once and is put back where it was when refused', async () => {
  const { queue, put } = serve()
  put(...twelve)
  await queue.start()
  const before = queue.view().order
  const back = queue.remove(['c04', 'c05'])
  assert.equal(queue.view().order.length, 10)
  back()
  assert.deepEqual(queue.view().order, before)
  const restore = queue.patch(['c04'], { excerpt: 'changé' })
  assert.equal(queue.row('c04')?.excerpt, 'changé')
  restore()
  assert.equal(queue.row('c04')?.excerpt, '')
})

test('an inbox that cannot be read says so, and is read again on demand', async () => {
  let broken = true
  const queue = createQueue(
    {},
    {
      page: async () => {
        if (broken) throw new Error('the line is cut')
        return { rows: twelve, after: null }
      },
      rows: async () => [],
    },
  )
  await queue.start()
  assert.equal(queue.view().state, 'failed')
  broken = false
  await queue.start()
  assert.equal(queue.view().state, 'ready')
  assert.equal(queue.view().order.length, 12)
})

test('whatever comes and goes, what is shown once all is shown is what the desk holds, in its order', async () => {
  const change = fc.record({
    id: fc.constantFrom(...'abcdefghijkl'),
    due: fc.option(fc.integer({ min: 1, max: 50 }), { nil: null }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(change, fc.boolean()), { maxLength: 40 }), async (changes) => {
      const { queue, put, owed } = serve()
      put(row('a', 5), row('b', 20), row('c', 30))
      await queue.start()
      for (const [{ id, due }, held] of changes) {
        queue.hold(held)
        put(row(id, due))
        await queue.follow([id])
      }
      queue.hold(false)
      queue.showNewcomers()
      assert.deepEqual(
        queue.view().order,
        owed().map((r) => r.id),
      )
    }),
  )
})
