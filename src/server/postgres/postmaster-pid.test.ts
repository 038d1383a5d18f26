import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parsePostmasterPid } from './postmaster-pid.ts'

test('a server says its number, its socket and how far it is', () => {
  const text = '4211\n/srv/vigie/cluster\n1770000000\n5432\n/srv/vigie/run\n\n  1234567         3\nstarting\n'
  assert.deepEqual(parsePostmasterPid(text), { pid: 4211, socketFolder: '/srv/vigie/run', status: 'starting' })
})

test('a server alone in single-user mode writes its number as a negative one', () => {
  assert.equal(parsePostmasterPid('-77\n/srv/vigie/cluster\n')?.pid, 77)
})

test('a file that was cut or filled with anything is a server without a number, or with one above zero', () => {
  assert.equal(parsePostmasterPid(''), undefined)
  fc.assert(
    fc.property(fc.string(), (text) => {
      const found = parsePostmasterPid(text)
      assert.ok(found === undefined || found.pid > 0)
    }),
  )
})
