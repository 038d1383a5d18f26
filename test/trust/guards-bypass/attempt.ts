import { RefusedError } from '#contract/client.ts'
import { readThreadMark } from '#server/queries/thread.ts'
import { makeMention } from '../../mention.ts'
import type { Person } from '../../workspace.ts'
import { GOOD, type Need, type Place, type Words } from './words.ts'
import { type Brand, ROLES, type World } from './world.ts'

/** Somebody of the team; or somebody whom no word may leave by. */
export type Writer = Person | 'removed' | 'disabled' | 'unproved' | 'outside' | 'nobody'

const ORDER: readonly Need[] = ['nobody', 'one', 'two', 'never']
export const graver = (a: Need, b: Need): Need => (ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b)

/** Where a case or an account makes every word wait; a charter's lines of autonomy are about all but administrators. */
const placeNeeds = ({ need, about, on }: Words, who: Person): Need => {
  if (about === 'begun-elsewhere') return 'never'
  if (on === 'unspoken' && who === 'maud') return 'nobody'
  return need === 'one' && (about === 'famous' || on !== undefined) ? 'one' : 'nobody'
}

/** One way, tried with one kind of words by one person, on a case of its own. */
export const openAttempt = async (world: World, writer: Writer, words: Words, anywhere: Place) => {
  const brand: Brand = writer === 'unproved' ? world.unproved : world.brand
  const { desk } = world
  const who: Person = writer in ROLES ? (writer as Person) : 'aicha'
  const place = words.on ?? anywhere
  const mention = await makeMention(desk, brand.workspaceId, brand.accounts[place])
  const { caseId, conversationId } = mention
  const elsewhere = brand.accounts[place === 'plain' ? 'watched' : 'plain']
  await brand.inside(async (trx) => {
    const { author_id: id } = await trx
      .selectFrom('cases')
      .select('author_id')
      .where('id', '=', caseId)
      .executeTakeFirstOrThrow()
    if (words.about === 'famous')
      await trx.updateTable('authors').set({ followers: 90_000 }).where('id', '=', id).execute()
    if (words.about === 'closed')
      await trx
        .updateTable('conversations')
        .set({
          private_way: JSON.stringify({ canReceive: false, whyNot: 'not-mutual' }),
          private_way_at: new Date(desk.now()),
        })
        .where('id', '=', conversationId)
        .execute()
  })
  const barred = !(writer in ROLES)
  const client = barred ? world.barred(writer) : brand.clients.get(who)
  const refused: string[] = []
  /** What the desk answers is noted; nothing depends on it but what may leave. */
  const tried = async <T>(asking: Promise<T>): Promise<T | null> => {
    try {
      return await asking
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      refused.push(error.refusal.refused)
      return null
    }
  }
  const of = (person: Person) => (person === who ? client : brand.clients.get(person)) ?? world.barred('nobody')
  const mark = () => brand.inside((trx) => readThreadMark(trx, conversationId))
  const accountFor = (text: string) =>
    text === words.text && words.about === 'sent-elsewhere' ? elsewhere : mention.accountId
  const audience = words.audience ?? ('public' as const)
  const needs = new Map<string, Need>([[words.text, words.need]])
  needs.set(GOOD.text, placeNeeds(words, who))
  const attempt = {
    ...{
      world,
      brand,
      who,
      writer,
      words,
      caseId,
      conversationId,
      accountId: mention.accountId,
      elsewhere,
      refused,
      needs,
    },
    ...{ of, tried, mark, barred },
    /** Rows that no verb made have no line of the log of their own. */
    raw: false,
    /** Became a trainee on the way. */
    lowered: false,
    /** Those who may read the words of this writer. */
    readers: (['julien', 'sarah', 'maud'] as const).filter((person) => person !== who),
    id: () => desk.newId(),
    begin: () =>
      words.about === 'begun-elsewhere'
        ? tried(of(who).saveDraft({ id: caseId, audience, text: words.text, accountId: elsewhere }))
        : Promise.resolve(null),
    reply: async (text: string, deliveryId: string) => ({
      ...{ id: caseId, deliveryId, audience, text, accountId: accountFor(text), seenMark: await mark() },
    }),
    async send(text: string, deliveryId = desk.newId(), despiteNews = false): Promise<string> {
      await tried(of(who).sendReply({ ...(await attempt.reply(text, deliveryId)), despiteNews }))
      return deliveryId
    },
    async ask(text: string, deliveryId = desk.newId()): Promise<string> {
      await tried(of(who).askApproval(await attempt.reply(text, deliveryId)))
      return deliveryId
    },
    async approve(id: string, by: Person, more: { text?: string; wording?: number } = {}): Promise<boolean> {
      const row = await brand.inside((trx) =>
        trx.selectFrom('approvals').select('fold').where('id', '=', id).executeTakeFirst(),
      )
      const accountId = more.text === undefined ? mention.accountId : accountFor(more.text)
      const seen = { wording: row?.fold.wording ?? 0, seenMark: await mark(), despiteNews: true, ...more }
      return (await tried(of(by).approveReply({ id, accountId, ...seen }))) !== null
    },
    settle: (id: string, by: Person) => tried(of(by).settleDelivery({ id, decision: 'send-again' })),
    /** Gets the words to where they may leave from, by whichever way is this writer's. */
    async give(text: string): Promise<string> {
      const id = await attempt.send(text)
      if (refused.length > 0) {
        await attempt.ask(text, id)
        const [first] = attempt.readers
        if (first !== undefined) await attempt.approve(id, first)
      }
      return id
    },
    customerSays: () =>
      brand.inside((trx) =>
        trx
          .insertInto('messages')
          .values({
            ...{ id: desk.newId(), workspace_id: brand.workspaceId, account_id: mention.accountId },
            ...{ external_id: desk.newId(), conversation_id: conversationId, direction: 'in', kind: 'reply' },
            ...{
              audience: 'public',
              text: 'Alors ?',
              sent_at: new Date(desk.now()),
              received_at: new Date(desk.now()),
            },
          })
          .execute(),
      ),
  }
  return attempt
}

export type Attempt = Awaited<ReturnType<typeof openAttempt>>
