import { chance, pick } from '#core/crowd/chance.ts'
import { linesFor, type Situation } from '#core/crowd/situation.ts'
import type { Audience, ContextPost } from '#core/mention.ts'
import type { Kind, Topic } from './opening.ts'
import { findPerson } from './people.ts'
import type { Townsperson } from './person.ts'
import { phrase } from './phrase.ts'
import { type Post, privateKey, publicKey, type Thread, type Town, type World } from './town.ts'

/** The town while something happens in it: it is changed in place, and what it shows is kept apart. */
export interface Scene {
  town: Town
  world: World
  /** When the thing that happens now happens. */
  now: number
  shown: { seq: number; post: Post }[]
}

const MOST_ABOVE = 6
const MOST_THREADS = 400

export const rollIn = ({ town }: Scene, ...words: (string | number)[]): number => chance(town.seed, ...words)

export const show = (scene: Scene, post: Post): void => {
  scene.town.seq += 1
  scene.shown.push({ seq: scene.town.seq, post })
}

export const personIn = (id: string): Townsperson => {
  const person = findPerson(id)
  if (!person) throw new Error(`nobody in town is called ${id}`)
  return person
}

/** What people of this temper say here; not what has just been said in this exchange, while there is something else to say. */
export const lineFor = (scene: Scene, thread: Thread, situation: Situation): string => {
  const { language, temper } = personIn(thread.person)
  const isFresh = (line: string): boolean => !thread.above.some((post) => post.text === say(scene, thread, line))
  const [own, any] = linesFor(language, situation, temper)
  const choice = [own, any].map((lines) => lines.filter(isFresh)).find((lines) => lines.length > 0) ?? any
  return say(scene, thread, pick(choice, rollIn(scene, thread.key, situation, thread.answers)) ?? '')
}

export const say = ({ town, world }: Scene, thread: Thread, text: string): string =>
  phrase(text, world, personIn(thread.person), town.seed, thread.number)

export const remember = (thread: Thread, post: ContextPost): void => {
  thread.above = [...thread.above, post].slice(-MOST_ABOVE)
}

/** Says something in an exchange, and waits for an answer to it or not. */
export const speak = (
  scene: Scene,
  thread: Thread,
  text: string,
  form: 'mention' | 'reply' | 'direct',
  id?: string,
): void => {
  const person = personIn(thread.person)
  const message = id ?? `${scene.town.id}-${scene.town.seq + 1}`
  const parentId = thread.answer ?? (thread.last.id === '' ? undefined : thread.last.id)
  show(scene, {
    kind: 'message',
    id: message,
    conversation: thread.key,
    by: person.id,
    audience: thread.audience,
    form,
    text,
    at: scene.now,
    ...(parentId === undefined || form === 'mention' ? {} : { parentId }),
    above: thread.above,
  })
  thread.last = { id: message, at: scene.now, text }
  remember(thread, { authorName: person.name, handle: person.handle, text, sentAt: scene.now, own: false })
}

export interface Beginning {
  person: Townsperson
  audience: Audience
  kind: Kind
  topic: Topic
  from?: string
}

/** The oldest exchange that nobody waits in is forgotten first. */
const forget = (town: Town): void => {
  const all = Object.values(town.threads)
  if (all.length < MOST_THREADS) return
  const [oldest] = all.sort((a, b) => Number(a.waiting !== null) - Number(b.waiting !== null) || a.last.at - b.last.at)
  if (!oldest) return
  delete town.threads[oldest.key]
  town.plans = town.plans.filter((plan) => plan.thread !== oldest.key)
}

export const begin = (scene: Scene, { person, audience, kind, topic, from }: Beginning): Thread => {
  forget(scene.town)
  scene.town.begun += 1
  const number = scene.town.begun
  const thread: Thread = {
    key: audience === 'private' ? privateKey(person.id) : publicKey(scene.town.id, person.id, number),
    number: from === undefined ? number : (scene.town.threads[from]?.number ?? number),
    person: person.id,
    audience,
    kind,
    topic,
    answers: 0,
    waiting: null,
    last: { id: '', at: scene.now, text: '' },
    ...(from === undefined ? {} : { from }),
    above: [],
  }
  scene.town.threads[thread.key] = thread
  return thread
}
