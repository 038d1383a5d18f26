import { atAnHour } from './at-an-hour.ts'
import type { Attempt, Writer } from './attempt.ts'
import { changes } from './changes.ts'
import { besides } from './database.ts'
import { guardInHand } from './guard-hand.ts'
import { toEverybody } from './to-everybody.ts'
import { GOOD, type Words } from './words.ts'

export interface Way {
  name: string
  go(attempt: Attempt): Promise<void>
  /** The words that it is about; all of them, if left out. */
  words?(words: Words): boolean
  /** Only on a network in the check's hands. */
  plain?: true
  /** Whom it cannot be tried by. */
  never?: readonly Writer[]
}

/** What people can do at a screen, or a program with their session: none of it may let the words out without what they need. */
const gestures: readonly Way[] = [
  {
    name: 'send',
    go: async (a) => {
      await a.send(a.words.text)
      await a.world.leave()
    },
  },
  {
    name: 'send anyway',
    go: async (a) => {
      const before = await a.mark()
      await a.customerSays()
      const stale = { ...(await a.reply(a.words.text, a.id())), seenMark: before, despiteNews: true }
      await a.tried(a.of(a.who).sendReply(stale))
      await a.send(a.words.text, a.id(), true)
      await a.world.leave()
    },
  },
  {
    name: 'press again',
    go: async (a) => {
      const id = await a.send(GOOD.text)
      await a.send(a.words.text, id, true)
      await a.world.leave()
      await a.send(a.words.text, id, true)
      await a.world.leave()
    },
  },
  {
    name: 'taken back and changed',
    go: async (a) => {
      const id = await a.give(GOOD.text)
      await a.tried(a.of(a.who).undoDelivery({ id }))
      await a.send(a.words.text, id)
      await a.send(a.words.text)
      await a.world.leave()
    },
  },
  {
    name: 'asked and sent',
    go: async (a) => {
      const id = await a.ask(a.words.text)
      await a.send(a.words.text, id)
      await a.send(a.words.text, a.id(), true)
      await a.world.leave()
    },
  },
  {
    name: 'approved',
    go: async (a) => {
      const id = await a.ask(a.words.text)
      for (const by of [a.who, 'tom', 'aicha'] as const) await a.approve(id, by)
      const [first = 'maud', second = 'maud'] = a.readers
      await a.approve(id, first)
      await a.approve(id, first)
      await a.world.leave()
      await a.approve(id, second)
      await a.world.leave()
    },
  },
  {
    name: 'approved with other words',
    go: async (a) => {
      const id = await a.ask(GOOD.text)
      const [first = 'maud'] = a.readers
      for (const by of [a.who, 'tom', first] as const) await a.approve(id, by, { text: a.words.text })
      await a.world.leave()
    },
  },
  {
    name: 'edited after the approval',
    go: async (a) => {
      const id = await a.ask(GOOD.text)
      const [first = 'maud', second = 'maud'] = a.readers
      await a.approve(id, first)
      await a.approve(id, second, { text: a.words.text })
      await a.tried(a.of(a.who).undoDelivery({ id }))
      await a.send(a.words.text, id)
      await a.send(a.words.text)
      await a.world.leave()
    },
  },
  {
    name: 'approved unseen',
    go: async (a) => {
      const id = await a.ask(a.words.text)
      const [first = 'maud', second = 'maud'] = a.readers
      await a.approve(id, first, { text: `${a.words.text} ` })
      await a.approve(id, second, { wording: 0, text: a.words.text })
      await a.approve(id, second, { wording: 0 })
      a.needs.set(`${a.words.text} `, a.needs.get(a.words.text) ?? 'never')
      await a.world.leave()
    },
  },
  {
    name: 'sent after a return',
    go: async (a) => {
      const id = await a.ask(a.words.text)
      const [first = 'maud'] = a.readers
      await a.tried(a.of(first).returnReply({ id, reason: 'Autrement.' }))
      await a.send(a.words.text, id)
      await a.send(a.words.text)
      await a.approve(id, first)
      await a.world.leave()
    },
  },
  {
    name: 'approved after a withdrawal',
    go: async (a) => {
      const id = await a.ask(a.words.text)
      const [first = 'maud'] = a.readers
      await a.tried(a.of(a.who).withdrawApproval({ id }))
      await a.approve(id, first)
      await a.send(a.words.text, id)
      await a.world.leave()
    },
  },
  {
    name: 'in place of a holding answer',
    go: async (a) => {
      const id = await a.ask(a.words.text)
      const [first = 'maud'] = a.readers
      for (const by of [a.who, first] as const) {
        const shown = await a.tried(a.of(by).readHolding({ id }))
        const place = { id, accountId: a.accountId, seenMark: await a.mark() }
        await a.tried(a.of(by).sendHolding({ ...place, deliveryId: a.id(), text: a.words.text }))
        if (shown?.text == null) continue
        a.needs.set(shown.text, 'nobody')
        await a.tried(a.of(by).sendHolding({ ...place, deliveryId: a.id(), text: shown.text }))
      }
      await a.world.leave()
    },
  },
  {
    name: 'a colleague’s draft',
    go: async (a) => {
      const [first = 'maud'] = a.readers
      const draft = { id: a.caseId, audience: 'public' as const, text: a.words.text, accountId: a.accountId }
      await a.tried(a.of(first).saveDraft(draft))
      await a.tried(a.of(a.who).takePen({ id: a.caseId }))
      await a.send(a.words.text)
      await a.world.leave()
    },
  },
  {
    name: 'while silent',
    go: async (a) => {
      await a.world.silence(async () => {
        const id = await a.ask(a.words.text)
        const [first = 'maud'] = a.readers
        await a.approve(id, first)
        await a.send(a.words.text, a.id(), true)
        await a.world.leave()
      })
      await a.world.leave()
    },
  },
]

export const WAYS: readonly Way[] = [...gestures, ...changes, ...guardInHand, ...toEverybody, ...atAnHour, ...besides]
