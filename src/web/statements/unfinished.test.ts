import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createKeeper, type Unfinished } from './unfinished.ts'

const draft = (common: string, statementId = 'a'): Unfinished => ({
  ...{ statementId, follows: false, incidentId: null },
  words: { common, own: {}, on: [], preparedId: null, nextAt: '', when: { later: false, day: '', hour: '' } },
})

const keeping = () => {
  const saved: string[] = []
  const line = { cut: false }
  const keeper = createKeeper(async ({ statementId, words }) => {
    if (line.cut) throw new Error('the line is cut')
    saved.push(`${statementId} ${words.common}`)
  })
  return { saved, line, keeper }
}

test('the last words typed are saved once, and what belongs to another page leaves first', async () => {
  const { saved, keeper } = keeping()
  for (const common of ['V', 'Vo', 'Vous']) keeper.keep(draft(common))
  keeper.keep(draft('Autre page', 'b'))
  await keeper.flush()
  assert.deepEqual(saved, ['a Vous', 'b Autre page'])
  await keeper.flush()
  assert.equal(saved.length, 2, 'what is saved is not saved again')
})

test('a line that is cut loses nothing; words that are published are not put back', async () => {
  const { saved, line, keeper } = keeping()
  line.cut = true
  keeper.keep(draft('Vous êtes'))
  await keeper.flush()
  line.cut = false
  await keeper.flush()
  assert.deepEqual(saved, ['a Vous êtes'])
  keeper.keep(draft('Vous êtes plusieurs'))
  await keeper.drop()
  await keeper.flush()
  assert.deepEqual(saved, ['a Vous êtes'])
})
