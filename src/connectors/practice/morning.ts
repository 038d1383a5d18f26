import type { Audience } from '#core/mention.ts'
import { MINUTE_MS, SECOND_MS } from '#core/time.ts'
import { nextOpening, openWith, planSecondThought } from './open-up.ts'
import type { Kind, Topic } from './opening.ts'
import { lineFor, personIn, rollIn, type Scene, speak } from './scene.ts'
import { PROMISE_MINUTES } from './wait.ts'

interface Early {
  person: string
  minutesAgo: number
  kind: Kind
  topic?: Topic
  audience?: Audience
  /** What they do soon after the brand has arrived. */
  soon?: 'edit' | 'delete'
}

/** Who is already waiting when the desk is opened for the first time: one past the promise, some nearly, one in each mood. */
const EARLY: readonly Early[] = [
  { person: 'town-noefaure', minutesAgo: 136, kind: 'dispute', topic: 'delivery' },
  { person: 'town-camille-roux', minutesAgo: 114, kind: 'dispute', topic: 'refund' },
  { person: 'town-callumreid', minutesAgo: 105, kind: 'dispute', topic: 'delivery' },
  { person: 'town-ines-bouvier', minutesAgo: 97, kind: 'question', topic: 'hours' },
  { person: 'town-aminata-dl', minutesAgo: 84, kind: 'praise' },
  { person: 'town-nadia-cherif', minutesAgo: 72, kind: 'dispute', topic: 'order', audience: 'private' },
  { person: 'town-jlbesson', minutesAgo: 61, kind: 'dispute', topic: 'service' },
  { person: 'town-gaetanpichon', minutesAgo: 47, kind: 'dispute', topic: 'quality', soon: 'edit' },
  { person: 'town-bastien-mrvn', minutesAgo: 35, kind: 'troll' },
  { person: 'town-meganwhitlow', minutesAgo: 26, kind: 'question' },
  { person: 'town-helene-castaing', minutesAgo: 18, kind: 'press' },
  { person: 'town-jodie-m', minutesAgo: 11, kind: 'dispute', topic: 'delivery' },
  { person: 'town-maryvonne29', minutesAgo: 5, kind: 'dispute', topic: 'order' },
  { person: 'town-lucas-ptt', minutesAgo: 2, kind: 'question', soon: 'delete' },
]

const SOON = { edit: 45 * SECOND_MS, delete: 100 * SECOND_MS }

/** The first batch: it is there at once, with ages that spread over the horizon. */
export const firstMorning = (scene: Scene): void => {
  const arrival = scene.now
  const { town } = scene
  for (const { person: id, minutesAgo, kind, topic, audience = 'public', soon } of EARLY) {
    const person = personIn(id)
    scene.now = Math.round(arrival - (minutesAgo + rollIn(scene, 'age', id)) * MINUTE_MS)
    const opening = nextOpening(
      scene,
      (one) =>
        one.language === person.language &&
        one.kind === kind &&
        one.audience === audience &&
        (topic === undefined || one.topic === topic) &&
        one.tempers.includes(person.temper),
    )
    const thread = openWith(scene, opening, person)
    if (soon) planSecondThought(scene, thread, soon, arrival + SOON[soon] * scene.world.scale)
    if (minutesAgo > PROMISE_MINUTES && thread.waiting) {
      scene.now = arrival - 4 * MINUTE_MS
      speak(scene, thread, lineFor(scene, thread, 'ignored'), 'reply')
      thread.waiting.times = 1
    }
  }
  scene.now = arrival
  scene.shown
    .sort((a, b) => a.post.at - b.post.at)
    .forEach((one, place) => {
      one.seq = town.seq - scene.shown.length + place + 1
    })
  town.morningCame = true
}
