import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { requires } from './requires.ts'

const skipping = () => {
  const skipped: (string | undefined)[] = []
  return { skipped, skip: (message?: string) => void skipped.push(message) }
}

describe('what a test requires', () => {
  const ci = process.env.CI
  beforeEach(() => {
    delete process.env.CI
  })
  afterEach(() => {
    if (ci === undefined) delete process.env.CI
    else process.env.CI = ci
  })

  it('lets it go on when it is there', () => {
    const t = skipping()
    assert.equal(requires('PostgreSQL 15', true, t), true)
    assert.deepEqual(t.skipped, [])
  })

  it('skips it with the reason when it is missing', () => {
    const t = skipping()
    assert.equal(requires('PostgreSQL 15', 'no such folder', t), false)
    assert.equal(requires('Chromium', false, t), false)
    assert.deepEqual(t.skipped, ['PostgreSQL 15 is missing: no such folder', 'Chromium is missing'])
  })

  it('fails in continuous integration, where nothing may be missing', () => {
    process.env.CI = 'true'
    assert.throws(() => requires('Dovecot', false, skipping()), /Dovecot is required here and missing/)
    assert.equal(requires('Dovecot', true, skipping()), true)
  })
})
