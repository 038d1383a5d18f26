import { randomUUID } from 'node:crypto'
import type { Memory } from '../connector.ts'
import { connectorSuite, type Fault, type Rig } from '../connector-suite.ts'
import { memoryOf, toolsWith } from '../suite/tools.ts'
import { ownId } from './hear-answer.ts'
import { practice } from './index.ts'
import { findPerson } from './people.ts'
import { promptDeletion, promptEdit, promptOwnPost, promptSpeech } from './prompt.ts'
import { allAnswers } from './store.ts'

const person = (id: string) => {
  const found = findPerson(id)
  if (!found) throw new Error(id)
  return { externalId: found.id, handle: found.handle, displayName: found.name }
}

/** The power is cut just before or just after the answer is written. */
const faulty = (memory: Memory, next: () => Fault | null): Memory => ({
  ...memory,
  async put(key, value) {
    const fault = key.startsWith('inbox/') ? next() : null
    if (fault === 'reset-before') throw new Error('the power was cut')
    await memory.put(key, value)
    if (fault === 'done-then-error') throw new Error('the power was cut')
  },
})

/** The town is paused: people say what the suite makes them say, and nothing else. */
const build = async (): Promise<Rig> => {
  const kept = memoryOf()
  let clock = Date.parse('2026-03-02T09:00:00Z')
  let armed: Fault | null = null
  const now = (): number => {
    clock += 1
    return clock
  }
  const tools = toolsWith({ memory: kept, now })
  const sending = faulty(kept, () => {
    const fault = armed
    armed = null
    return fault
  })
  return {
    account: {
      id: randomUUID(),
      externalId: 'practice-fleursduport',
      handle: 'fleursduport',
      secret: {},
      settings: { brand: 'Fleurs du Port', trade: 'florist', pace: 'paused', seed: 'suite' },
    },
    tools: () => toolsWith({ memory: sending, now }),
    credentials: { brand: 'Fleurs du Port', trade: 'florist', pace: 'paused' },
    wrongCredentials: { brand: ' ' },
    people: {
      customer: person('town-camille-roux'),
      another: person('town-dan-okafor'),
      unreachable: person('town-yanisb_'),
      blocking: person('town-jlbesson'),
    },
    ordinary: 'public',
    says: ({ by, text, audience, answers }) =>
      promptSpeech(tools, { by: by.externalId, text, audience, ...(answers === undefined ? {} : { answers }) }),
    edits: ({ messageId }, text) => promptEdit(tools, messageId, text),
    deletes: ({ messageId }) => promptDeletion(tools, messageId),
    async brandSpeaks(text) {
      const id = randomUUID()
      await promptOwnPost({ ...tools, newId: () => id }, text)
      return { externalId: ownId(id) }
    },
    async holds() {
      const answers = await allAnswers(kept)
      return answers.flatMap((answer) => {
        if (answer.kind !== 'answer' && answer.kind !== 'statement') return []
        const { id, parentId, attachments } = answer
        const parent = parentId === undefined ? {} : { parentId }
        const audience = answer.kind === 'answer' ? answer.audience : 'public'
        const later = answers.findLast((one) => one.kind === 'restatement' && one.messageId === ownId(id))
        const text = later?.kind === 'restatement' ? later.text : answer.text
        return [{ externalId: ownId(id), text, audience, attachments: attachments.length, ...parent }]
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

connectorSuite('the practice network', practice, build)
