import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pino } from 'pino'
import { testDatabase } from '#test/database.ts'
import { testDesk } from '#test/desk.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { brandsAtWork, inEachBrand } from './each-brand.ts'

const brands = [{ id: 'port-essai' }, { id: 'fleurs-du-port' }, { id: 'cafe-lunaire' }]

test('what fails in one brand is logged with its name, and keeps no other waiting', async () => {
  const said: { workspace?: string; step?: string }[] = []
  const log = pino({ level: 'error' }, { write: (line) => said.push(JSON.parse(line)) })
  const moved = await inEachBrand({ log }, brands, 'deadlines', async ({ id }) => {
    if (id === 'fleurs-du-port') throw new Error('its calendar cannot be read')
    return 2
  })
  assert.equal(moved, 4)
  assert.deepEqual(
    said.map(({ workspace, step }) => [workspace, step]),
    [['fleurs-du-port', 'deadlines']],
  )
})

test('a desk that stops begins with no further brand', async () => {
  const stopping = new AbortController()
  const taken: string[] = []
  const take = async ({ id }: { id: string }) => {
    taken.push(id)
    stopping.abort()
    return 1
  }
  assert.equal(await inEachBrand({ log: pino({ level: 'silent' }) }, brands, 'watch', take, stopping.signal), 1)
  assert.deepEqual(taken, ['port-essai'])
})

test('every brand is at work', async () => {
  await using db = await testDatabase()
  const { workspaceId } = await makeWorkspace(db.database)
  assert.deepEqual(await brandsAtWork(testDesk(db.database)), [{ id: workspaceId, drillOf: null }])
})
