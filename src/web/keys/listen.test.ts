import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listen } from './listen.ts'

const press = (target: EventTarget, keys: string): void => {
  for (const key of keys.split(' ')) {
    const event = new Event('keydown', { cancelable: true })
    target.dispatchEvent(Object.assign(event, { key, code: `Key${key.toUpperCase()}`, getModifierState: () => false }))
  }
}

const heard = (keys: string): string[] => {
  const target = new EventTarget()
  const done: string[] = []
  const bound = ['g v', 'g e', 'g r', 'e', 'r']
  const end = listen(target, Object.fromEntries(bound.map((binding) => [binding, () => void done.push(binding)])))
  press(target, keys)
  end()
  press(target, keys)
  return done
}

test('one may go on to the next screen as soon as the first is there', () => {
  assert.deepEqual(heard('g v g e'), ['g v', 'g e'])
  assert.deepEqual(heard('g v g e g r g v'), ['g v', 'g e', 'g r', 'g v'])
})

test('a letter after a sequence is a letter of its own, and a letter between ends a sequence', () => {
  assert.deepEqual(heard('g v r'), ['g v', 'r'])
  assert.deepEqual(heard('g x v e'), ['e'])
})
