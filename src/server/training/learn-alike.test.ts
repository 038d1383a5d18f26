import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { companyOf } from '#core/guard/faults/alike.ts'
import { decodeWeights } from '#core/guard/learned/net-letters.ts'
import { learnAlike } from './learn-alike.ts'
import { turned } from './principal-directions.ts'

const cosine = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let [ab, aa, bb] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0]
    ab += x * y
    aa += x * x
    bb += y * y
  }
  return ab / Math.sqrt(aa * bb || 1)
}

const COLD = [
  'la soupe froide revient en cuisine',
  'la viande froide revient en cuisine',
  'le poisson froid revient en cuisine',
]
const LATE = [
  'votre paquet retarde au depot demain',
  'votre courrier retarde au depot demain',
  'votre livraison retarde au depot demain',
]
const texts = [...COLD, ...LATE, ...COLD, ...LATE, ...COLD, ...LATE].map((text) => ({
  lang: 'fr',
  words: text.split(' '),
}))

describe('the company that words keep', () => {
  const { width, most, en, fr, table } = learnAlike(texts)
  const rows = decodeWeights(table, most, width)
  const of = (beginning: string) => {
    const row = 1 + fr.split(' ').indexOf(beginning)
    assert.ok(row > 0, beginning)
    return rows.subarray(row * width, (row + 1) * width)
  }

  test('words that stand beside the same words are alike, others are not', () => {
    assert.equal(en, '')
    assert.ok(cosine(of('soupe'), of('viande')) > 0.9)
    assert.ok(cosine(of('paquet'), of('livrai')) > 0.9)
    assert.ok(Math.abs(cosine(of('soupe'), of('paquet'))) < 0.3)
  })

  test('the same texts teach the same', () => {
    assert.deepEqual(learnAlike(texts), { width, most, en, fr, table })
  })

  test('two turns at a time find the directions of a small matrix', () => {
    const { reach } = turned(Float64Array.from([2, 1, 1, 2]), 2)
    assert.deepEqual(reach.map((r) => Math.round(r * 1e6) / 1e6).sort(), [1, 3])
  })

  const alike = (lang: 'fr' | 'en', a: string, b: string) => cosine(companyOf([a], lang), companyOf([b], lang))
  test('what the project’s texts taught: a parcel is more like a package than like a pizza', () => {
    assert.ok(alike('fr', 'colis', 'paquet') > alike('fr', 'colis', 'pizza'))
    assert.ok(alike('en', 'voucher', 'discount') > alike('en', 'voucher', 'roof'))
    assert.ok(alike('fr', 'lundi', 'mardi') > alike('fr', 'lundi', 'patron'))
  })

  test('words that nobody met keep no company', () => {
    assert.ok(companyOf(['zzzzzz'], 'fr').every((x) => x === 0))
  })
})
