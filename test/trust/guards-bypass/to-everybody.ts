import { readThreadMark } from '#server/queries/thread.ts'
import type { Person } from '../../workspace.ts'
import { type Attempt, graver } from './attempt.ts'
import type { Way } from './ways.ts'
import { GOOD, type Words } from './words.ts'

/** Words that hang on a customer, or on what was seen of their thread, are about replies alone. */
export const isForEverybody = ({ name, audience, about, on }: Words): boolean =>
  audience === undefined && about === undefined && (on === undefined || on === 'plain') && name !== 'P1'

/** Gives words to be published on the account that is shown; from here on, whatever gets out is judged as that thread's. */
export const publish = async (
  a: Attempt,
  text: string,
  id = a.id(),
  { leavesAt, replaces }: { leavesAt?: number; replaces?: string } = {},
): Promise<string> => {
  const deliveryId = a.id()
  const posts = [{ deliveryId, accountId: a.accountId, text, ...(replaces !== undefined && { replaces }) }]
  const hour = leavesAt === undefined ? {} : { leavesAt }
  await a.tried(a.of(a.who).publishStatement({ id, incidentId: null, posts, ...hour }))
  const post = await a.brand.inside((trx) =>
    trx.selectFrom('statement_posts').select('case_id').where('statement_id', '=', id).executeTakeFirst(),
  )
  if (post !== undefined) a.caseId = post.case_id
  // Whatever they say, two people have read them.
  a.needs.set(text, graver(a.needs.get(text) ?? 'never', 'one'))
  return deliveryId
}

export const approve = async (a: Attempt, id: string, by: Person, text?: string): Promise<void> => {
  const row = await a.brand.inside((trx) =>
    trx.selectFrom('approvals').selectAll().where('id', '=', id).executeTakeFirst(),
  )
  if (row === undefined) return
  const seenMark = await a.brand.inside((trx) => readThreadMark(trx, row.conversation_id))
  const seen = { accountId: row.account_id, wording: row.fold.wording, seenMark, despiteNews: true }
  await a.tried(a.of(by).approveReply({ id, ...seen, ...(text !== undefined && { text }) }))
}

/** What is said to everybody goes through the very doors of a reply. */
export const toEverybody: readonly Way[] = [
  {
    name: 'as a statement',
    words: isForEverybody,
    plain: true,
    go: async (a) => {
      const id = await publish(a, a.words.text)
      await a.world.leave()
      for (const by of [a.who, 'tom', 'aicha'] as const) await approve(a, id, by)
      await a.world.leave()
      const [first = 'maud', second = 'maud'] = a.readers
      await approve(a, id, first)
      await a.world.leave()
      await approve(a, id, second)
      await a.world.leave()
    },
  },
  {
    name: 'as a statement that its reader changes',
    words: isForEverybody,
    plain: true,
    go: async (a) => {
      const id = await publish(a, GOOD.text)
      a.needs.set(a.words.text, graver(a.needs.get(a.words.text) ?? 'never', 'one'))
      const [first = 'maud'] = a.readers
      for (const by of [a.who, 'tom', first] as const) await approve(a, id, by, a.words.text)
      await a.world.leave()
    },
  },
  {
    name: 'below a statement that is out',
    words: isForEverybody,
    plain: true,
    go: async (a) => {
      const statement = a.id()
      const [first = 'maud'] = a.readers
      await approve(a, await publish(a, GOOD.text, statement), first)
      await a.world.leave()
      const next = await publish(a, a.words.text, statement)
      const reply = { id: a.caseId, audience: 'public' as const, text: a.words.text, accountId: a.accountId }
      const seenMark = await a.mark()
      await a.tried(a.of(a.who).sendReply({ ...reply, deliveryId: a.id(), seenMark, despiteNews: true }))
      await approve(a, next, a.who)
      await a.world.leave()
    },
  },
]
