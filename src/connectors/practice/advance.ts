import { carryOut, insist } from './carry-out.ts'
import { hearAnswer } from './hear-answer.ts'
import { hearStatement } from './hear-statement.ts'
import { firstMorning } from './morning.ts'
import { openUp, silenceAfter } from './open-up.ts'
import { begin, personIn, type Scene, show, speak } from './scene.ts'
import { type Entry, type Post, privateKey, type Town, type World } from './town.ts'
import { ASKS_NO_MORE, nextInsistence } from './wait.ts'

/** After a night without a desk, people have spoken, but not all night long; and some have given up asking. */
const MOST_OPENINGS_AT_ONCE = 30
const MOST_AT_ONCE = 100
const MOST_TAKEN = 500

interface Due {
  at: number
  happen(): void
}

const findDue = (scene: Scene): Due | undefined => {
  const { town, world } = scene
  const due: Due[] = [{ at: town.nextOpeningAt, happen: () => openUp(scene) }]
  for (const plan of town.plans) {
    const happen = () => {
      town.plans = town.plans.filter((one) => one !== plan)
      carryOut(scene, plan)
    }
    due.push({ at: plan.at, happen })
  }
  for (const thread of Object.values(town.threads)) {
    const next = nextInsistence(thread, personIn(thread.person).temper, world)
    if (next) due.push({ at: next.at, happen: () => insist(scene, thread, next.situation) })
  }
  return due.reduce((first, one) => (one.at < first.at ? one : first))
}

/** Time stands still: nobody loses patience over a pause, and nothing is caught up on afterwards. */
const pause = ({ town }: Scene, until: number): void => {
  const passed = Math.max(0, until - town.tickedAt)
  town.tickedAt += passed
  town.nextOpeningAt += passed
  for (const plan of town.plans) plan.at += passed
  for (const { waiting } of Object.values(town.threads)) if (waiting) waiting.since += passed
}

const giveUp = (scene: Scene, until: number): void => {
  for (const thread of Object.values(scene.town.threads)) {
    const next = nextInsistence(thread, personIn(thread.person).temper, scene.world)
    if (next && next.at <= until && thread.waiting) thread.waiting.times = ASKS_NO_MORE
  }
}

/** Lets the town live until this instant, one thing after the other. */
const liveUntil = (scene: Scene, until: number): void => {
  const { town, world } = scene
  if (world.pace === 'paused') {
    pause(scene, until)
    return
  }
  if (!town.morningCame) {
    scene.now = town.tickedAt
    firstMorning(scene)
    town.nextOpeningAt = town.tickedAt + silenceAfter(town, world)
  }
  // A town that woke up late, or changed its pace, does not owe what it did not say.
  town.nextOpeningAt = Math.min(town.nextOpeningAt, Math.max(town.tickedAt, until) + silenceAfter(town, world))
  let openings = 0
  let happened = 0
  for (let due = findDue(scene); due && due.at <= until; due = findDue(scene)) {
    happened += 1
    if (happened === MOST_AT_ONCE) giveUp(scene, until)
    scene.now = Math.max(Math.round(due.at), town.tickedAt)
    town.tickedAt = scene.now
    const begun = town.nextOpeningAt === due.at
    due.happen()
    if (!begun) continue
    openings += 1
    const next = openings < MOST_OPENINGS_AT_ONCE ? scene.now : until
    town.nextOpeningAt = next + silenceAfter(town, world)
  }
  town.tickedAt = Math.max(town.tickedAt, until)
}

const hearSpeech = (scene: Scene, entry: Extract<Entry, { kind: 'speech' }>): void => {
  const { threads } = scene.town
  const { audience, text, answers } = entry
  const person = personIn(entry.by)
  const answered = Object.values(threads).find((one) => one.answer !== undefined && one.answer === answers)
  const known = audience === 'private' ? threads[privateKey(person.id)] : answered
  const thread = known ?? begin(scene, { person, audience, kind: 'dispute', topic: 'general' })
  // Below a post that the brand wrote to everybody.
  if (known === undefined && answers !== undefined) thread.last.id = answers
  const form = known || answers !== undefined ? 'reply' : 'mention'
  speak(scene, thread, text, audience === 'private' ? 'direct' : form, saidId(entry.id))
  thread.waiting = { since: entry.at, times: 0 }
}

const takeIn = (scene: Scene, entry: Entry): void => {
  scene.now = entry.at
  if (entry.kind === 'answer') hearAnswer(scene, entry)
  else if (entry.kind === 'statement') hearStatement(scene, entry)
  else if (entry.kind === 'speech') hearSpeech(scene, entry)
  else if (entry.kind === 'edit' || entry.kind === 'restatement')
    show(scene, { kind: 'edit', id: entry.messageId, text: entry.text, at: entry.at })
  else show(scene, { kind: 'deletion', id: entry.messageId, at: entry.at })
}

export const saidId = (entryId: string): string => `said-${entryId}`

/**
 * What the town has become at `until`, and what it shows that is new. The same town, told the same things at the same times, always
 * lives the same life: nothing else is asked for.
 */
export const advance = (before: Town, entries: readonly Entry[], until: number, world: World) => {
  const town = structuredClone(before)
  const shown: { seq: number; post: Post }[] = []
  const scene: Scene = { town, world, now: town.tickedAt, shown }
  const fresh = entries
    .filter((entry) => !town.taken.includes(entry.id))
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  for (const entry of fresh) {
    liveUntil(scene, Math.min(entry.at, until))
    takeIn(scene, entry)
    town.taken.push(entry.id)
  }
  liveUntil(scene, until)
  town.taken = town.taken.slice(-MOST_TAKEN)
  return { town, shown }
}
