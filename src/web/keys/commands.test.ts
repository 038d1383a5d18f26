import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CommandId, commandGroups, defaultKeys } from './commands.ts'

test('no two commands that work on every screen share a key', () => {
  const everywhere: CommandId[] = [...commandGroups.go, ...commandGroups.desk, ...commandGroups.move]
  const keys = everywhere.map((id) => defaultKeys[id])
  assert.deepEqual(
    everywhere.filter((id, place) => keys.indexOf(defaultKeys[id]) !== place),
    [],
  )
})

test('every command stands on the keyboard map, once', () => {
  assert.deepEqual(Object.values(commandGroups).flat().toSorted(), Object.keys(defaultKeys).toSorted())
})
