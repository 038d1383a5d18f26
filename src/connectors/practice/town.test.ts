import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { reactionsFr } from '#core/crowd/reactions-fr.ts'
import { linesFor, type Situation } from '#core/crowd/situation.ts'
import { openings } from './opening.ts'
import { people } from './people.ts'
import { phrase, typed } from './phrase.ts'
import type { World } from './town.ts'

const world: World = { brand: 'Fleurs du Port', at: '@fleursduport', trade: 'florist', pace: 'calm', scale: 1 }
const graphemes = (text: string): number => [...new Intl.Segmenter('fr').segment(text)].length

describe('the town', () => {
  it('has some forty people, two thirds of them French, each with an id of their own', () => {
    assert.equal(people.length, 40)
    assert.equal(new Set(people.map(({ id }) => id)).size, 40)
    assert.equal(people.filter(({ language }) => language === 'fr').length, 27)
    assert.ok(people.some(({ door }) => door === 'closed') && people.some(({ door }) => door === 'not-mutual'))
    assert.equal(people.filter(({ blocks }) => blocks).length, 1)
    assert.ok(people.some(({ refusesPrivate }) => refusesPrivate) && people.some(({ trusting }) => trusting))
  })

  it('knows more than 120 things to say first, no two alike, and somebody to say each', () => {
    assert.ok(openings.length >= 120)
    assert.equal(new Set(openings.map(({ text }) => text)).size, openings.length)
    for (const { language, tempers, text } of openings) {
      assert.ok(
        people.some((one) => one.language === language && tempers.includes(one.temper)),
        text,
      )
    }
  })

  it('speaks in whole sentences: every slot is filled, and everything fits', () => {
    const situations = Object.keys(reactionsFr) as Situation[]
    for (const person of people) {
      const said = [
        ...openings.filter((one) => one.language === person.language).map((one) => typed(one.text, person, 0.3)),
        ...situations.flatMap((situation) => linesFor(person.language, situation, person.temper).flat()),
      ]
      for (const text of said) {
        for (const trade of ['florist', 'shop'] as const) {
          const spoken = phrase(text, { ...world, trade }, person, 'graine', 7)
          assert.doesNotMatch(spoken, /[{}]/, text)
          assert.ok(spoken.length > 0 && graphemes(spoken) <= 300, spoken)
        }
      }
    }
  })

  it('always speaks of the same order in the same exchange', () => {
    const [person] = people
    assert.ok(person)
    const first = phrase('{order} {product}', world, person, 'graine', 3)
    assert.equal(phrase('{order} {product}', world, person, 'graine', 3), first)
    assert.match(first, /^FP-\d{5} /)
    assert.notEqual(phrase('{order}', world, person, 'graine', 4), first.split(' ')[0])
  })

  it('types as people type', () => {
    const [terse, trusting, other] = ['lucas.ptt', 'roger.delmas', 'ines.bouvier'].map((handle) =>
      people.find((one) => one.handle === handle),
    )
    assert.ok(terse && trusting && other)
    assert.equal(typed('Bonjour {at}.', terse, 0.5), 'bonjour {at}')
    assert.equal(typed('Bonjour {at}.', other, 0.5), 'Bonjour {at}.')
    assert.match(typed('Été comme hiver, {at} est là', trusting, 0.2), /^[eé]t[eé] comme hiver, \{at\} est l[aà]$/)
  })
})
