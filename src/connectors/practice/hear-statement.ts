import { between } from '#core/crowd/chance.ts'
import { folded, languageOf, readStatement } from '#core/crowd/hear.ts'
import type { Situation } from '#core/crowd/situation.ts'
import { MINUTE_MS, SECOND_MS } from '#core/time.ts'
import { ownId } from './hear-answer.ts'
import { personIn, rollIn, type Scene, show } from './scene.ts'
import type { Entry, Thread } from './town.ts'

type Statement = Extract<Entry, { kind: 'statement' }>

const MOST_TOLD = 40
/** So many of those concerned write below a statement; the others read it. */
const MOST_COMMENTS = 5
/** What people who were told something untrue lose of their patience. */
const LOST_MS = 30 * MINUTE_MS

const SITUATION: Record<ReturnType<typeof readStatement>, Situation> = {
  false: 'statement-false',
  hollow: 'statement-hollow',
  useful: 'statement-heard',
}
/** Who is angry writes; who is calmed mostly goes back to what they were doing. */
const WRITES = { false: 0.9, hollow: 0.5, useful: 0.4 }

/** Those who wait for the brand in public and can read this, whoever has waited longest first. */
const concernedBy = ({ town }: Scene, text: string): Thread[] => {
  const language = languageOf(text)
  const seen = new Set<string>()
  return Object.values(town.threads)
    .filter(({ kind, audience, waiting }) => waiting !== null && audience === 'public' && kind !== 'praise')
    .filter(({ person: id }) => {
      const { blocks, language: own } = personIn(id)
      return blocks !== true && (language === null || language === own)
    })
    .sort((a, b) => (a.waiting?.since ?? 0) - (b.waiting?.since ?? 0) || a.number - b.number)
    .filter(({ person }) => !seen.has(person) && seen.add(person) !== undefined)
}

/** The brand tells everybody where it stands. Whoever waits takes heart if it helps them, and is angrier if it is not so (C1, C3). */
export const hearStatement = (scene: Scene, entry: Statement): void => {
  const { town, world } = scene
  const { id, mark, text, at, parentId } = entry
  show(scene, {
    ...{ kind: 'own', id: ownId(id), text, audience: 'public', at, mark },
    ...(parentId === undefined ? {} : { parentId }),
  })
  const words = folded(text)
  const before = town.told.filter(({ to }) => to === '').map((one) => one.text)
  const reading = readStatement(text, before)
  let comments = 0
  for (const thread of concernedBy(scene, text)) {
    const { waiting } = thread
    if (waiting !== null && reading === 'useful') waiting.since = Math.max(waiting.since, at)
    if (waiting !== null && reading === 'false') waiting.since -= LOST_MS * world.scale
    if (comments === MOST_COMMENTS || rollIn(scene, 'comments', id, thread.key) > WRITES[reading]) continue
    comments += 1
    const delay = between(15, 90, rollIn(scene, 'delay', id, thread.key)) * SECOND_MS * world.scale
    const does = { kind: 'comment', situation: SITUATION[reading], under: ownId(id), text } as const
    town.plans.push({ at: at + delay, thread: thread.key, does })
  }
  town.told = [...town.told, { to: '', text: words }].slice(-MOST_TOLD)
}
