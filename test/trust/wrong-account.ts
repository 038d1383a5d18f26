import type { Connector } from '#connectors/connector.ts'
import { approveReply } from '#server/actions/approve-reply.ts'
import { publishStatement } from '#server/actions/publish-statement.ts'
import { reconnectChannel } from '#server/actions/reconnect-channel.ts'
import { saveDraft } from '#server/actions/save-draft.ts'
import { sendReply } from '#server/actions/send-reply.ts'
import { tickScheduled } from '#server/actions/tick-scheduled.ts'
import { undoDelivery } from '#server/actions/undo-delivery.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, isRefused } from '#server/desk.ts'
import { makeDeliverer } from '#server/jobs/deliver.ts'
import { readCase } from '#server/queries/case.ts'
import { testDatabase } from '../database.ts'
import { testDesk } from '../desk.ts'
import { fakeNetwork } from '../fake-network.ts'
import { makeAccount, makeMention } from '../mention.ts'
import { makeWorkspace, type Person } from '../workspace.ts'

const ACCOUNTS = 3
const CASES_EACH = 6
const writers: readonly Person[] = ['aicha', 'julien', 'sarah', 'maud']
const turns = [
  'je regarde où en est votre commande',
  'je suis désolée de cette attente',
  'nous cherchons votre colis avec le transporteur',
  'je demande à l’atelier ce qu’il en est',
  'je reprends votre dossier depuis le début',
  'la boutique vérifie votre livraison',
]

/** A chance that can be had again: the same seed tells the same story. */
const chanceOf = (seed: number) => {
  let state = seed >>> 0
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const pick = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(next() * list.length)]
    if (one === undefined) throw new Error('nothing to choose from')
    return one
  }
  return { next, pick, isIn: (share: number) => next() < share }
}

/** A network that keeps, of each post, the account under which it went out. */
const makeNetwork = (posts: { accountId: string; text: string }[]): Connector => ({
  ...fakeNetwork().connector,
  connect: async () => ({
    kind: 'connected',
    account: { externalId: 'somebody-else', handle: '@quelquunautre', displayName: 'Quelqu’un' },
    secret: {},
  }),
  open: ({ id }) => ({
    send: async ({ text }) => {
      posts.push({ accountId: id, text })
      return { kind: 'sent', externalId: `post-${posts.length}` }
    },
    lookUp: async () => ({ kind: 'absent' }),
    reachOf: async () => ({ canReceive: true }),
  }),
})

const makeWorld = async () => {
  const db = await testDatabase()
  const posts: { accountId: string; text: string }[] = []
  const desk = testDesk(db.database, [makeNetwork(posts)])
  const brands = []
  for (const name of ['Fleurs du Port', 'Voiles de Nantes']) {
    const { workspaceId, members } = await makeWorkspace(db.database, name)
    const cases: { id: string; accountId: string }[] = []
    for (let i = 0; i < ACCOUNTS; i += 1) {
      const accountId = await makeAccount(desk, workspaceId)
      for (let j = 0; j < CASES_EACH; j += 1)
        cases.push({ id: (await makeMention(desk, workspaceId, accountId)).caseId, accountId })
    }
    brands.push({ workspaceId, members, cases })
  }
  desk.pass(60_000)
  return { db, desk, posts, brands, accounts: brands.flatMap(({ cases }) => cases.map(({ accountId }) => accountId)) }
}

/** Words to everybody under the account that is shown, at once or in a moment; whoever reads them may be shown another one. */
const speakToEverybody = async (
  desk: Awaited<ReturnType<typeof makeWorld>>['desk'],
  actor: Actor,
  reader: Actor,
  words: { text: string; shown: string; readUnder: string; leavesAt: number | null },
) => {
  const deliveryId = desk.newId()
  const posts = [{ deliveryId, accountId: words.shown, text: words.text }]
  const given = await publishStatement(desk, actor, {
    ...{ id: desk.newId(), incidentId: null, posts, leavesAt: words.leavesAt },
  })
  if (isRefused(given)) return given
  const row = await inWorkspace(desk.db, actor.workspaceId, (trx) =>
    trx.selectFrom('approvals').selectAll().where('id', '=', deliveryId).executeTakeFirstOrThrow(),
  )
  const seen = { wording: row.fold.wording, seenMark: row.seen_mark, accountId: words.readUnder }
  return approveReply(desk, reader, { id: deliveryId, ...seen })
}

/**
 * `n` sessions at desks with several brands and accounts: screens that are stale, drafts begun elsewhere, ids that are used again, accounts
 * whose credentials are somebody else's, replies taken back and sent anew. No post may go out under another account than the one that was
 * shown when « send » was pressed (G5).
 */
export const run = async (options: { n?: number; seed?: number } = {}) => {
  const { n = 10_000, seed = 20_261_122 } = options
  const { next, pick, isIn } = chanceOf(seed)
  const world = await makeWorld()
  const { desk, posts, brands, accounts } = world
  const worker = makeDeliverer(desk)
  const shownFor = new Map<string, string>()
  const refused: Record<string, number> = {}
  let pressed = 0
  let stale = 0
  let former: string | null = null
  const count = (answer: unknown): void => {
    if (isRefused(answer)) refused[answer.refused] = (refused[answer.refused] ?? 0) + 1
  }
  const deliver = async (): Promise<void> => {
    desk.pass(6_000)
    await tickScheduled(desk)
    desk.pass(10_000)
    for (let more = true; more; ) {
      more = await worker.round()
      await worker.settle()
    }
  }
  try {
    for (let session = 0; session < n; session += 1) {
      const brand = pick(brands)
      const person = pick(writers)
      const actor: Actor = { workspaceId: brand.workspaceId, memberId: brand.members[person], role: 'validator' }
      const kase = pick(brand.cases)
      // What the screen shows: the account of this case; or of one that was open before, of another brand even.
      const shown = isIn(0.7) ? kase.accountId : pick(accounts)
      if (shown !== kase.accountId) stale += 1
      const text = `Bonjour Noé, ${pick(turns)}, ${pick(turns)} (${session}). Écrivez-nous en message privé.`
      if (isIn(0.5))
        await saveDraft(desk, actor, {
          id: kase.id,
          audience: 'public',
          text,
          accountId: isIn(0.8) ? shown : pick(accounts),
        })
      if (isIn(0.1)) {
        const place = isIn(0.8) ? pick(brand.cases).accountId : pick(accounts)
        const said = `Point public : ${pick(turns)} (${session}).`
        shownFor.set(said, place)
        pressed += 1
        const reader: Actor = { ...actor, memberId: brand.members[person === 'julien' ? 'sarah' : 'julien'] }
        const readUnder = isIn(0.7) ? place : pick(accounts)
        const leavesAt = session % 2 === 0 ? desk.now() + 5_000 : null
        count(await speakToEverybody(desk, actor, reader, { text: said, shown: place, readUnder, leavesAt }))
      }
      if (isIn(0.02)) count(await reconnectChannel(desk, actor, { id: kase.accountId, credentials: {} }))
      const view = await readCase(desk, actor, { id: kase.id })
      if (isRefused(view)) throw new Error('the case is gone')
      const deliveryId: string = former !== null && isIn(0.05) ? former : desk.newId()
      former = deliveryId
      const audience = isIn(0.2) ? 'private' : 'public'
      const reply = { id: kase.id, deliveryId, audience, text, accountId: shown, seenMark: view.threadMark } as const
      shownFor.set(text, shown)
      pressed += 1
      const answer = await sendReply(desk, actor, { ...reply, despiteNews: true })
      count(answer)
      if (!isRefused(answer) && isIn(0.1)) {
        count(await undoDelivery(desk, actor, { id: deliveryId }))
        if (isIn(0.5)) count(await sendReply(desk, actor, { ...reply, deliveryId: desk.newId(), despiteNews: true }))
      }
      if (next() < 0.1) await deliver()
    }
    await deliver()
  } finally {
    await world.db.close()
  }
  const wrong = posts.filter(({ accountId, text }) => shownFor.get(text) !== accountId).length
  const published = posts.length
  return {
    test: 'wrong-account',
    n,
    pressed,
    stale,
    published,
    wrong,
    refused,
    passed: wrong === 0 && published > n / 10,
  }
}
