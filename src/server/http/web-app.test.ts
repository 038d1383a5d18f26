import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { openTestSite } from '#test/site.ts'

const html = { accept: 'text/html,application/xhtml+xml' }

test('every page address is the one page; files named by their content are kept, the rest is asked again', async () => {
  await using db = await testDatabase()
  const webFolder = await mkdtemp(join(tmpdir(), 'vigie-web-'))
  try {
    await mkdir(join(webFolder, 'assets'))
    await writeFile(join(webFolder, 'index.html'), '<!doctype html><title>Vigie</title>')
    await writeFile(join(webFolder, 'first-paint.js'), 'document')
    await writeFile(join(webFolder, 'assets', 'desk-abc123.js'), 'let desk')
    await writeFile(join(webFolder, 'assets', 'desk-abc123.js.map'), '{"sources":[]}')
    await using site = await openTestSite(db.database, { site: { webFolder } })
    const get = async (url: string, headers: Record<string, string> = {}) => {
      const { statusCode, body, headers: answered } = await site.ask({ url, headers })
      return { status: statusCode, body, cache: answered['cache-control'], type: answered['content-type'] }
    }
    for (const page of ['/', '/inbox', '/set-up', '/cases/42']) {
      const { status, body, cache } = await get(page, html)
      assert.deepEqual([status, body, cache], [200, '<!doctype html><title>Vigie</title>', 'no-cache'], page)
    }
    const asset = await get('/assets/desk-abc123.js')
    assert.deepEqual([asset.status, asset.body, asset.cache], [200, 'let desk', 'public, max-age=31536000, immutable'])
    assert.match(String(asset.type), /javascript/)
    assert.equal((await get('/first-paint.js')).cache, 'no-cache')
    for (const missing of [
      '/assets/desk-abc123.js.map',
      '/assets/gone.js',
      '/assets/',
      '/assets',
      '/../package.json',
      '/%2e%2e/package.json',
    ])
      assert.equal((await get(missing)).status, 404, missing)
    assert.equal((await get('/api/nothing', html)).body, '{"refused":"not-found"}')
    assert.equal((await get('/hooks', html)).status, 404)
  } finally {
    await rm(webFolder, { recursive: true })
  }
})

test('without built pages the desk still answers, and says how to have them', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const answer = await site.ask({ url: '/', headers: html })
  assert.equal(answer.statusCode, 503)
  assert.match(answer.body, /bin\/start/)
  assert.equal((await site.ask({ url: '/api/set-up' })).statusCode, 200)
})
