import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OutreachView } from '#contract/outreach.ts'
import { answerOf, toTellNow } from './answer.ts'
import { fr } from './words-fr.ts'

const over = (toTell: number): Pick<OutreachView, 'affected' | 'outreach'> => {
  const count = { people: 39, planned: 0, leaving: 0, sent: 27, answered: 2, refused: 0, heldBack: 0, noWay: 12 }
  return {
    affected: { people: 39, toTell, ofOrders: 1, wrote: 38, ofFact: 0, toldBefore: 27, optedOut: 0 },
    outreach: { state: 'over', count: { ...count, optedOut: 0, withdrawn: 0 } } as OutreachView['outreach'],
  }
}

test('a list that is over says who was told and who is out of reach, and asks for no other list for those', () => {
  const said = answerOf(fr, over(12) as OutreachView)
  assert.equal(
    said,
    '27 clients prévenus sur 39, 2 réponses. 12 ne peuvent pas être prévenus d’ici : la liste dit pourquoi.',
  )
  assert.equal(toTellNow(over(12) as OutreachView), 0)
  assert.equal(answerOf(fr, over(0) as OutreachView), '27 clients prévenus sur 39, 2 réponses.')
  assert.match(answerOf(fr, over(15) as OutreachView), /15 à prévenir/)
})
