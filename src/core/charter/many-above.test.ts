import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clausesOf } from './clauses.ts'
import { compileCharter } from './compile.ts'
import { starterCharter } from './starter.ts'

test('above how many people two read a message to many is agreed, compiled and said; fifty where nothing is (C2, H1)', () => {
  const names = { network: (id: string) => id, account: (id: string) => id }
  const known = { name: 'Fleurs du Port', week: [], networks: [], ownHosts: [], otherBrands: [] }
  const plain = starterCharter('fr', known)
  const agreed = { ...plain, waiting: { ...plain.waiting, manyAbove: 200 } }
  assert.deepEqual(
    [plain, agreed].map((one) => compileCharter(one).approval.manyAbove),
    [50, 200],
  )
  const said = [plain, agreed].map((one) => clausesOf(one, names).find(({ id }) => id === 'waiting:many')?.sentence.en)
  assert.match(said[0] ?? '', /more than 50 people/)
  assert.match(said[1] ?? '', /more than 200 people/)
})
