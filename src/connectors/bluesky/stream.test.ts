import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Entry, FARTHEST_MS, findLostSince, type Page, readStream, startStream, streamSchema } from './stream.ts'

const HOUR = 3_600_000
const begin = Date.parse('2026-03-02T09:00:00Z')

/** A list of the network: newest first by the clock of whoever posts, page by page; it may fail at any question. */
const makeList = () => {
  const entries: Entry[] = []
  const isBefore = (one: Entry, other: Entry): boolean =>
    one.at < other.at || (one.at === other.at && one.id < other.id)
  return {
    entries,
    add: (entry: Entry): void => void entries.push(entry),
    getPage:
      (failsAt: number | null = null) =>
      async (next: string | undefined, limit: number): Promise<Page<Entry> | { trouble: string }> => {
        if (failsAt !== null && failsAt-- === 0) return { trouble: 'no answer' }
        const from: Entry | null = next === undefined ? null : JSON.parse(next)
        const rest = entries
          .filter((entry) => from === null || isBefore(entry, from))
          .sort((a, b) => (isBefore(a, b) ? 1 : -1))
        const page = rest.slice(0, limit)
        const last = page.at(-1)
        return { entries: page, ...(last && rest.length > limit ? { next: JSON.stringify(last) } : {}) }
      },
  }
}

/** Polls, keeps what was committed, and forgets everything else, as a desk that crashes does. */
const makeDesk = (list: ReturnType<typeof makeList>) => {
  let stream = startStream(begin)
  const kept = new Set<string>()
  const turn = async (now: number, failsAt: number | null = null, crashes = false): Promise<boolean> => {
    const read = await readStream(stream, now, list.getPage(failsAt))
    if ('trouble' in read || crashes) return true
    stream = streamSchema.parse(JSON.parse(JSON.stringify(read.stream)))
    for (const { id } of read.entries) kept.add(id)
    return read.more
  }
  const catchUp = async (now: number): Promise<void> => {
    for (let turns = 0; await turn(now); turns += 1) assert.ok(turns < 500, 'it never ends')
  }
  return { turn, catchUp, kept, stream: () => stream }
}

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('say' as const),
      count: fc.integer({ min: 1, max: 60 }),
      lateMs: fc.oneof(fc.constant(0), fc.nat(20 * HOUR)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('say' as const),
      count: fc.integer({ min: 200, max: 700 }),
      lateMs: fc.constant(0),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('poll' as const), failsAt: fc.option(fc.nat(3)), crashes: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.oneof(fc.nat(60_000), fc.nat(30 * HOUR)) }),
  },
)

test('nothing is lost of what was said within the hours read again: storms, slow clocks, failures, crashes, absence', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const list = makeList()
      const desk = makeDesk(list)
      let now = begin
      let said = 0
      for (const one of steps) {
        if (one.kind === 'wait') now += one.ms
        else if (one.kind === 'poll') await desk.turn(now, one.failsAt, one.crashes)
        else
          for (let n = 0; n < one.count; n += 1) {
            now += n % 3
            list.add({ id: `post ${said++}`, at: now - one.lateMs })
          }
      }
      await desk.catchUp(now)
      await desk.catchUp(now + 2 * 60_000)
      await desk.catchUp(now + 4 * 60_000)
      const lost = list.entries.filter(({ id, at }) => at >= begin - 24 * HOUR && !desk.kept.has(id))
      assert.deepEqual(lost, [])
      assert.ok(desk.stream().gaps.length === 0)
    }),
    { numRuns: 60 },
  )
})

test('a quiet account costs one question a turn', async () => {
  const list = makeList()
  const desk = makeDesk(list)
  for (let n = 0; n < 30; n += 1) list.add({ id: `post ${n}`, at: begin - n * HOUR })
  await desk.catchUp(begin)
  let asked = 0
  const getPage = list.getPage()
  const read = await readStream(desk.stream(), begin + 10_000, (next, limit) => {
    asked += 1
    return getPage(next, limit)
  })
  assert.ok(!('trouble' in read) && read.entries.length === 0)
  assert.equal(asked, 1)
})

test('the last days of a new account are read, and not its years', async () => {
  const list = makeList()
  const desk = makeDesk(list)
  for (let day = 0; day < 1000; day += 1) list.add({ id: `day ${day}`, at: begin - day * 24 * HOUR })
  await desk.catchUp(begin)
  assert.deepEqual([...desk.kept].sort(), ['day 0', 'day 1', 'day 2', 'day 3'])
})

test('what a page loses at its end, because it bears the same millisecond, is found by the next sweep', async () => {
  const list = makeList()
  for (let n = 0; n < 90; n += 1) list.add({ id: `post ${n}`, at: begin - n })
  for (let n = 90; n < 110; n += 1) list.add({ id: `post ${n}`, at: begin - 90 })
  for (let n = 110; n < 200; n += 1) list.add({ id: `post ${n}`, at: begin - n })
  const whole = list.getPage()
  const lossy = async (next: string | undefined, limit: number) => {
    const page = await whole(next, limit)
    if ('trouble' in page || next === undefined) return page
    const { at }: Entry = JSON.parse(next)
    return { ...page, entries: page.entries.filter((entry) => entry.at < at) }
  }
  let stream = { ...startStream(begin), sweptAt: begin }
  const kept = new Set<string>()
  for (const now of [begin, begin + 2 * 60_000]) {
    const read = await readStream(stream, now, lossy)
    assert.ok(!('trouble' in read))
    stream = read.stream
    for (const { id } of read.entries) kept.add(id)
    if (now === begin) assert.ok(kept.size < 200, 'the list does lose something')
  }
  assert.equal(kept.size, 200)
})

test('a desk that was away for more than a month says since when', () => {
  const stream = startStream(begin)
  assert.equal(findLostSince(stream, begin + 24 * HOUR), null)
  assert.equal(findLostSince(stream, begin + FARTHEST_MS + 24 * HOUR), stream.readAt)
})
