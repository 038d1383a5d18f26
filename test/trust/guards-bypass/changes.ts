import { ALL_READ, SENSITIVE_READ, type Standing } from '#core/autonomy/standing.ts'
import { changeRole } from '#server/actions/change-role.ts'
import { removeMember } from '#server/actions/remove-member.ts'
import { keepStanding } from '#server/approvals/autonomy.ts'
import type { Way } from './ways.ts'
import { GOOD, PROVED } from './words.ts'
import { must, ROLES } from './world.ts'

export const BARRED = ['removed', 'disabled', 'unproved', 'outside', 'nobody'] as const
const byCharter: Way['words'] = (words) => words.byCharter === true
const onlyGood: Way['words'] = (words) => words === GOOD
const onlyProved: Way['words'] = (words) => words === PROVED

const FACT = { kind: 'refund', proof: 'RMB-4471' } as const

/** What changes between the words being read and their leaving: they leave by what holds when they leave. */
export const changes: readonly Way[] = [
  {
    name: 'a charter signed while they are held',
    words: byCharter,
    never: BARRED,
    go: async (a) => {
      await a.world.sign('lax')
      const id = await a.give(a.words.text)
      await a.world.sign('strict')
      await a.world.leave()
      for (const by of [a.who, 'maud'] as const) await a.settle(id, by)
      await a.world.leave()
    },
  },
  {
    name: 'a charter signed while one writes',
    words: byCharter,
    never: BARRED,
    go: async (a) => {
      await a.world.sign('lax')
      await a.tried(a.of(a.who).saveDraft({ id: a.caseId, audience: 'public', text: a.words.text }))
      const ready = await a.reply(a.words.text, a.id())
      await a.world.sign('strict')
      await a.tried(a.of(a.who).sendReply(ready))
      await a.world.leave()
    },
  },
  {
    name: 'a charter signed while they are asked for',
    words: byCharter,
    never: BARRED,
    go: async (a) => {
      await a.world.sign('lax')
      const id = await a.ask(a.words.text)
      await a.world.sign('strict')
      const [first = 'maud'] = a.readers
      await a.approve(id, first)
      await a.world.leave()
    },
  },
  {
    name: 'a charter signed after their approval',
    words: byCharter,
    never: BARRED,
    go: async (a) => {
      await a.world.sign('lax')
      const id = await a.ask(a.words.text)
      const [first = 'maud'] = a.readers
      await a.approve(id, first)
      await a.world.sign('strict')
      await a.world.leave()
      await a.settle(id, 'maud')
      await a.world.leave()
    },
  },
  {
    name: 'a proof withdrawn while they are held',
    words: onlyProved,
    never: BARRED,
    go: async (a) => {
      const fact = { id: a.caseId, ...FACT }
      await a.tried(a.of('maud').recordFact({ ...fact, status: 'done' }))
      const id = await a.give(a.words.text)
      await a.tried(a.of('julien').recordFact({ ...fact, status: 'cancelled' }))
      await a.world.leave()
      for (const by of [a.who, 'maud'] as const) await a.settle(id, by)
      await a.world.leave()
    },
  },
  {
    name: 'a proof withdrawn during the call',
    plain: true,
    words: onlyProved,
    never: BARRED,
    go: async (a) => {
      const fact = { id: a.caseId, ...FACT }
      await a.tried(a.of('maud').recordFact({ ...fact, status: 'done' }))
      a.world.outside.instead.push(async () => {
        await a.tried(a.of('julien').recordFact({ ...fact, status: 'cancelled' }))
        return { kind: 'later', reason: 'busy', detail: '' }
      })
      const id = await a.give(a.words.text)
      await a.world.leave()
      a.world.outside.instead.length = 0
      await a.world.leave(300_000)
      await a.settle(id, 'maud')
      await a.world.leave()
    },
  },
  {
    name: 'a role lowered while they are held',
    words: onlyGood,
    never: [...BARRED, 'maud', 'tom'],
    go: async (a) => {
      const { desk } = a.world
      const own = { id: a.brand.members[a.who] }
      const id = await a.give(a.words.text)
      must(await changeRole(desk, a.brand.as('maud'), { ...own, role: 'trainee' }))
      a.lowered = true
      await a.world.leave()
      for (const by of [a.who, 'maud'] as const) await a.settle(id, by)
      await a.world.leave()
      must(await changeRole(desk, a.brand.as('maud'), { ...own, role: ROLES[a.who] }))
    },
  },
  {
    name: 'an agent’s every word read again, decided while they are held',
    plain: true,
    words: onlyGood,
    never: [...BARRED, 'maud', 'sarah', 'julien', 'tom'],
    go: async (a) => {
      const decide = (standing: Standing) =>
        a.brand.inside((trx) => keepStanding(trx, a.world.desk, a.brand.as('sarah'), a.brand.members[a.who], standing))
      // Long after anything else was decided: this alone has them read again.
      await a.world.leave(300_000)
      const id = await a.give(a.words.text)
      await decide(ALL_READ)
      a.lowered = true
      await a.world.leave()
      for (const by of [a.who, 'maud'] as const) await a.settle(id, by)
      await a.world.leave()
      await a.send(a.words.text)
      await a.world.leave()
      await decide(SENSITIVE_READ)
    },
  },
  {
    name: 'their writer removed while they are held',
    words: onlyGood,
    never: [...BARRED, 'maud'],
    go: async (a) => {
      const { desk } = a.world
      const member_id = a.brand.members[a.who]
      await a.give(a.words.text)
      must(await removeMember(desk, a.brand.as('maud'), { id: member_id }))
      a.needs.set(a.words.text, 'never')
      await a.world.leave()
      await a.send(a.words.text)
      await a.world.leave()
      const back = {
        workspace_id: a.brand.workspaceId,
        member_id,
        role: ROLES[a.who],
        created_at: new Date(desk.now()),
      }
      await desk.db.app.insertInto('memberships').values(back).execute()
      await a.world.signInAgain(a.who)
    },
  },
]
