import { NOTHING_MATCHES } from '#core/crisis/matching.ts'
import { closeIncident } from '#server/actions/close-incident.ts'
import { declareIncident } from '#server/actions/declare-incident.ts'
import { tickScheduled } from '#server/actions/tick-scheduled.ts'
import type { Attempt } from './attempt.ts'
import { approve, isForEverybody, publish } from './to-everybody.ts'
import type { Way } from './ways.ts'
import { GOOD } from './words.ts'
import { must } from './world.ts'

const HOUR = 3_600_000

/** Time goes by, the clock strikes, and whatever may leave has left. */
const strike = async (a: Attempt, ms = HOUR): Promise<void> => {
  a.world.desk.pass(ms)
  await tickScheduled(a.world.desk)
  await a.world.leave()
}

const inAnHour = (a: Attempt) => ({ leavesAt: a.world.desk.now() + HOUR })

/** Everybody says that it may leave, at whatever moment they are asked. */
const letGo = async (a: Attempt, id: string): Promise<void> => {
  for (const by of [a.who, 'tom', 'aicha', 'sarah'] as const) await a.tried(a.of(by).letGoScheduled({ id }))
  await a.world.leave()
}

/** What has an hour of its own goes through the very doors of what leaves at once, twice: when it is planned, and when it leaves. */
export const atAnHour: readonly Way[] = [
  {
    name: 'scheduled',
    words: isForEverybody,
    plain: true,
    go: async (a) => {
      const id = await publish(a, a.words.text, a.id(), inAnHour(a))
      await letGo(a, id)
      for (const by of [a.who, 'tom'] as const) await approve(a, id, by)
      await strike(a)
      await letGo(a, id)
      const [first = 'maud', second = 'maud'] = a.readers
      await approve(a, id, first)
      await letGo(a, id)
      await approve(a, id, second)
      await letGo(a, id)
    },
  },
  {
    name: 'scheduled, read in time',
    words: isForEverybody,
    plain: true,
    go: async (a) => {
      const id = await publish(a, a.words.text, a.id(), inAnHour(a))
      const [first = 'maud', second = 'maud'] = a.readers
      for (const by of [first, second]) await approve(a, id, by)
      await strike(a)
    },
  },
  {
    name: 'scheduled, then other words in their place',
    words: isForEverybody,
    plain: true,
    go: async (a) => {
      const statement = a.id()
      const before = await publish(a, GOOD.text, statement, inAnHour(a))
      const [first = 'maud'] = a.readers
      await approve(a, before, first)
      const next = await publish(a, a.words.text, statement, { ...inAnHour(a), replaces: before })
      await approve(a, next, a.who)
      await strike(a)
      await letGo(a, next)
      await letGo(a, before)
    },
  },
  {
    name: 'scheduled, and the writer is a trainee by then',
    words: isForEverybody,
    plain: true,
    never: ['maud', 'tom', 'removed', 'disabled', 'unproved', 'outside', 'nobody'],
    go: async (a) => {
      const id = await publish(a, a.words.text, a.id(), inAnHour(a))
      const [first = 'maud', second = 'maud'] = a.readers
      for (const by of [first, second]) await approve(a, id, by)
      const memberId = a.brand.members[a.who]
      const change = (role: 'trainee' | 'manager' | 'validator' | 'agent') =>
        a.brand.inside((trx) =>
          trx.updateTable('memberships').set({ role }).where('member_id', '=', memberId).execute(),
        )
      const role = a.who === 'sarah' ? 'manager' : a.who === 'julien' ? 'validator' : 'agent'
      await change('trainee')
      const out = a.world.outside.posts.length
      await strike(a)
      await letGo(a, id)
      if (a.world.outside.posts.length > out) throw new Error('words of a trainee left at their hour')
      await change(role)
    },
  },
  {
    name: 'scheduled, and an incident is open by then',
    words: isForEverybody,
    plain: true,
    go: async (a) => {
      const { desk } = a.world
      const id = await publish(a, a.words.text, a.id(), inAnHour(a))
      const [first = 'maud', second = 'maud'] = a.readers
      for (const by of [first, second]) await approve(a, id, by)
      desk.pass(HOUR - 1000)
      const sarah = a.brand.as('sarah')
      const matching = { ...NOTHING_MATCHES, words: ['inondation'] }
      const { id: incidentId } = must(await declareIncident(desk, sarah, { title: 'Crue', matching }))
      const out = a.world.outside.posts.length
      await strike(a, 1000)
      await letGo(a, id)
      if (a.world.outside.posts.length > out) throw new Error('scheduled words left while an incident was open')
      must(await closeIncident(desk, sarah, { id: incidentId, reason: 'Essai.' }))
      await strike(a, 1000)
      if (a.world.outside.posts.length > out) throw new Error('scheduled words left late by surprise')
      await letGo(a, id)
    },
  },
]
