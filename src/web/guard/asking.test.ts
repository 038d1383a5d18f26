import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftExample } from '#core/guard/draft-example.ts'
import type { Finding } from '#core/guard/finding.ts'
import { type Answer, createAsking, type OpenReader, type Question } from './asking.ts'

const draftOf = (text: string) => ({ facts: draftExample(''), text })
const found = (rule: 'G3' | 'G4'): readonly Finding[] => [
  { rule, code: 'copied-reply', params: {}, severity: 'warn', start: 0, end: 1, fixes: [] },
]

/** A reader that answers when the test says so, and can die. */
const slowReader = () => {
  const questions: Question[] = []
  let hear: (answer: Answer) => void = () => undefined
  let die = (): void => undefined
  let closed = 0
  let opened = 0
  const open: OpenReader = (onAnswer, onBroken) => {
    opened += 1
    hear = onAnswer
    die = onBroken
    return { ask: (question) => questions.push(question), close: () => (closed += 1) }
  }
  return {
    open,
    die: () => die(),
    asked: () => questions.map(({ draft }) => draft.text),
    answer: (nth: number, findings: readonly Finding[] = []) =>
      hear({ number: questions[nth]?.number ?? -1, findings }),
    closed: () => closed,
    opened: () => opened,
  }
}

/** A clock that strikes when the test says so. */
const handClock = () => {
  const due: { ms: number; act: () => void }[] = []
  return {
    after: (ms: number, act: () => void) => {
      const one = { ms, act }
      due.push(one)
      return () => {
        if (due.includes(one)) due.splice(due.indexOf(one), 1)
      }
    },
    strike: () => {
      for (const { act } of due.splice(0)) act()
    },
    due: () => due.map(({ ms }) => ms),
  }
}

const never = () => assert.fail('nobody asked this any more')

test('while words are being read, only the latest of each box waits', () => {
  const reader = slowReader()
  const asking = createAsking([reader.open], handClock().after)
  const [box, other] = [{}, {}]
  const heard: string[] = []
  asking.ask(box, draftOf('R'), () => heard.push('R'))
  asking.ask(box, draftOf('Re'), never)
  asking.ask(other, draftOf('Note'), () => heard.push('Note'))
  asking.ask(box, draftOf('Rem'), () => heard.push('Rem'))
  assert.deepEqual(reader.asked(), ['R'])
  for (const nth of [0, 1, 2]) reader.answer(nth)
  assert.deepEqual(reader.asked(), ['R', 'Rem', 'Note'])
  assert.deepEqual(heard, ['R', 'Rem', 'Note'])
})

test('an answer that comes again, too late, or to a question that was never asked, is nobody’s', () => {
  const reader = slowReader()
  const asking = createAsking([reader.open], handClock().after)
  const heard: (readonly Finding[])[] = []
  asking.ask({}, draftOf('Bonjour'), (findings) => heard.push(findings))
  reader.answer(7, found('G3'))
  assert.equal(heard.length, 0)
  reader.answer(0)
  asking.ask({}, draftOf('Bonsoir'), (findings) => heard.push(findings))
  reader.answer(0, found('G4'))
  assert.deepEqual(heard, [[]])
  reader.answer(1)
  assert.deepEqual(heard, [[], []])
})

test('a reader that dies is left for the next one, which is asked the same words; what the dead one still says is not heard', () => {
  const [apart, here] = [slowReader(), slowReader()]
  const asking = createAsking([apart.open, here.open], handClock().after)
  const told: string[] = []
  asking.subscribe(() => told.push(asking.standing()))
  const heard: (readonly Finding[])[] = []
  asking.ask({}, draftOf('Vous êtes remboursée'), (findings) => heard.push(findings))
  assert.equal(asking.standing(), 'apart')
  apart.die()
  apart.die()
  assert.deepEqual(told, ['here'])
  assert.equal(apart.closed(), 1)
  assert.deepEqual(here.asked(), ['Vous êtes remboursée'])
  apart.answer(0)
  assert.equal(heard.length, 0)
  here.answer(0, found('G4'))
  assert.deepEqual(heard, [found('G4')])
})

test('a reader that cannot be opened, or takes no question, is passed over', () => {
  const here = slowReader()
  const refuses: OpenReader = () => {
    throw new TypeError('no worker in this browser')
  }
  const deaf: OpenReader = () => ({ ask: () => assert.fail('not to be cloned'), close: () => undefined })
  const asking = createAsking([refuses, deaf, here.open], handClock().after)
  asking.prepare()
  asking.ask({}, draftOf('Bonjour'), () => undefined)
  assert.deepEqual(here.asked(), ['Bonjour'])
  assert.equal(asking.standing(), 'here')
})

test('a reader that keeps silent is given up, with more patience while it is being fetched; the last one has all its time', () => {
  const [apart, here, clock] = [slowReader(), slowReader(), handClock()]
  const asking = createAsking([apart.open, here.open], clock.after)
  asking.ask({}, draftOf('Bonjour'), () => undefined)
  const [first = 0] = clock.due()
  apart.answer(0)
  assert.deepEqual(clock.due(), [])
  asking.ask({}, draftOf('Bonsoir'), () => undefined)
  assert.ok((clock.due()[0] ?? first) < first)
  clock.strike()
  assert.deepEqual(here.asked(), ['Bonsoir'])
  assert.deepEqual(clock.due(), [])
})

test('when nobody can read any more that is said, and no words are ever called read', () => {
  const [apart, here] = [slowReader(), slowReader()]
  const asking = createAsking([apart.open, here.open], handClock().after)
  asking.ask({}, draftOf('Bonjour'), never)
  apart.die()
  here.die()
  assert.equal(asking.standing(), 'nobody')
  asking.ask({}, draftOf('Bonsoir'), never)
  assert.equal(asking.standing(), 'nobody')
})

test('the reader is fetched once, before the first question', () => {
  const reader = slowReader()
  const asking = createAsking([reader.open], handClock().after)
  asking.prepare()
  asking.prepare()
  asking.ask({}, draftOf('Bonjour'), () => undefined)
  assert.equal(reader.opened(), 1)
})
