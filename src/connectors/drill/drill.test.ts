import { randomUUID } from 'node:crypto'
import { doorKey, ENTRIES, type Entry, goneKey, LAST_POST, ownId, type Post, postKey } from '#core/drill/mailbox.ts'
import type { Memory } from '../connector.ts'
import { connectorSuite, type Fault, type Rig } from '../connector-suite.ts'
import { memoryOf, toolsWith } from '../suite/tools.ts'
import { drill } from './index.ts'
import { lastPost } from './store.ts'

const person = (externalId: string) => ({ externalId, handle: externalId, displayName: externalId })

/** The power is cut just before or just after the answer is written. */
const faulty = (memory: Memory, next: () => Fault | null): Memory => ({
  ...memory,
  async put(key, value) {
    const fault = key.startsWith(ENTRIES) ? next() : null
    if (fault === 'reset-before') throw new Error('the power was cut')
    await memory.put(key, value)
    if (fault === 'done-then-error') throw new Error('the power was cut')
  },
})

/** Stands in for the loop that steps the story: people say what the suite makes them say. */
const build = async (): Promise<Rig> => {
  const kept = memoryOf()
  let clock = Date.parse('2026-03-02T09:00:00Z')
  let armed: Fault | null = null
  const now = (): number => {
    clock += 1
    return clock
  }
  const sending = faulty(kept, () => {
    const fault = armed
    armed = null
    return fault
  })
  const show = async (post: Post): Promise<void> => {
    const seq = (await lastPost(kept)) + 1
    await kept.put(postKey(seq), post)
    await kept.put(LAST_POST, seq)
  }
  await kept.put(doorKey('yanis'), 'not-mutual')
  await kept.put(doorKey('jean-luc'), 'blocked')
  const entries = async (): Promise<Entry[]> => (await kept.list(ENTRIES)).map(({ value }) => value as Entry)
  return {
    account: {
      ...{ id: randomUUID(), externalId: 'drill-fleursduport', handle: 'fleursduport' },
      ...{ secret: {}, settings: {} },
    },
    tools: () => toolsWith({ memory: sending, now }),
    credentials: { handle: 'fleursduport' },
    wrongCredentials: { handle: ' ' },
    people: {
      customer: person('camille'),
      another: person('noe'),
      unreachable: person('yanis'),
      blocking: person('jean-luc'),
    },
    ordinary: 'public',
    async says({ by, text, audience, answers }) {
      const messageId = `said-${randomUUID()}`
      const sentAt = now()
      const known = answers === undefined ? undefined : (await entries()).find(({ key }) => ownId(key) === answers)
      const own = known?.kind === 'answer' ? known.conversation : undefined
      const conversationKey = audience === 'private' ? `private-${by.externalId}` : (own ?? `thread-${messageId}`)
      await show({
        ...{ kind: 'message', messageId, conversationKey, author: by, audience, text, attachments: [], sentAt },
        form: audience === 'private' ? 'direct' : answers === undefined ? 'mention' : 'reply',
        ...(answers === undefined ? {} : { parentId: answers }),
      })
      return { messageId, sentAt }
    },
    edits: ({ messageId }, text) => show({ kind: 'edit', messageId, text, editedAt: now() }),
    async deletes({ messageId }) {
      await kept.put(goneKey(messageId), true)
      await show({ kind: 'deletion', messageId, deletedAt: now() })
    },
    async brandSpeaks(text) {
      const externalId = ownId(randomUUID())
      await show({ kind: 'own', messageId: externalId, audience: 'public', text, sentAt: now() })
      return { externalId }
    },
    async holds() {
      const all = await entries()
      return all.flatMap((entry) => {
        if (entry.kind === 'hidden' || (entry.kind === 'statement' && entry.replaces !== undefined)) return []
        const { key, parentId } = entry
        const externalId = ownId(key)
        const later = all.findLast((one) => one.kind === 'statement' && one.replaces === externalId)
        const text = later?.kind === 'statement' ? later.text : entry.text
        const audience = entry.kind === 'answer' ? entry.audience : ('public' as const)
        return [{ externalId, text, audience, attachments: 0, ...(parentId !== undefined && { parentId }) }]
      })
    },
    settle: async () => undefined,
    beyondOnePage: 120,
    faults: ['reset-before', 'done-then-error'],
    async arm(fault) {
      armed = fault
      return { reached: Promise.resolve() }
    },
    close: async () => undefined,
  }
}

connectorSuite('the network of a drill', drill, build)
