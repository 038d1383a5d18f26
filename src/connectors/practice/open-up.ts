import { between, chance, pick, shuffled } from '#core/crowd/chance.ts'
import { MINUTE_MS, SECOND_MS } from '#core/time.ts'
import { type Opening, openings } from './opening.ts'
import { people } from './people.ts'
import type { Townsperson } from './person.ts'
import { typed } from './phrase.ts'
import { begin, rollIn, type Scene, say, speak } from './scene.ts'
import type { Pace, Thread, Town, World } from './town.ts'

/** How long the town is silent between two people who speak up. */
const SILENCE: Record<Exclude<Pace, 'paused'>, { least: number; most: number }> = {
  calm: { least: MINUTE_MS, most: 3 * MINUTE_MS },
  lively: { least: 20 * SECOND_MS, most: 45 * SECOND_MS },
  storm: { least: 2 * SECOND_MS, most: 6 * SECOND_MS },
}
/** On a calm day people see that many wait, and the town grows quieter: nobody comes back to a thousand messages after a night. */
const MANY_WAITING = 20

export const silenceAfter = (town: Town, { pace, scale }: World): number => {
  if (pace === 'paused') return Number.POSITIVE_INFINITY
  const { least, most } = SILENCE[pace]
  const waiting = Object.values(town.threads).filter((thread) => thread.waiting !== null).length
  const crowd = pace === 'calm' ? Math.max(1, waiting / MANY_WAITING) : 1
  return between(least, most, chance(town.seed, 'silence', town.begun)) * crowd * scale
}

/** Somebody who would say this, and is not in the middle of something else where that can be helped. */
export const speakerFor = (scene: Scene, opening: Opening): Townsperson => {
  const busy = new Set(
    Object.values(scene.town.threads)
      .filter((thread) => thread.waiting)
      .map((thread) => thread.person),
  )
  const fits = people.filter((one) => one.language === opening.language && opening.tempers.includes(one.temper))
  const free = fits.filter((one) => !busy.has(one.id))
  const speaker = pick(free.length > 0 ? free : fits, rollIn(scene, 'speaker', scene.town.begun))
  if (!speaker) throw new Error(`nobody in town would say: ${opening.text}`)
  return speaker
}

/** The next thing that is said in town: each text once before any is said again; in a storm, mostly about deliveries. */
export const nextOpening = ({ town, world }: Scene, fits: (opening: Opening) => boolean = () => true): Opening => {
  const sayable = openings.filter((one) => (one.trade === null || one.trade === world.trade) && fits(one))
  let unused = sayable.filter((one) => !town.used.includes(one.id))
  if (unused.length === 0) {
    town.used = town.used.filter((id) => !sayable.some((one) => one.id === id))
    unused = sayable
  }
  const inUproar = world.pace === 'storm' && chance(town.seed, 'uproar', town.begun) < 0.6
  const uproar = inUproar ? unused.filter((one) => one.kind === 'dispute' && one.topic === 'delivery') : []
  const [first] = shuffled(uproar.length > 0 ? uproar : unused, town.seed, 'opening', town.begun)
  if (!first) throw new Error('the town has nothing to say')
  town.used.push(first.id)
  return first
}

export const planSecondThought = (
  { town }: Scene,
  { key, last }: Thread,
  kind: 'edit' | 'delete',
  at: number,
): void => {
  town.plans.push({ at, thread: key, does: { kind, message: last.id, text: last.text } })
}

/** Some think better of what they wrote, or find the answer by themselves. */
const secondThoughts = (scene: Scene, thread: Thread): void => {
  const roll = rollIn(scene, 'second-thoughts', thread.number)
  const at = (least: number, most: number) =>
    scene.now + between(least, most, rollIn(scene, 'when', thread.number)) * scene.world.scale
  if (roll < 0.04) planSecondThought(scene, thread, 'edit', at(40 * SECOND_MS, 2 * MINUTE_MS))
  else if (roll < 0.06) planSecondThought(scene, thread, 'delete', at(2 * MINUTE_MS, 6 * MINUTE_MS))
}

export const openWith = (scene: Scene, opening: Opening, person: Townsperson): Thread => {
  const { audience, kind, topic } = opening
  const thread = begin(scene, { person, audience, kind, topic })
  const text = say(scene, thread, typed(opening.text, person, rollIn(scene, 'typing', thread.number)))
  speak(scene, thread, text, audience === 'private' ? 'direct' : 'mention')
  thread.waiting = { since: scene.now, times: 0 }
  return thread
}

export const openUp = (scene: Scene): void => {
  const opening = nextOpening(scene)
  secondThoughts(scene, openWith(scene, opening, speakerFor(scene, opening)))
}
