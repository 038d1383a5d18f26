import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { PLACES } from './letters.ts'
import { eachWeight, packColumn } from './packed.ts'

test('weights that count come back at their places, nearly as they were', () => {
  const weights = fc.uniqueArray(fc.tuple(fc.nat(PLACES - 1), fc.double({ min: -3, max: 3, noNaN: true })), {
    selector: ([place]) => place,
    maxLength: 60,
  })
  fc.assert(
    fc.property(weights, (entries) => {
      const packed = packColumn('some', 0.5, new Map(entries))
      const back = new Map<number, number>()
      eachWeight(packed, (place, weight) => back.set(place, weight))
      const most = Math.max(1e-9, ...entries.map(([, weight]) => Math.abs(weight)))
      for (const [place, weight] of entries)
        assert.ok(Math.abs((back.get(place) ?? 0) - weight) <= most * 0.04 + 1e-3, `${place}`)
      for (const place of back.keys()) assert.ok(entries.some(([known]) => known === place))
    }),
  )
})
