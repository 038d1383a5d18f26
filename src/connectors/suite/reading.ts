import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Activity } from '#core/mention.ts'
import { checkActivities } from './activity.ts'
import { type Bench, words } from './bench.ts'
import { listen, type Receipt } from './listen.ts'
import type { Rig } from './rig.ts'
import { HOSTILE, HUGE, placesOf, spoilt } from './spoilt.ts'

const RUNS = Number(process.env.FUZZ_RUNS ?? 300)
const assertClean = (): void => {
  assert.equal(Object.keys(Object.prototype).length, 0, 'Object.prototype has been written to')
  assert.equal(({} as Record<string, unknown>).polluted, undefined, 'Object.prototype has been written to')
}

/** Everything a network hands over is hostile until it has been read: nothing but sound activities, or an error, comes out. */
export const reading = ({ connector, test }: Bench): void => {
  const tryReading = (receipt: Omit<Receipt, 'key'>, rig: Rig): Activity[] | undefined => {
    let activities: Activity[] | undefined
    try {
      activities = connector.read(receipt, rig.account)
    } catch (error) {
      assert.ok(error instanceof Error, 'what is thrown is an Error')
    }
    if (activities) checkActivities(activities)
    assertClean()
    return activities
  }

  const samples = async (rig: Rig): Promise<Receipt[]> => {
    const desk = listen(connector, rig)
    await rig.says({ by: rig.people.customer, text: words('À lire de travers'), audience: rig.ordinary })
    await rig.settle()
    await desk.hear()
    await desk.close()
    const all = [...desk.receipts.values()]
    assert.ok(all.length > 0)
    return all.slice(-40)
  }

  test('reads the same receipt the same way, and leaves it as it was', async (rig) => {
    for (const receipt of await samples(rig)) {
      const plain = ({ raw, body }: Receipt) => structuredClone({ body, raw: raw && Uint8Array.from(raw) })
      const before = plain(receipt)
      assert.deepEqual(connector.read(receipt, rig.account), connector.read(receipt, rig.account))
      assert.deepEqual(plain(receipt), before)
    }
  })

  test('throws on what it cannot understand', async (rig) => {
    const bodies: unknown[] = [undefined, null, 12, 'bonjour', [], {}, { type: 'unheard-of' }]
    for (const body of bodies) assert.throws(() => connector.read({ body }, rig.account), Error)
    assert.throws(() => connector.read({}, rig.account), Error)
    for (const raw of ['', '{', 'null', '[]', '\uFFFD\u0000']) {
      assert.throws(() => connector.read({ raw: Buffer.from(raw) }, rig.account), Error, raw)
    }
  })

  test('reads sound activities out of anything, or throws', async (rig) => {
    fc.assert(
      fc.property(fc.anything(), (body) => void tryReading({ body }, rig)),
      { numRuns: RUNS },
    )
    fc.assert(
      fc.property(fc.json(), (text) => void tryReading({ raw: Buffer.from(text), body: JSON.parse(text) }, rig)),
      { numRuns: RUNS },
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4096 }), (raw) => void tryReading({ raw }, rig)),
      { numRuns: RUNS },
    )
  })

  test('reads sound activities out of real receipts that have been spoilt, or throws', async (rig) => {
    const real = await samples(rig)
    const parsed = real.map(({ raw, body }) =>
      raw ? { raw: true, body: JSON.parse(Buffer.from(raw).toString()) as unknown } : { raw: false, body },
    )
    const fault = fc.oneof(fc.constantFrom(...HOSTILE), fc.anything())
    const spoiling = fc.tuple(fc.constantFrom(...parsed), fc.nat(10_000), fault)
    fc.assert(
      fc.property(spoiling, ([sample, at, what]) => {
        const body = spoilt(sample.body, at, what)
        const raw = sample.raw
          ? Buffer.from(String(JSON.stringify(body, (_, value) => (typeof value === 'bigint' ? 0 : value))))
          : null
        tryReading(raw ? { raw } : { body }, rig)
      }),
      { numRuns: RUNS },
    )
    for (const sample of parsed) {
      const count = placesOf(sample.body).length
      for (let at = 0; at < count; at++) {
        const body = spoilt(sample.body, at, HUGE)
        tryReading(sample.raw ? { raw: Buffer.from(JSON.stringify(body)) } : { body }, rig)
      }
    }
  })
}
