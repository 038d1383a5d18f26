import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDrafts, type Mode } from './drafts.ts'

const CASE = 'c1'
const settle = () => new Promise((resolve) => setImmediate(resolve))

/** A server that keeps drafts, can be out of reach, and a clock in the test's hands. */
const desk = () => {
  const kept = new Map<Mode, { text: string; version: number }>()
  const state = { now: 1_000, reachable: true }
  const keep = async (_caseId: string, mode: Mode, text: string) => {
    if (!state.reachable) throw new Error('the line is cut')
    const version = (kept.get(mode)?.version ?? 0) + 1
    kept.set(mode, { text, version })
    return { version }
  }
  const asked = () => [...kept].map(([audience, draft]) => ({ audience, ...draft }))
  return { drafts: createDrafts(keep, () => state.now), kept, state, asked }
}

test('words are on the server after a pause, and come back when the case is opened again', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const { drafts, kept, asked } = desk()
  drafts.write(CASE, 'public', 'Bonjour')
  t.mock.timers.tick(599)
  assert.equal(kept.size, 0)
  t.mock.timers.tick(1)
  await settle()
  assert.equal(kept.get('public')?.text, 'Bonjour')
  const elsewhere = desk()
  elsewhere.drafts.adopt(CASE, asked(), 2_000)
  assert.equal(elsewhere.drafts.read(CASE, 'public'), 'Bonjour')
})

test('an answer asked for before the last key never overwrites it', () => {
  const { drafts, state } = desk()
  state.now = 5_000
  drafts.write(CASE, 'public', 'nouveau')
  drafts.adopt(CASE, [{ audience: 'public', text: 'ancien', version: 3 }], 4_000)
  assert.equal(drafts.read(CASE, 'public'), 'nouveau')
  assert.equal(drafts.rival(CASE, 'public'), null)
})

test('words changed in another window meet those typed here: neither is lost, one chooses', () => {
  const { drafts, state } = desk()
  drafts.write(CASE, 'public', 'ici')
  state.now = 9_000
  drafts.adopt(CASE, [{ audience: 'public', text: 'ailleurs', version: 4 }], 9_000)
  assert.equal(drafts.read(CASE, 'public'), 'ici')
  assert.equal(drafts.rival(CASE, 'public'), 'ailleurs')
  drafts.settleRival(CASE, 'public', true)
  assert.equal(drafts.read(CASE, 'public'), 'ailleurs')
  assert.equal(drafts.rival(CASE, 'public'), null)
})

test('without the line the words stay here, and leave with the next sign of life', async () => {
  const { drafts, kept, state } = desk()
  state.reachable = false
  drafts.write(CASE, 'private', 'gardé')
  drafts.saveAll()
  await settle()
  assert.equal(kept.size, 0)
  assert.equal(drafts.read(CASE, 'private'), 'gardé')
  state.reachable = true
  drafts.saveAll()
  await settle()
  assert.equal(kept.get('private')?.text, 'gardé')
  drafts.empty(CASE, 'private')
})

test('words taken back stand above those typed meanwhile', () => {
  const { drafts } = desk()
  drafts.restore(CASE, 'public', 'reprise')
  assert.equal(drafts.read(CASE, 'public'), 'reprise')
  drafts.restore(CASE, 'public', 'reprise')
  assert.equal(drafts.read(CASE, 'public'), 'reprise')
  drafts.write(CASE, 'public', 'suite')
  drafts.restore(CASE, 'public', 'reprise')
  assert.equal(drafts.read(CASE, 'public'), 'reprise\n\nsuite')
  drafts.empty(CASE, 'public')
})

test('public, private and internal words never mix', () => {
  const { drafts } = desk()
  drafts.write(CASE, 'private', 'votre adresse')
  drafts.write(CASE, 'internal', 'entre nous')
  assert.equal(drafts.read(CASE, 'public'), '')
  drafts.empty(CASE, 'private')
  drafts.empty(CASE, 'internal')
})

test('words sent while they were being saved do not come back as a draft', async () => {
  const { drafts, kept } = desk()
  drafts.write(CASE, 'public', 'Bonjour')
  drafts.saveAll()
  drafts.empty(CASE, 'public')
  await settle()
  await settle()
  assert.equal(kept.get('public')?.text, '')
  assert.equal(drafts.read(CASE, 'public'), '')
})
