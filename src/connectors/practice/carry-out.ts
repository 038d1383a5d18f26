import { between, pick } from '#core/crowd/chance.ts'
import type { Situation } from '#core/crowd/situation.ts'
import { SECOND_MS } from '#core/time.ts'
import { people } from './people.ts'
import { begin, lineFor, personIn, rollIn, type Scene, say, show, speak } from './scene.ts'
import { type Plan, privateKey, type Thread } from './town.ts'
import { ASKS_NO_MORE } from './wait.ts'

const formOf = (thread: Thread) => (thread.audience === 'private' ? 'direct' : 'reply')

const AFTERTHOUGHT = {
  fr: { dispute: ' (Modifié : c’est la commande {order}, pardon.)', other: ' (Modifié : une faute de frappe 🙈)' },
  en: { dispute: ' (Edit: that’s order {order}, sorry.)', other: ' (Edit: typo 🙈)' },
}

const edit = (scene: Scene, thread: Thread, id: string, written: string): void => {
  const person = personIn(thread.person)
  const kind = thread.kind === 'dispute' ? 'dispute' : 'other'
  const text = `${written}${say(scene, thread, AFTERTHOUGHT[person.language][kind])}`
  show(scene, { kind: 'edit', id, text, at: scene.now })
}

/** People take back a message that nobody has answered. */
const takeBack = (scene: Scene, thread: Thread, id: string): void => {
  if (thread.answers > 0) return
  show(scene, { kind: 'deletion', id, at: scene.now })
  delete scene.town.threads[thread.key]
}

const openPrivately = (scene: Scene, from: Thread, situation: Situation): void => {
  const person = personIn(from.person)
  const known = scene.town.threads[privateKey(person.id)]
  const { kind, topic } = from
  const thread = known ?? begin(scene, { person, audience: 'private', kind, topic, from: from.key })
  speak(scene, thread, lineFor(scene, thread, situation), 'direct')
  thread.waiting = { since: scene.now, times: 0 }
}

const join = (scene: Scene, joined: Thread, id: string): void => {
  const thread = begin(scene, { person: personIn(id), audience: 'public', kind: 'dispute', topic: joined.topic })
  thread.above = joined.above
  thread.last.id = joined.last.id
  speak(scene, thread, lineFor(scene, thread, 'me-too'), 'reply')
  thread.waiting = { since: scene.now, times: ASKS_NO_MORE }
}

/** Writes below what the brand has told everybody; whoever is not calmed waits for an answer there too. */
const comment = (
  scene: Scene,
  moved: Thread,
  { situation, under, text }: Extract<Plan['does'], { kind: 'comment' }>,
) => {
  const { world } = scene
  const calm = situation === 'statement-heard'
  const person = personIn(moved.person)
  const kind = calm ? 'praise' : moved.kind
  const thread = begin(scene, { person, audience: 'public', kind, topic: moved.topic })
  thread.number = moved.number
  thread.above = [{ authorName: world.brand, handle: world.at, text, own: true }]
  thread.last.id = under
  speak(scene, thread, lineFor(scene, thread, situation), 'reply')
  thread.waiting = calm ? null : { since: scene.now, times: ASKS_NO_MORE }
}

/** A shout is heard: whoever has readers is joined by one or two of them. */
const drawCrowd = (scene: Scene, shout: Thread): void => {
  const { language, followers, id } = personIn(shout.person)
  const crowd = (followers > 1000 ? 1 : 0) + (rollIn(scene, 'crowd', shout.key) < 0.4 ? 1 : 0)
  const readers = people.filter(
    (one) => one.language === language && one.id !== id && one.temper !== 'journalist' && !one.blocks,
  )
  for (let n = 0; n < crowd; n++) {
    const reader = pick(readers, rollIn(scene, 'reader', shout.key, n))
    const delay = between(30, 120, rollIn(scene, 'joins', shout.key, n)) * SECOND_MS * scene.world.scale
    if (reader)
      scene.town.plans.push({ at: scene.now + delay, thread: shout.key, does: { kind: 'join', person: reader.id } })
  }
}

/** An ignored person asks again where they are, and at last cries out where everybody hears them. */
export const insist = (scene: Scene, thread: Thread, situation: Situation): void => {
  if (!thread.waiting) return
  if (situation !== 'shout') {
    speak(scene, thread, lineFor(scene, thread, situation), formOf(thread))
    thread.waiting.times += 1
    return
  }
  thread.waiting = null
  const { kind, topic } = thread
  const shout = begin(scene, { person: personIn(thread.person), audience: 'public', kind, topic })
  shout.number = thread.number
  speak(scene, shout, lineFor(scene, shout, 'shout'), 'mention')
  // They have said all they had to say: an answer is still owed, but they ask for it no more.
  shout.waiting = { since: scene.now, times: ASKS_NO_MORE }
  drawCrowd(scene, shout)
}

export const carryOut = (scene: Scene, { thread: key, does }: Plan): void => {
  const thread = scene.town.threads[key]
  if (!thread) return
  switch (does.kind) {
    case 'say':
      speak(scene, thread, lineFor(scene, thread, does.situation), formOf(thread))
      thread.waiting = does.next === 'waits' ? { since: scene.now, times: 0 } : null
      break
    case 'open-private':
      openPrivately(scene, thread, does.situation)
      break
    case 'join':
      join(scene, thread, does.person)
      break
    case 'comment':
      comment(scene, thread, does)
      break
    case 'edit':
      edit(scene, thread, does.message, does.text)
      break
    case 'delete':
      takeBack(scene, thread, does.message)
  }
}
