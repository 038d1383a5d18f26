import { SECOND_MS } from '#core/time.ts'
import { between, pick } from './chance.ts'
import { people } from './people.ts'
import { begin, lineFor, personIn, rollIn, type Scene, say, show, speak } from './scene.ts'
import type { Situation } from './situation.ts'
import { type Plan, privateKey, type Thread } from './town.ts'

const formOf = (thread: Thread) => (thread.audience === 'private' ? 'direct' : 'reply')

const AFTERTHOUGHT = {
  fr: ' (Modifié : c’est la commande {order}, pardon.)',
  en: ' (Edit: that’s order {order}, sorry.)',
}

const edit = (scene: Scene, thread: Thread): void => {
  const person = personIn(thread.person)
  const text = `${thread.last.text}${say(scene, thread, AFTERTHOUGHT[person.language])}`
  thread.last.text = text
  show(scene, { kind: 'edit', id: thread.last.id, text, at: scene.now })
}

/** People take back a message that nobody has answered. */
const takeBack = (scene: Scene, thread: Thread): void => {
  if (thread.answers > 0) return
  show(scene, { kind: 'deletion', id: thread.last.id, at: scene.now })
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
  thread.waiting = { since: scene.now, times: 0 }
}

/** A shout is heard: whoever has readers is joined by one or two of them. */
const drawCrowd = (scene: Scene, shout: Thread): void => {
  const { language, followers, id } = personIn(shout.person)
  const crowd = (followers > 1000 ? 1 : 0) + (rollIn(scene, 'crowd', shout.key) < 0.4 ? 1 : 0)
  const readers = people.filter((one) => one.language === language && one.id !== id && !one.blocks)
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
  shout.waiting = { since: scene.now, times: 3 }
  drawCrowd(scene, shout)
}

export const carryOut = (scene: Scene, { thread: key, does }: Plan): void => {
  const thread = scene.town.threads[key]
  if (!thread) return
  if (does.kind === 'edit') edit(scene, thread)
  else if (does.kind === 'delete') takeBack(scene, thread)
  else if (does.kind === 'open-private') openPrivately(scene, thread, does.situation)
  else if (does.kind === 'join') join(scene, thread, does.person)
  else {
    speak(scene, thread, lineFor(scene, thread, does.situation), formOf(thread))
    thread.waiting = does.next === 'waits' ? { since: scene.now, times: 0 } : null
  }
}
