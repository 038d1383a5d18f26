import { readReceipts } from '#server/actions/read-receipts.ts'
import { sendReply } from '#server/actions/send-reply.ts'
import { startDrill } from '#server/actions/start-drill.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, isRefused } from '#server/desk.ts'
import { makeDeliverer } from '#server/jobs/deliver.ts'
import { makeDrillMaster } from '#server/jobs/drill.ts'
import { makeListener } from '#server/jobs/listen.ts'
import { readCase } from '#server/queries/case.ts'
import type { TestDesk } from './desk.ts'

/** A short story of one's own, as somebody would write it: two customers, one word from the workshop. */
export const SHORT_STORY = JSON.stringify({
  format: 'vigie-drill/1',
  id: 'short-story',
  title: { fr: 'Une matinée sans bouquets', en: 'A morning without bouquets' },
  source: 'Écrit pour l’essai.',
  briefing: 'Des bouquets ne sont pas arrivés. Vous répondez.',
  lesson: 'Répondre à chacun, et ne dire que ce qui est vrai.',
  codes: { A1: 3, G4: 2 },
  brand: {
    name: 'Fleurs du Port',
    handle: 'fleursduport',
    city: 'Nantes',
    competitors: [],
    trade: { fr: 'fleuriste', en: 'florist' },
  },
  begins: { weekday: 6, time: '09:00' },
  lasts: 60,
  promise: 40,
  validation: 20,
  sensitive: [],
  crowd: { usual: 1, most: 20, mood: -10, spreads: 1 },
  people: [
    {
      ...{ id: 'camille', name: 'Camille Roux', handle: 'camilleroux', language: 'fr', temper: 'worried' },
      ...{ wants: 'repair', followers: 300, she: true, file: 'Commande FDP-20417, bouquet Grand Large.' },
    },
    {
      id: 'noe',
      name: 'Noé Faure',
      handle: 'noefaure',
      language: 'fr',
      temper: 'hot',
      wants: 'repair',
      followers: 900,
    },
  ],
  facts: [
    {
      ...{ id: 'found', says: 'Le bouquet de Camille est retrouvé au dépôt.', kind: 'delivery', status: 'requested' },
      ...{ about: ['camille'], trueAt: 5, knownAt: 8 },
    },
  ],
  departments: [
    {
      id: 'workshop',
      name: { fr: 'Atelier', en: 'Workshop' },
      answers: [{ id: 'where', asked: ['bouquet'], after: 6, says: 'Il part dans l’heure.' }],
      otherwise: { after: 6, says: 'Nous regardons.' },
    },
  ],
  injects: [
    { id: 'first', at: 1, kind: 'message', by: 'camille', text: '@fleursduport mon bouquet n’est jamais arrivé !' },
    {
      id: 'second',
      at: 3,
      kind: 'message',
      by: 'noe',
      text: '@fleursduport le mien non plus, c’est pour un enterrement.',
    },
    { id: 'word', at: 6, kind: 'inside', from: 'workshop', says: 'Le camion est en panne.' },
    { id: 'late', at: 50, kind: 'message', by: 'noe', text: '@fleursduport et personne ne rappelle.' },
  ],
  expects: [],
  traps: [],
  voices: [],
})

const SECOND = 1_000

/** The background work of a desk, by hand: a second at a time, nothing left to chance or to the machine’s speed. */
export const makeHands = (desk: TestDesk) => {
  const [master, listener, deliverer] = [makeDrillMaster(desk), makeListener(desk), makeDeliverer(desk)]
  const second = async (): Promise<void> => {
    await master.round()
    await listener.round()
    await listener.settle()
    while (await readReceipts(desk));
    for (let more = true; more; ) {
      more = await deliverer.round()
      await deliverer.settle()
    }
  }
  return {
    second,
    /** Lets so many seconds of the desk go by, in steps of so many. */
    pass: async (seconds: number, step = seconds): Promise<void> => {
      for (let gone = 0; gone < seconds; gone += step) {
        desk.pass(step * SECOND)
        await second()
      }
    },
    stop: () => listener.stop(),
  }
}

/** Starts a drill that one member plays and another watches; both as actors inside it. */
export const beginDrillFor = async (
  desk: TestDesk,
  brand: Actor,
  asked: {
    scenario: { id: string } | { text: string }
    compression: number
    player: Actor
    /** Others who answer. */
    besides?: readonly string[]
    seed?: string
  },
): Promise<{ player: Actor; observer: Actor; workspaceId: string }> => {
  const started = await startDrill(desk, brand, {
    ...{ scenario: asked.scenario, compression: asked.compression, seed: asked.seed ?? 'essai' },
    ...{ trainees: [asked.player.memberId, ...(asked.besides ?? [])], observers: [brand.memberId] },
  })
  if (isRefused(started)) throw new Error(`${started.refused} ${JSON.stringify(started.data)}`)
  const { workspaceId } = started
  return { workspaceId, player: { ...asked.player, workspaceId }, observer: { ...brand, workspaceId } }
}

/** The open cases of somebody of the story, the latest first. */
export const casesIn = (desk: TestDesk, { workspaceId }: Actor) =>
  inWorkspace(desk.db, workspaceId, (trx) =>
    trx
      .selectFrom('cases as c')
      .innerJoin('authors as a', 'a.id', 'c.author_id')
      .select(['c.id', 'c.account_id', 'c.audience', 'c.due_at', 'c.opened_at', 'a.external_id as person'])
      .orderBy('c.opened_at', 'desc')
      .execute(),
  )

/** Answers one case as a member does, through the guard; returns the refusal, if there is one. */
export const answer = async (
  desk: TestDesk,
  actor: Actor,
  caseId: string,
  text: string,
  more: { audience?: 'public' | 'private'; accountId?: string } = {},
) => {
  const view = await readCase(desk, actor, { id: caseId })
  if (isRefused(view)) return view
  return sendReply(desk, actor, {
    ...{ id: caseId, deliveryId: desk.newId(), audience: more.audience ?? 'public', text, despiteNews: true },
    ...{ accountId: more.accountId ?? view.accountId, seenMark: view.threadMark },
  })
}
