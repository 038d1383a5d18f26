import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'
import { findFaults, type Source } from './architecture.ts'

const root = join(import.meta.dirname, '..')

const readSources = async (top: string): Promise<Source[]> => {
  const names = await readdir(join(top, 'src'), { recursive: true })
  const files = names.filter((n) => /\.tsx?$/.test(n) && !n.includes('node_modules'))
  return Promise.all(
    files.map(async (n) => ({
      path: relative(top, join(top, 'src', n)),
      text: await readFile(join(top, 'src', n), 'utf8'),
    })),
  )
}

test('every room imports only what the table allows, and generic code names no network', async () => {
  const sources = await readSources(root)
  assert.ok(sources.length > 100, `only ${sources.length} files were looked at`)
  for (const room of ['core', 'contract', 'connectors', 'server', 'web'])
    assert.ok(
      sources.some((s) => s.path.startsWith(`src/${room}/`)),
      `no file of ${room} was looked at`,
    )
  assert.deepEqual(findFaults(sources), [])
})

const planted: [string, string, string][] = [
  ['src/core/clock.ts', "import { readFile } from 'node:fs'", 'core imports node:fs'],
  ['src/core/clock.ts', 'export const at = () => Date.now()', 'core reads the clock'],
  ['src/core/clock.ts', 'export const die = () => Math.random()', 'core is random'],
  ['src/core/clock.ts', "import { z } from 'zod'", 'core imports zod'],
  ['src/core/clock.ts', "import { desk } from '#server/desk.ts'", 'core imports server'],
  ['src/contract/x.ts', "import { desk } from '#server/desk.ts'", 'contract imports server'],
  ['src/connectors/a/x.ts', "import { other } from '../b/index.ts'", 'a connector imports another'],
  ['src/connectors/a/x.ts', "import { x } from '#server/db/database.ts'", 'a connector imports server'],
  ['src/connectors/a/x.ts', 'export const go = () => fetch(url)', 'a connector fetches past the guarded door'],
  ['src/server/actions/x.ts', "import { x } from '#server/http/app.ts'", 'an action imports http'],
  ['src/server/queries/x.ts', "import { x } from '../actions/send-reply.ts'", 'a query imports an action'],
  ['src/server/http/x.ts', "import { x } from '#connectors/practice/index.ts'", 'http imports a connector'],
  ['src/server/http/x.ts', "import { sql } from 'kysely'", 'http speaks SQL'],
  ['src/server/http/x.ts', 'const where = process.env.HOME', 'the environment is read outside config'],
  ['src/web/x.tsx', "import { x } from '#server/desk.ts'", 'web imports server'],
  ['src/web/x.tsx', "import { x } from 'node:fs'", 'web imports node'],
  ['src/web/x.tsx', "if (network === 'bluesky') go()", 'web names a network'],
  ['src/server/actions/x.ts', "if (account.connector === 'email') go()", 'an action names a network'],
]

for (const [path, text, what] of planted) {
  test(`the table is really looked at: ${what}`, async () => {
    const top = await mkdtemp(join(tmpdir(), 'vigie-architecture-'))
    try {
      for (const [at, body] of [
        [path, text],
        ['src/connectors/b/index.ts', 'export const other = 1'],
      ] as const) {
        await mkdir(dirname(join(top, at)), { recursive: true })
        await writeFile(join(top, at), body)
      }
      const faults = findFaults(await readSources(top))
      assert.equal(faults.length, 1, faults.join('\n'))
      assert.match(faults[0] ?? '', new RegExp(path))
    } finally {
      await rm(top, { recursive: true })
    }
  })
}

test('files are small: half under 60 lines, nine in ten under 150, none over 400', async () => {
  const sizes = (await readSources(root))
    .map((s) => ({ path: s.path, lines: s.text.split('\n').length }))
    .sort((a, b) => a.lines - b.lines)
  const at = (share: number) => sizes[Math.floor(sizes.length * share)]?.lines ?? 0
  assert.ok(at(0.5) <= 60, `the median file has ${at(0.5)} lines`)
  assert.ok(at(0.9) <= 150, `one file in ten has more than ${at(0.9)} lines`)
  assert.deepEqual(
    sizes.filter((s) => s.lines > 400),
    [],
  )
})
