import { randomUUID } from 'node:crypto'
import { connectorSuite, type Rig } from '../connector-suite.ts'
import { makeSafeFetch } from '../safe-fetch.ts'
import { memoryOf, toolsWith } from '../suite/tools.ts'
import { webhook } from './index.ts'
import { newSecret } from './signature.ts'
import { startSource } from './simulated-source.ts'

const person = (name: string) => ({
  externalId: name.toLowerCase(),
  handle: `@${name.toLowerCase()}`,
  displayName: name,
})

/** The reference library reads the machine's own clock, hence this rig does too. */
const build = async (): Promise<Rig> => {
  const secret = newSecret()
  const source = await startSource(secret)
  const memory = memoryOf()
  const people = { customer: person('Camille'), another: person('Lucas'), blocking: person('Noé') }
  source.blocking.add(people.blocking.externalId)
  const tick = (): string => new Date().toISOString()
  const door = makeSafeFetch({ allow: [source.host] })
  let connectable = true
  const fetch: typeof globalThis.fetch = (input, init) => {
    if (connectable) return door(input, init)
    connectable = true
    return Promise.reject(
      new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) }),
    )
  }
  const tell = (payload: object): void => void source.tell(`evt-${randomUUID()}`, payload, Date.now())

  return {
    account: {
      id: randomUUID(),
      externalId: 'forum',
      handle: 'forum',
      secret: { secrets: [secret] },
      settings: { replyUrl: source.replyUrl },
    },
    tools: () => toolsWith({ memory, now: Date.now, fetch }),
    credentials: { name: 'Forum d’entraide', replyUrl: source.replyUrl },
    wrongCredentials: { name: '…', replyUrl: '' },
    people,
    ordinary: 'public',
    async says({ by, text, audience, answers }) {
      const id = `p-${randomUUID()}`
      const sentAt = tick()
      const author = { id: by.externalId, handle: by.handle, name: by.displayName }
      const parent = answers === undefined ? {} : { parentId: answers }
      tell({ type: 'message', id, conversation: `fil de ${by.externalId}`, author, audience, text, sentAt, ...parent })
      return { messageId: id, sentAt: Date.parse(sentAt) }
    },
    edits: async ({ messageId }, text) => tell({ type: 'edit', id: messageId, text, editedAt: tick() }),
    deletes: async ({ messageId }) => tell({ type: 'deletion', id: messageId, deletedAt: tick() }),
    async brandSpeaks(text) {
      const externalId = `p-${randomUUID()}`
      tell({ type: 'own', id: externalId, audience: 'public', text, sentAt: tick() })
      return { externalId }
    },
    holds: async () => [...source.replies.values()],
    settle: async () => undefined,
    beyondOnePage: 120,
    faults: [
      'refused-connection',
      'reset-before',
      'too-many',
      'unavailable',
      'done-then-reset',
      'done-then-error',
      'done-then-nonsense',
      'done-then-hang',
    ],
    async arm(fault) {
      if (fault !== 'refused-connection') return { reached: source.arm(fault) }
      connectable = false
      return { reached: Promise.resolve() }
    },
    hooks: () => source.handOver(),
    hooksAge: true,
    close: () => source.close(),
  }
}

connectorSuite('a source by signed webhook', webhook, build)
