import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Role } from '#server/db/schema.ts'
import { permissions } from './permissions.ts'

const roles: Role[] = ['admin', 'manager', 'validator', 'agent', 'trainee']

test('the page on security shows the very table that the desk obeys', async () => {
  const page = await readFile(join(import.meta.dirname, '../../../docs/security.md'), 'utf8')
  const rows = [...page.matchAll(/^\| `([\w.]+)` \| (.+) \|$/gm)].map(([, name, cells]) => [name, cells?.split(' | ')])
  const table = Object.entries(permissions).map(([name, allowed]: [string, readonly Role[]]) => [
    name,
    roles.map((role) => (allowed.includes(role) ? 'yes' : 'no')),
  ])
  assert.deepEqual(rows, table)
})
