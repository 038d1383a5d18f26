import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { gatherWishes, type WeekMessage, WISHES } from './gather-wishes.ts'

let n = 0
const says = (text: string, over: Partial<WeekMessage> = {}): WeekMessage => {
  n++
  return { id: `m${n}`, author: `a${n}`, topic: 'delivery', intent: 'suggestion', text, ...over }
}

test('what several people wish is told by itself, by how many; the other voices of the topic stay together', () => {
  const week = [
    says('Pourquoi ne pas livrer le dimanche matin ?'),
    says('Une livraison le dimanche matin serait top'),
    says('Livrez aussi le dimanche matin, nous travaillons la semaine'),
    says('Un suivi du livreur en direct sur une carte'),
    says('Comment suivre ma facture en ligne ?', { topic: 'billing', intent: 'question' }),
  ]
  const wishes = gatherWishes(week)
  assert.deepEqual(
    wishes.map(({ topic, intent, authors, messages }) => [topic, intent, authors, messages.length]),
    [
      ['delivery', 'suggestion', 3, 3],
      ['delivery', 'suggestion', 1, 1],
      ['billing', 'question', 1, 1],
    ],
  )
  assert.ok(wishes[0]?.label.includes('dimanche'), wishes[0]?.label.join())
  assert.deepEqual(wishes[1]?.label, [])
})

test('one person who says it five times is one voice', () => {
  const [wish, ...others] = gatherWishes(
    Array.from({ length: 5 }, () => says('Ouvrez le dimanche', { author: 'Lucas' })),
  )
  assert.deepEqual([wish?.label, wish?.authors, wish?.messages.length, others.length], [[], 1, 5, 0])
})

test('every message is in exactly one wish of its own topic and intent', () => {
  const word = fc.constantFrom('livraison', 'dimanche', 'facture', 'retard', 'rose', 'prix', 'vase', 'le', 'ouvrir')
  const message = fc.record({
    text: fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
    author: fc.constantFrom('a', 'b', 'c'),
    topic: fc.constantFrom('delivery' as const, 'price' as const),
    intent: fc.constantFrom(...WISHES),
  })
  fc.assert(
    fc.property(fc.array(message, { maxLength: 30 }), (some) => {
      const week = some.map((one, i) => ({ ...one, id: `m${i}` }))
      const wishes = gatherWishes(week)
      assert.deepEqual(wishes.flatMap(({ messages }) => messages).toSorted(), week.map(({ id }) => id).toSorted())
      for (const wish of wishes)
        for (const id of wish.messages) {
          const told = week.find((one) => one.id === id)
          assert.deepEqual([told?.topic, told?.intent], [wish.topic, wish.intent])
        }
    }),
    { numRuns: 60 },
  )
})
