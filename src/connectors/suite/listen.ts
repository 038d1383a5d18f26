import assert from 'node:assert/strict'
import type { Activity } from '#core/mention.ts'
import type { Connector, Session } from '../connector.ts'
import { checkActivities } from './activity.ts'
import type { Rig } from './rig.ts'

export interface Receipt {
  key: string
  body?: unknown
  raw?: Uint8Array
}

/** The smallest desk: it asks, keeps each receipt once under its key, and reads the new ones. */
export interface Listener {
  session: Session
  cursor: unknown
  receipts: Map<string, Receipt>
  /** What is new, in order. */
  hear(): Promise<Activity[]>
  /** Everything from the present cursor, without moving it nor keeping it. */
  peek(): Promise<Receipt[]>
  close(): Promise<void>
}

const MOST_PAGES = 1000

/** What comes back from storage: a cursor and a body are kept as JSON. */
const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

const askAll = async (session: Session, from: unknown): Promise<{ receipts: Receipt[]; cursor: unknown }> => {
  const receipts: Receipt[] = []
  let cursor = from
  for (let page = 0; session.poll && page < MOST_PAGES; page++) {
    const polled = await session.poll(cursor, new AbortController().signal)
    assert.equal(polled.kind, 'polled', `the poll went wrong: ${JSON.stringify(polled)}`)
    if (polled.kind !== 'polled') break
    for (const { key, body } of polled.receipts) {
      assert.deepEqual(stored(body), body, 'a body must survive JSON')
      receipts.push({ key, body })
    }
    cursor = stored(polled.cursor)
    if (!polled.more) return { receipts, cursor }
    assert.ok(page < MOST_PAGES - 1, 'the poll never says that it has given everything')
  }
  return { receipts, cursor }
}

const takeHooks = (connector: Connector, rig: Rig): Receipt[] =>
  (rig.hooks?.() ?? []).map((request) => {
    const verdict = connector.verifyHook?.(request, rig.account, rig.tools().now())
    assert.equal(verdict?.kind, 'accepted', `a webhook of the network was not accepted: ${JSON.stringify(verdict)}`)
    return { key: verdict?.kind === 'accepted' ? verdict.key : '', raw: request.raw }
  })

export const listen = (
  connector: Connector,
  rig: Rig,
  from: unknown = rig.cursor ?? null,
  known = new Map<string, Receipt>(),
) => {
  const session = connector.open(rig.account, rig.tools())
  const listener: Listener = {
    session,
    cursor: from,
    receipts: known,
    hear: async () => {
      const asked = await askAll(session, listener.cursor)
      const fresh: Receipt[] = []
      for (const receipt of [...asked.receipts, ...takeHooks(connector, rig)]) {
        assert.ok(receipt.key !== '' && receipt.key.length <= 1000, `bad receipt key: ${receipt.key}`)
        if (listener.receipts.has(receipt.key)) continue
        listener.receipts.set(receipt.key, receipt)
        fresh.push(receipt)
      }
      listener.cursor = asked.cursor
      return fresh.flatMap((receipt) => {
        const activities = connector.read(receipt, rig.account)
        checkActivities(activities)
        return activities
      })
    },
    peek: async () => (await askAll(session, listener.cursor)).receipts,
    close: async () => session.close?.(),
  }
  return listener
}

export const messagesIn = (activities: Activity[]) => activities.filter((activity) => activity.kind === 'message')
export const ownIn = (activities: Activity[]) => activities.filter((activity) => activity.kind === 'own')
