import { between } from '#core/crowd/chance.ts'
import { folded } from '#core/crowd/hear.ts'
import { MINUTE_MS, SECOND_MS } from '#core/time.ts'
import { findPerson } from './people.ts'
import { decideReaction, type Reaction } from './react.ts'
import { begin, remember, rollIn, type Scene, show } from './scene.ts'
import { type Entry, type Plan, privateKey, type Thread } from './town.ts'

type Answer = Extract<Entry, { kind: 'answer' }>

const MOST_TOLD = 40
/** A newcomer sees people react within the minute; later the town takes its time. */
const FIRST_ANSWERS = 10

export const ownId = (key: string): string => `reply-${key}`

const delayOf = (scene: Scene, answer: Answer, step: string): number => {
  const early = scene.town.told.length < FIRST_ANSWERS
  const roll = rollIn(scene, 'delay', answer.id, step)
  return between(early ? 10 : 20, early ? 60 : 150, roll) * SECOND_MS * scene.world.scale
}

const plansFor = (scene: Scene, thread: Thread, answer: Answer, reaction: Reaction): Plan[] => {
  const common = { thread: thread.key, because: answer.id }
  const plans: Plan[] = []
  const at = answer.at + delayOf(scene, answer, 'first')
  if (reaction.situation !== 'silence') {
    plans.push({ ...common, at, does: { kind: 'say', situation: reaction.situation, next: reaction.next } })
  }
  if (reaction.inPrivate) {
    const later = at + delayOf(scene, answer, 'private')
    plans.push({ ...common, at: later, does: { kind: 'open-private', situation: reaction.inPrivate } })
  }
  const { threads } = scene.town
  if (reaction.afterwards && thread.from !== undefined && threads[thread.from]) {
    const later = at + 2 * MINUTE_MS * scene.world.scale
    plans.push({
      at: later,
      thread: thread.from,
      does: { kind: 'say', situation: reaction.afterwards, next: 'settled' },
    })
  }
  return plans
}

/** The exchange that an answer belongs to; a first private word opens one, out of what was said in public. */
const threadOf = (scene: Scene, answer: Answer): Thread | undefined => {
  const { threads } = scene.town
  const named = threads[answer.conversation]
  if (answer.audience === 'public') return named
  const person = findPerson(answer.to)
  if (!person) return undefined
  const known = threads[privateKey(person.id)]
  if (known) return known
  const kind = named?.kind ?? 'dispute'
  const topic = named?.topic ?? 'general'
  const opened = begin(scene, { person, audience: 'private', kind, topic, ...(named ? { from: named.key } : {}) })
  if (named) named.waiting = null
  return opened
}

/** Somebody reads what the brand answered, and makes up their mind about it. */
export const hearAnswer = (scene: Scene, answer: Answer): void => {
  const { town } = scene
  const id = ownId(answer.id)
  const thread = threadOf(scene, answer)
  show(scene, {
    kind: 'own',
    id,
    text: answer.text,
    audience: answer.audience,
    at: answer.at,
    ...(answer.mark === undefined ? {} : { mark: answer.mark }),
    ...(thread ? { conversation: thread.key } : {}),
    ...(answer.parentId === undefined ? {} : { parentId: answer.parentId }),
  })
  const person = findPerson(answer.to)
  if (!thread || !person || answer.mark === undefined) return
  const toldToOthers = town.told.filter(({ to }) => to !== person.id).map(({ text }) => text)
  thread.answers += 1
  thread.waiting = null
  thread.answer = id
  remember(thread, {
    authorName: scene.world.brand,
    handle: scene.world.at,
    text: answer.text,
    sentAt: answer.at,
    own: true,
  })
  const { kind, audience, answers } = thread
  const roll = (question: string): number => rollIn(scene, thread.key, question, answers)
  const reaction = decideReaction({ person, kind, audience, text: answer.text, answers, toldToOthers, roll })
  const isMoved = town.plans.some((plan) => plan.thread === thread.key && plan.because !== undefined)
  if (!isMoved) town.plans.push(...plansFor(scene, thread, answer, reaction))
  town.told = [...town.told, { to: person.id, text: folded(answer.text) }].slice(-MOST_TOLD)
}
