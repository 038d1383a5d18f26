import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { it } from 'node:test'
import { connectorSuite, type Rig } from '../connector-suite.ts'
import { makeSafeFetch } from '../safe-fetch.ts'
import { toolsWith } from '../suite/tools.ts'
import { bulletin } from './bulletin.ts'

const PAGE = 50

const person = (name: string) => ({ externalId: name, handle: name, displayName: name })

const build = async (): Promise<Rig> => {
  const notes: { id: string; by: string; text: string; at: number }[] = []
  const server = createServer((request, response) => {
    const since = new URL(request.url ?? '/', 'http://board').searchParams.get('since')
    const start = notes.findIndex(({ id }) => id === since) + 1
    const page = notes.slice(start, start + PAGE)
    response.end(JSON.stringify({ notes: page, more: start + PAGE < notes.length }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const url = `http://${host}/notes`
  const fetch = makeSafeFetch({ allow: [host] })
  return {
    account: { id: 'a', externalId: host, handle: host, secret: {}, settings: { url } },
    tools: () => toolsWith({ fetch }),
    credentials: { url },
    wrongCredentials: { url: 'the board on the square' },
    people: { customer: person('Camille Roux'), another: person('Lucas Petit') },
    ordinary: 'public',
    async says({ by, text }) {
      const note = { id: `note-${notes.length + 1}`, by: by.externalId, text, at: 1_772_442_000_000 + notes.length }
      notes.push(note)
      return { messageId: note.id, sentAt: note.at }
    },
    holds: async () => [],
    settle: async () => undefined,
    beyondOnePage: 2 * PAGE + 10,
    faults: [],
    arm: async () => ({ reached: Promise.resolve() }),
    close: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

connectorSuite('the bulletin board', bulletin, build)

it('the guide shows the smallest connector as it is', async () => {
  const guide = await readFile(new URL('../../../docs/writing-a-connector.md', import.meta.url), 'utf8')
  const source = await readFile(new URL('./bulletin.ts', import.meta.url), 'utf8')
  assert.ok(guide.includes(`\`\`\`ts\n${source}\`\`\``), 'docs/writing-a-connector.md and bulletin.ts differ')
})
