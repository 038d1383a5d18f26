import { Agent } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Durable, durableDatabase } from '../durable.ts'
import { freePort, makeSource, type RealDesk, type Source, startRealDesk } from '../real-desk.ts'
import { postHook, type SignedHook, signHook } from '../signed-hooks.ts'

const CONNECTIONS = 32
const ATTEMPT_MS = 10_000

export interface Options {
  n?: number
  seed?: number
  seconds?: number
  killEveryMs?: number
  /** On a quiet machine the whole load passes in a few seconds: faults come more often, so that there are this many. */
  leastFaults?: number
  /** Crashes the database in place of the desk. */
  database?: boolean
}

const makeRandom = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

interface Load {
  /** Hands over everything, again and again until each was answered 200. */
  sent: Promise<void>
  done(): number
  statuses: Map<number, number>
}

const startLoad = (url: string, hooks: readonly SignedHook[], deadline: number): Load => {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const statuses = new Map<number, number>()
  let next = 0
  let done = 0
  const hand = async (): Promise<void> => {
    for (let hook = hooks[next++]; hook !== undefined; hook = hooks[next++]) {
      for (;;) {
        const status = await postHook(agent, url, hook, ATTEMPT_MS)
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        if (status === 200) break
        if (Date.now() > deadline) return
        await pause(status === 0 ? 150 : 20)
      }
      done += 1
    }
  }
  const sent = Promise.all(Array.from({ length: CONNECTIONS }, hand)).then(() => agent.destroy())
  return { sent, done: () => done, statuses }
}

/** Each webhook once, a fifth of them twice, in an order of chance. */
const makeHooks = (secret: string, n: number, random: () => number): SignedHook[] => {
  const once = Array.from({ length: n }, (_, number) => signHook(secret, number))
  const twice = once.filter(() => random() < 0.2)
  return [...once, ...twice]
    .map((hook) => ({ hook, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ hook }) => hook)
}

const waitUntilRead = async (source: Source, deadline: number): Promise<void> => {
  const { desk, workspaceId } = source
  for (;;) {
    const waiting = await inWorkspace(desk.db, workspaceId, (trx) =>
      trx.selectFrom('receipts').select('id').where('state', '=', 'waiting').limit(1).execute(),
    ).catch(() => ['not yet'])
    if (waiting.length === 0 || Date.now() > deadline) return
    await pause(100)
  }
}

const count = async ({ desk, workspaceId }: Source, n: number) => {
  const { messages, cases, receipts, heard } = await inWorkspace(desk.db, workspaceId, async (trx) => ({
    messages: await trx.selectFrom('messages').select('external_id').execute(),
    cases: await trx.selectFrom('cases').select(['number', 'due_at']).execute(),
    receipts: await trx.selectFrom('receipts').select(['state']).execute(),
    heard: await trx.selectFrom('events').select('id').where('name', '=', 'message.received').execute(),
  }))
  const copies = new Map<string, number>()
  for (const { external_id: id } of messages) copies.set(id, (copies.get(id) ?? 0) + 1)
  const numbers = new Set(cases.map((c) => c.number))
  return {
    lost: Array.from({ length: n }, (_, i) => `mention-${i}`).filter((id) => !copies.has(id)).length,
    duplicates: messages.length - copies.size + Math.max(0, receipts.length - n) + Math.max(0, heard.length - n),
    withoutDeadline: cases.filter((c) => c.due_at === null).length + Math.abs(cases.length - n),
    gapsInNumbers: cases.length === 0 ? 0 : Math.max(...numbers) - numbers.size,
    quarantined: receipts.filter(({ state }) => state === 'quarantined').length,
  }
}

interface Breaking {
  faults: number
  desk: RealDesk
}

const hasDied = ({ process }: RealDesk): boolean => process.exitCode !== null

/** Kills the desk (or the database) again and again while the load runs. */
const breakWhile = async (
  durable: Durable,
  load: Load,
  total: number,
  { port, first, options }: { port: number; first: RealDesk; options: Required<Options> },
): Promise<Breaking> => {
  let over = false
  load.sent.then(() => {
    over = true
  })
  let desk = first
  let faults = 0
  while (!over) {
    const until = Date.now() + options.killEveryMs
    const share = ((faults + 1) * total) / (options.leastFaults + 2)
    while (!over && Date.now() < until && load.done() < share && !hasDied(desk)) await pause(20)
    if (over || hasDied(desk)) break
    faults += 1
    if (options.database) await durable.crash()
    else {
      await desk.kill()
      desk = await startRealDesk(durable, { port })
    }
  }
  return { faults, desk }
}

/**
 * `n` signed webhooks on 32 connections, a fifth of them twice, while the desk is killed every two seconds (or the database crashed every
 * six): each that was answered 200, and each that its sender repeated until it was, is one message, once.
 */
export const run = async (given: Options = {}) => {
  const { n = 10_000, seed = 20_261_122, seconds = 540, leastFaults = 10, database = false } = given
  const killEveryMs = given.killEveryMs ?? (database ? 6_000 : 2_000)
  const started = Date.now()
  const deadline = started + seconds * 1000
  await using durable = await durableDatabase()
  const source = await makeSource(durable)
  const hooks = makeHooks(source.secret, n, makeRandom(seed))
  const port = await freePort()
  const first = await startRealDesk(durable, { port })
  const load = startLoad(`${first.url}/hooks/${source.accountId}`, hooks, deadline)
  const options = { n, seed, seconds, killEveryMs, leastFaults, database }
  const { faults, desk } = await breakWhile(durable, load, hooks.length, { port, first, options })
  try {
    // A desk that did not outlive its database answers nothing more: no need to wait for it.
    if (!hasDied(desk)) await load.sent
    await waitUntilRead(source, deadline)
    const counted = await count(source, n)
    const statuses = Object.fromEntries([...load.statuses].map(([status, times]) => [status || 'no-answer', times]))
    const wrong =
      counted.lost + counted.duplicates + counted.withoutDeadline + counted.gapsInNumbers + counted.quarantined
    const took = Math.round((Date.now() - started) / 100) / 10
    const test = database ? 'ingest-kill --database' : 'ingest-kill'
    return {
      ...{ test, n, sent: hooks.length, faults, ...counted, statuses, seconds: took, seed },
      died: hasDied(desk),
      passed: wrong === 0 && load.done() === hooks.length && !hasDied(desk),
    }
  } finally {
    await desk.kill()
  }
}

/** Both ways to break it. */
export const variants: readonly Options[] = [{}, { database: true }]
