import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { settleDelivery } from '#server/actions/settle-delivery.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { isRefused } from '#server/desk.ts'
import { testDatabase } from '../database.ts'
import { testDesk } from '../desk.ts'
import { makeAccount, makeMention } from '../mention.ts'
import { makeWorkspace } from '../workspace.ts'
import { chaosConnector } from './reply-chaos/connector.ts'
import { MODELS, type Model, startChaosNetwork } from './reply-chaos/network.ts'

const KILL_EVERY_MS = 3_000
const PER_CONVERSATION = 4
/** As if the guard had read these words and found nothing: this is about the network. */
const READ = JSON.stringify({ findings: [], reasons: [], checkedAt: Date.now() })

type World = Awaited<ReturnType<typeof makeWorld>>

const makeWorld = async (n: number, seed: number) => {
  const db = await testDatabase()
  const network = await startChaosNetwork(seed)
  const desk = {
    ...testDesk(
      db.database,
      MODELS.map((m) => chaosConnector(m, network.url)),
    ),
    now: Date.now,
  }
  const { workspaceId, members } = await makeWorkspace(db.database)
  for (const model of MODELS) {
    const accountId = await makeAccount(desk, workspaceId, model)
    const each = model === 'none' ? 1 : PER_CONVERSATION
    for (let made = 0; made < n; made += each) {
      const mention = await makeMention(desk, workspaceId, accountId)
      await holdReplies(desk, workspaceId, members.aicha, mention, model, Math.min(each, n - made))
    }
  }
  return { db, network, desk, workspaceId, actor: { workspaceId, memberId: members.aicha, role: 'agent' as const } }
}

const holdReplies = (
  desk: World['desk'],
  workspaceId: string,
  memberId: string,
  mention: { conversationId: string; accountId: string; caseId: string },
  model: Model,
  count: number,
) =>
  inWorkspace(desk.db, workspaceId, async (trx) => {
    for (let place = 0; place < count; place++) {
      const id = desk.newId()
      const text = `${model} ${mention.conversationId} ${place}`
      await sql`insert into deliveries (id, workspace_id, account_id, conversation_id, case_id, member_id, audience, text, content_hash, state, guard,
          queued_at, ready_at, next_at, seen_received)
        values (${id}, ${workspaceId}, ${mention.accountId}, ${mention.conversationId}, ${mention.caseId}, ${memberId}, 'public', ${text},
          ${createHash('sha256').update(text).digest()}, 'held', ${READ}, now(), now(), now(), 1)`.execute(trx)
    }
  })

const readStates = (world: World) =>
  inWorkspace(world.desk.db, world.workspaceId, (trx) =>
    trx
      .selectFrom('deliveries')
      .select(['id', 'state', 'text', 'conversation_id', 'sequence', 'external_id'])
      .orderBy('sequence')
      .execute(),
  )

/** The person at the desk: looks at the network for each reply that nobody else can check, and says what they saw. */
const settleParked = async (world: World): Promise<number> => {
  const parked = (await readStates(world)).filter((d) => d.state === 'to-check')
  let settled = 0
  for (const { id, text } of parked) {
    const there = world.network.posts.some((p) => p.text === text)
    const answer = await settleDelivery(world.desk, world.actor, { id, decision: there ? 'published' : 'send-again' })
    if (!isRefused(answer)) settled += 1
  }
  return settled
}

const startWorker = (world: World): ChildProcess =>
  spawn(process.execPath, [join(import.meta.dirname, 'reply-chaos', 'worker.ts'), world.db.url, world.network.url], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })

/** Kills and restarts the sender every three seconds until every reply has come to rest. */
const runUntilSettled = async (world: World, deadline: number) => {
  let kills = 0
  let parked = 0
  let worker = startWorker(world)
  while (Date.now() < deadline) {
    // Three seconds of work, however long the machine takes to start it.
    if (worker.stdout !== null) await once(worker.stdout, 'data')
    await pause(KILL_EVERY_MS)
    worker.kill('SIGKILL')
    kills += 1
    parked += await settleParked(world)
    const left = (await readStates(world)).filter((d) => !['sent', 'refused'].includes(d.state)).length
    if (left === 0) break
    worker = startWorker(world)
  }
  worker.kill('SIGKILL')
  return { kills, parked }
}

const countOutOfOrder = (posts: { conversation: string; text: string; model: Model }[]): number => {
  const last = new Map<string, number>()
  let wrong = 0
  for (const post of posts) {
    const [, conversation = '', place] = post.text.split(' ')
    const key = `${post.model} ${conversation}`
    if (Number(place) < (last.get(key) ?? -1)) wrong += 1
    last.set(key, Number(place))
  }
  return wrong
}

/**
 * `n` replies for each kind of network, through resets, hangs, 429, 503, « 500 but done » and half answers, the sender killed every three
 * seconds: none doubled, none lost, none said sent that the network does not have, none out of order in its conversation.
 */
export const run = async (options: { n?: number; seed?: number; seconds?: number } = {}) => {
  const { n = 1_000, seed = 20_261_121, seconds = 560 } = options
  const started = Date.now()
  const world = await makeWorld(n, seed)
  try {
    const { kills, parked } = await runUntilSettled(world, started + seconds * 1000)
    const states = await readStates(world)
    const copies = new Map<string, number>()
    for (const post of world.network.posts) copies.set(post.text, (copies.get(post.text) ?? 0) + 1)
    const count = (wrong: (d: (typeof states)[number]) => boolean) => states.filter(wrong).length
    const line = {
      test: 'reply-chaos',
      n: states.length,
      faults: world.network.faults,
      lost: count((d) => d.state !== 'sent' && d.state !== 'refused') + count((d) => d.state === 'refused'),
      duplicates: [...copies.values()].filter((c) => c > 1).length,
      saidSentButAbsent: count((d) => d.state === 'sent' && (copies.get(d.text) ?? 0) === 0),
      outOfOrder: countOutOfOrder(world.network.posts),
      kills,
      parkedForAPerson: parked,
      seconds: Math.round((Date.now() - started) / 1000),
      seed,
    }
    return { ...line, passed: line.lost + line.duplicates + line.saidSentButAbsent + line.outOfOrder === 0 }
  } finally {
    await world.network.stop()
    await world.db.close()
  }
}
