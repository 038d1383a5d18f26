import type { Desk } from '#server/desk.ts'
import { type QueueFigure, readFigures } from '#server/queries/figures.ts'
import { readHeartbeats } from '#server/queries/heartbeats.ts'
import { agoOf, type Finding, fail, ok, warn } from './finding.ts'

const MINUTE_MS = 60_000

interface Limit {
  warnMs: number
  failMs: number
  todo: string
}

/** How old the oldest of a queue may be before someone should look. */
const limits: Readonly<Record<string, Limit>> = {
  'receipts waiting': { warnMs: MINUTE_MS, failMs: 10 * MINUTE_MS, todo: 'Is a worker running? Look at its log.' },
  'receipts quarantined': {
    warnMs: 0,
    failMs: Infinity,
    todo: 'Look at Quarantine: replay them once they can be read.',
  },
  'scheduled due': {
    warnMs: 2 * MINUTE_MS,
    failMs: 30 * MINUTE_MS,
    todo: 'Their hour has come and nobody has looked: is a worker running? Look at its log.',
  },
  'scheduled asking': { warnMs: 0, failMs: Infinity, todo: 'A person must say what becomes of them, in the desk.' },
  'deliveries held': { warnMs: 2 * MINUTE_MS, failMs: 30 * MINUTE_MS, todo: 'Is a worker running? Look at its log.' },
  'deliveries queued': {
    warnMs: 5 * MINUTE_MS,
    failMs: 60 * MINUTE_MS,
    todo: 'Look at the channel: does its network answer?',
  },
  'deliveries sending': { warnMs: 3 * MINUTE_MS, failMs: 30 * MINUTE_MS, todo: 'Look at the log of the worker.' },
  'deliveries unknown': {
    warnMs: 10 * MINUTE_MS,
    failMs: 60 * MINUTE_MS,
    todo: 'The desk looks them up; does the network answer?',
  },
  'deliveries to-check': { warnMs: 0, failMs: Infinity, todo: 'A person must say what became of them, in the desk.' },
  'deliveries refused': { warnMs: 0, failMs: Infinity, todo: 'A person must answer again, or give up, in the desk.' },
  'deliveries stale': {
    warnMs: 0,
    failMs: Infinity,
    todo: 'A person must say whether they still should leave, in the desk.',
  },
}

const lookAtQueue = ({ queue, state, count, oldestAt }: QueueFigure, now: number): Finding => {
  const name = `${queue} ${state}`
  if (count === 0 || oldestAt === null) return ok(name, 'none')
  const limit = limits[name]
  const age = now - oldestAt
  const said = `${count}, the oldest since ${agoOf(age)}`
  if (limit === undefined || age < limit.warnMs) return ok(name, said)
  return age < limit.failMs ? warn(name, said, limit.todo) : fail(name, said, limit.todo)
}

export const lookAtQueues = async (desk: Pick<Desk, 'db' | 'now'>): Promise<Finding[]> =>
  (await readFigures(desk)).queues.map((figure) => lookAtQueue(figure, desk.now()))

const LOOPS = ['read-receipts', 'listen', 'deliver', 'tick', 'seal', 'tell', 'watch', 'radar', 'drill', 'read-again']
const SILENT_MS = 2 * MINUTE_MS

/** The background work, as its processes last said that they live. */
export const lookAtLoops = async (desk: Pick<Desk, 'db' | 'now'>): Promise<Finding[]> => {
  const beats = new Map((await readHeartbeats(desk)).map(({ name, at }) => [name, at]))
  const todo = 'Start the desk, or a worker (VIGIE_MODE=worker); if it runs, look at its log.'
  return LOOPS.map((name) => {
    const at = beats.get(name)
    if (at === undefined) return warn(`loop ${name}`, 'has never run', todo)
    const silent = desk.now() - at
    const said = `last finished a round ${agoOf(silent)} ago`
    return silent > SILENT_MS ? fail(`loop ${name}`, said, todo) : ok(`loop ${name}`, said)
  })
}
