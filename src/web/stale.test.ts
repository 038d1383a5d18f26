import assert from 'node:assert/strict'
import { test } from 'node:test'
import { QueryClient } from '@tanstack/react-query'
import { makeStale } from './stale.ts'

test('what was asked before the news and is answered after it is not taken for fresh', async () => {
  const client = new QueryClient()
  const answer = Promise.withResolvers<string>()
  const asked = client.fetchQuery({ queryKey: ['brand', 'members'], queryFn: () => answer.promise })
  await makeStale(client, ['brand', 'members'])
  answer.resolve('without the newcomer')
  assert.equal(await asked, 'without the newcomer')
  await Promise.resolve()
  assert.equal(client.getQueryState(['brand', 'members'])?.isInvalidated, true)
  client.clear()
})

test('what was there before the news is stale at once, and another brand’s is not', async () => {
  const client = new QueryClient()
  client.setQueryData(['brand', 'members'], 'old')
  client.setQueryData(['other', 'members'], 'old')
  await makeStale(client, ['brand'])
  assert.equal(client.getQueryState(['brand', 'members'])?.isInvalidated, true)
  assert.equal(client.getQueryState(['other', 'members'])?.isInvalidated, false)
  client.clear()
})
