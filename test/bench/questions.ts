import { hash } from 'node:crypto'
import { sql } from 'kysely'
import { inWorkspace } from '#server/db/transaction.ts'
import { isRefused } from '#server/desk.ts'
import { readCase, readOlderMessages } from '#server/queries/case.ts'
import { readHorizon } from '#server/queries/horizon.ts'
import { type InboxPage, listInbox } from '#server/queries/inbox.ts'
import type { Filled } from './filled-desk.ts'

const PAGE = 20

/** Something that a screen asks, through the very function that answers it; `turn` changes what exactly, so that nothing is only warm. */
export interface Question {
  name: string
  /** Fewer than this many rows mean that the two sizes were not asked the same. */
  rows: number
  ask(filled: Filled, turn: number): Promise<number>
}

const page = (
  name: string,
  filter: InboxPage | ((turn: number, filled: Filled) => InboxPage),
  rows = 20,
): Question => ({
  name,
  rows,
  ask: async (filled, turn) => {
    const asked = typeof filter === 'function' ? filter(turn, filled) : filter
    return (await listInbox(filled.desk, filled.actor, { limit: PAGE, ...asked })).rows.length
  },
})

const syllables = 'bacodifugelamonipurasetivozubekohidatupiromesulakefonajiwobuxe'
const syllable = (number: number): string => syllables.slice(2 * number, 2 * number + 2)

/** The word of a rank in the vocabulary of the filling: 0 is in every second message, 19,999 in next to none. */
export const wordOf = (rank: number): string =>
  `${syllable(rank % 30)}${syllable(Math.floor(rank / 30) % 30)}${syllable(Math.floor(rank / 900))}k`

const words = (...ranks: number[]) => ranks.map(wordOf).join(' ')

/** As the filling makes an id of a name. */
const labels = Array.from({ length: 8 }, (_, n) =>
  hash('md5', `label ${n + 1}`).replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-7$3-8$4-'),
)
const labelOf = (turn: number): string | undefined => labels[turn % labels.length]

/** The fifth page on: each page is asked after the last row of the one before. */
const nextPages: Question = {
  name: 'queue: five pages, one after the other',
  rows: 75,
  ask: async ({ desk, actor }) => {
    let [count, after] = [0, undefined as string | undefined]
    for (let i = 0; i < 5; i++) {
      const { rows, after: next } = await listInbox(desk, actor, { limit: 15, after })
      count += rows.length
      after = next ?? undefined
    }
    return count
  },
}

/** A thing of the brand's own, drawn by the turn. */
const draw = (filled: Filled, turn: number): number =>
  1 + (((turn * 7919) % Math.floor(filled.conversations / 10)) * 10 + 3)

export const queues: Question[] = [
  page('queue: owed, a hundred rows', { limit: 100 }, 80),
  page('queue: owed and mine', { owner: 'me' }, 10),
  page('queue: owed and nobody’s', { owner: 'nobody' }, 10),
  page('queue: owed, on one account', (turn, { accountIds }) => ({ account: accountIds[turn % 2] }), 15),
  page('queue: owed, with a label', (turn) => ({ label: labelOf(turn) }), 2),
  page('queue: late', { late: 'true' }, 5),
  page('queue: waiting', { queue: 'waiting' }),
  page('queue: resolved', { queue: 'resolved' }),
  page('queue: resolved, mine', { queue: 'resolved', owner: 'me' }),
  page('queue: resolved, on one small account', (_, { accountIds }) => ({ queue: 'resolved', account: accountIds[3] })),
  page('queue: all', { queue: 'all' }),
  page('queue: all, with a label', (turn) => ({ queue: 'all', label: labelOf(turn) })),
  page('queue: snoozed', { queue: 'snoozed' }, 1),
  nextPages,
  {
    name: 'horizon',
    rows: 1,
    ask: async ({ desk, actor }) => (await readHorizon(desk, actor, {})).bars.length,
  },
]

export const searches: Question[] = [
  page('search: a word of every second message', (turn) => ({ q: words(turn % 2) })),
  page('search: a common word', (turn) => ({ q: words(10 + (turn % 20)) })),
  page('search: a word in a hundred messages', (turn) => ({ q: words(120 + (turn % 60)) })),
  page('search: a word in a thousand messages', (turn) => ({ q: words(1_200 + (turn % 400)) }), 1),
  page('search: a rare word', (turn) => ({ q: words(15_000 + (turn % 4_000)) }), 0),
  page('search: two words', (turn) => ({ q: words(3 + (turn % 5), 40 + (turn % 40)) }), 1),
  page('search: three words', (turn) => ({ q: words(turn % 3, 10 + (turn % 5), 30 + (turn % 20)) }), 0),
  page('search: a phrase', (turn) => ({ q: `"${words(turn % 3, 5 + (turn % 5))}"` }), 0),
  page('search: nothing found', { q: 'hyperboréen' }, 0),
  page('search: one conversation in all', (turn, filled) => ({ q: String(draw(filled, turn)) }), 0),
  page('search: a common word, owed and mine', (turn) => ({ q: words(turn % 5), queue: 'owed', owner: 'me' }), 5),
]

const caseIds = new WeakMap<Filled, Promise<{ long: string; drawn: string[] }>>()

/** Three hundred cases drawn over the whole year, and the one with five thousand messages. */
const drawCases = (filled: Filled): Promise<{ long: string; drawn: string[] }> => {
  const known = caseIds.get(filled)
  if (known) return known
  const read = inWorkspace(filled.desk.db, filled.workspaceId, async (trx) => {
    const ids = async (number: string): Promise<string[]> =>
      (await sql<{ id: string }>`select id from cases where ${sql.raw(number)}`.execute(trx)).rows.map((row) => row.id)
    const each = Math.max(1, Math.floor(filled.conversations / 300))
    const [long = ''] = await ids(`number = ${filled.conversations - 7}`)
    return { long, drawn: await ids(`number % ${each} = 0`) }
  })
  caseIds.set(filled, read)
  return read
}

const open = async ({ desk, actor }: Filled, id: string | undefined): Promise<number> => {
  const view = await readCase(desk, actor, { id: id ?? '' })
  return isRefused(view) ? 0 : view.messages.length
}

export const cases: Question[] = [
  {
    name: 'case: opened',
    rows: 1,
    ask: async (filled, turn) => {
      const { drawn } = await drawCases(filled)
      return open(filled, drawn[(turn * 37) % drawn.length])
    },
  },
  {
    name: 'case: opened, a thread of 5,000 messages',
    rows: 30,
    ask: async (filled) => open(filled, (await drawCases(filled)).long),
  },
  {
    name: 'case: the thirty messages above, in a thread of 5,000',
    rows: 30,
    ask: async (filled) => {
      const { desk, actor } = filled
      const { long } = await drawCases(filled)
      const view = await readCase(desk, actor, { id: long })
      if (isRefused(view) || view.olderBefore === null) return 0
      const older = await readOlderMessages(desk, actor, { id: long, before: view.olderBefore })
      return isRefused(older) ? 0 : older.messages.length
    },
  },
]
