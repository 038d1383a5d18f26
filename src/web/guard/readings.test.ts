import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftExample } from '#core/guard/draft-example.ts'
import type { Finding, Severity } from '#core/guard/finding.ts'
import type { Draft } from './asking.ts'
import { createReadings } from './readings.ts'

const BOX = 'case-1 public'
const draftOf = (text: string): Draft => ({ facts: draftExample(''), text })
const finding = (severity: Severity, start: number, end: number): Finding => ({
  ...{ rule: 'G4', code: 'copied-reply', params: {}, fixes: [] },
  ...{ severity, start, end },
})

/** A box whose guard answers when the test says so, in any order. */
const box = () => {
  const questions: { draft: Draft; hear: (findings: readonly Finding[]) => void }[] = []
  let wait = (): void => undefined
  const asking = {
    ask: (_: object, draft: Draft, hear: (findings: readonly Finding[]) => void) =>
      void questions.push({ draft, hear }),
    leave: () => undefined,
  }
  const readings = createReadings(asking, (_, act) => {
    wait = act
    return () => (wait = () => undefined)
  })
  const write = (text: string) => {
    const draft = draftOf(text)
    readings.ask(BOX, draft)
    return (...findings: Finding[]) => questions.find((one) => one.draft === draft)?.hear(findings)
  }
  return { readings, write, pass: () => wait() }
}

test('nothing is known of words that nobody has read, and nothing is done on their ground', () => {
  const { readings, write } = box()
  write('Vous êtes remboursée')
  readings.whenRead(BOX, () => assert.fail('sent unread'))
  assert.equal(readings.read(BOX), null)
  assert.equal(readings.isFresh(BOX), false)
})

test('« send » pressed before the guard has answered is done on what it then says of these very words', () => {
  const { readings, write } = box()
  const answer = write('Vous êtes remboursée')
  const done: Finding[][] = []
  readings.whenRead(BOX, (findings) => done.push([...findings]))
  answer(finding('block', 10, 20))
  assert.deepEqual(done, [[finding('block', 10, 20)]])
  readings.whenRead(BOX, (findings) => done.push([...findings]))
  assert.equal(done.length, 2)
})

test('words that change after « send » was pressed are not sent; the same words on new facts are', () => {
  const { readings, write } = box()
  write('Vous êtes remboursée')
  readings.whenRead(BOX, () => assert.fail('sent other words'))
  write('Vous êtes remboursée hier')()
  const again = write('Bonne journée')
  let sent = 0
  readings.whenRead(BOX, () => (sent += 1))
  const onNewFacts = write('Bonne journée')
  again()
  assert.equal(sent, 0)
  onNewFacts()
  assert.equal(sent, 1)
})

test('an answer to older words is what was last known of them, and never stands for the newer ones', () => {
  const { readings, write } = box()
  const older = write('Merci')
  const newer = write('Merci, idiot')
  older()
  assert.deepEqual(readings.read(BOX)?.findings, [])
  assert.equal(readings.read(BOX)?.draft.text, 'Merci')
  assert.equal(readings.isFresh(BOX), false)
  newer(finding('block', 7, 12))
  assert.equal(readings.isFresh(BOX), true)
  assert.deepEqual(readings.read(BOX)?.findings, [finding('block', 7, 12)])
})

test('answers to a box that was emptied or left say nothing of it', () => {
  const { readings, write } = box()
  const answer = write('Merci')
  readings.ask(BOX, null)
  answer(finding('warn', 0, 5))
  assert.equal(readings.read(BOX), null)
  const other = write('Bonjour')
  answer(finding('warn', 0, 5))
  assert.equal(readings.read(BOX), null)
  other()
  assert.deepEqual(readings.read(BOX)?.findings, [])
})

test('the same findings of the same words are not drawn again; of other words they are', () => {
  const { readings, write } = box()
  write('Quel idiot')(finding('block', 5, 10))
  const known = readings.read(BOX)?.findings
  write('Quel idiot vous')(finding('block', 5, 10))
  assert.equal(readings.read(BOX)?.findings, known)
  assert.equal(readings.read(BOX)?.draft.text, 'Quel idiot vous')
  write('Quel crétin vous')(finding('block', 5, 10))
  assert.notEqual(readings.read(BOX)?.findings, known)
})

test('a guard that takes its time is seen to, and only then', () => {
  const { readings, write, pass } = box()
  write('Bonjour')()
  pass()
  assert.equal(readings.isLate(BOX), false)
  const answer = write('Bonjour Camille')
  assert.equal(readings.isLate(BOX), false)
  pass()
  assert.equal(readings.isLate(BOX), true)
  answer()
  assert.equal(readings.isLate(BOX), false)
})

test('the worst is shown first, and an empty box is no fault', () => {
  const { readings, write } = box()
  write('Merci à vous')({ ...finding('block', 0, 0), rule: 'empty' }, finding('warn', 0, 5), finding('block', 8, 12))
  assert.deepEqual(
    readings.read(BOX)?.findings.map(({ severity }) => severity),
    ['block', 'warn'],
  )
})
