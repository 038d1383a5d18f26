import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { runInNewContext } from 'node:vm'

const DESK = 'https://desk.fleurs-du-port.test'
const source = readFileSync(fileURLToPath(new URL('../public/push-worker.js', import.meta.url).href), 'utf8')

interface Click {
  notification: { close(): void; data: { url: string } }
  waitUntil(work: Promise<unknown>): void
}

/** What a click on a notification does, with these windows of the desk open. */
const click = async (url: string, windows: readonly string[]): Promise<readonly string[]> => {
  const done: string[] = []
  const pages = windows.map((address) => ({
    url: address,
    focus: async () => void done.push(`focus ${address}`),
    navigate: async () => void done.push(`navigate ${address}`),
  }))
  const heard = new Map<string, (event: Click) => void>()
  const self = {
    addEventListener: (name: string, hear: (event: Click) => void) => heard.set(name, hear),
    location: { origin: DESK },
    clients: {
      matchAll: async () => pages,
      openWindow: async (address: string) => void done.push(`open ${address}`),
    },
  }
  runInNewContext(source, { self, URL })
  const work: Promise<unknown>[] = []
  heard.get('notificationclick')?.({
    notification: { close: () => undefined, data: { url } },
    waitUntil: (one) => void work.push(one),
  })
  await Promise.all(work)
  return done
}

test('a click on a notification never leads a window away in which somebody may be writing', async () => {
  const other = `${DESK}/w/1/charter`
  assert.deepEqual(await click('/w/1/notifications', [other]), [`open ${DESK}/w/1/notifications`])
  const there = `${DESK}/w/1/notifications`
  assert.deepEqual(await click('/w/1/notifications', [other, there]), [`focus ${there}`])
})

test('a click opens the desk’s own pages and no others', async () => {
  assert.deepEqual(await click('https://ailleurs.example/x', []), [`open ${DESK}`])
})
