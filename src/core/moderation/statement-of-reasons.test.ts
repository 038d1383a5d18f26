import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MODERATION_CAUSES } from '#core/charter/moderation-cause.ts'
import { statementOfReasons } from './statement-of-reasons.ts'

const told = {
  ...{
    brand: 'Fleurs du Port',
    network: 'Pigeon',
    permalink: 'https://pigeon.example/p/1',
    reason: 'L’adresse d’une cliente.',
  },
  writtenAt: { fr: '2 mars 2026', en: '2 March 2026' },
}

test('the author is told which message, why, on what facts, that people decided, and where to contest it (D1)', () => {
  const grounds = new Set<string>()
  for (const cause of MODERATION_CAUSES) {
    const { fr, en } = statementOfReasons({ ...told, cause })
    for (const text of [fr, en]) {
      for (const part of [told.brand, told.network, told.permalink, told.reason]) assert.ok(text.includes(part))
      assert.equal(text.split('\n').length, 4)
      grounds.add(text.split('\n')[1] ?? '')
    }
    assert.match(fr, /2 mars 2026.*\n.*\n.*deux personnes.*\n.*contester/)
    assert.match(en, /2 March 2026.*\n.*\n.*Two people.*\n.*contest/)
  }
  assert.equal(grounds.size, 2 * MODERATION_CAUSES.length)
})
