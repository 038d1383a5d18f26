import { tryArchive } from './guards-bypass/archive.ts'
import { openAttempt, type Writer } from './guards-bypass/attempt.ts'
import { type Fault, FORBIDDEN, judge } from './guards-bypass/judge.ts'
import { WAYS, type Way } from './guards-bypass/ways.ts'
import { GOOD, WORDS, type Words } from './guards-bypass/words.ts'
import { openWorld, PEOPLE, type World } from './guards-bypass/world.ts'

const BARRED: readonly Writer[] = ['removed', 'disabled', 'unproved', 'outside', 'nobody']

interface Trial {
  way: Way
  words: Words
  writer: Writer
}

/** Every way with all words that it is about, by everybody who may be tried; those by whom nothing may leave try the harmless words. */
const trials = (): Trial[] =>
  WAYS.flatMap((way) =>
    WORDS.filter((words) => way.words?.(words) !== false).flatMap((words) =>
      [...PEOPLE, ...(words === GOOD ? BARRED : [])]
        .filter((writer) => way.never?.includes(writer) !== true)
        .map((writer) => ({ way, words, writer })),
    ),
  )

/** The same order for the same seed: each way once, then all the rest, so that a few trials are a few of everything. */
const inOrder = (list: readonly Trial[], seed: number): Trial[] => {
  let state = seed >>> 0
  const shuffled = list
    .map((trial) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return { trial, at: state }
    })
    .sort((a, b) => a.at - b.at)
    .map(({ trial }) => trial)
  const first = new Set(WAYS.map((way) => shuffled.find((trial) => trial.way === way)))
  return [...shuffled.filter((trial) => first.has(trial)), ...shuffled.filter((trial) => !first.has(trial))]
}

const tryOne = async (world: World, { way, words, writer }: Trial, turn: number) => {
  await world.sign('strict')
  const before = world.outside.posts.length
  const attempt = await openAttempt(world, writer, words, way.plain || turn % 3 > 0 ? 'plain' : 'hook')
  await attempt.begin()
  await way.go(attempt)
  const out = world.outside.posts.slice(before)
  const faults: (Fault | null)[] = []
  for (const [place, post] of out.entries()) faults.push(await judge(attempt, post, place === 0))
  return { out: out.length, refused: attempt.refused, faults: faults.flatMap((fault) => fault ?? []) }
}

/**
 * Every way to make words reach somebody outside, tried with words for each rule of the guard and each reason to wait, by every role and by
 * people who may not speak: nothing gets out without the guard's record and, where it is needed, the approvals' (G1 to G9, V1, V3).
 */
export const run = async (options: { n?: number; seed?: number } = {}) => {
  const { n = Number.POSITIVE_INFINITY, seed = 20_261_122 } = options
  const chosen = inOrder(trials(), seed).slice(0, n)
  const world = await openWorld()
  const forbidden = Object.fromEntries(FORBIDDEN.map((fault) => [fault, 0])) as Record<
    (typeof FORBIDDEN)[number],
    number
  >
  const refused: Record<string, number> = {}
  const found: string[] = []
  let published = 0
  try {
    for (const [turn, trial] of chosen.entries()) {
      const { out, faults, refused: answers } = await tryOne(world, trial, turn)
      published += out
      for (const answer of answers) refused[answer] = (refused[answer] ?? 0) + 1
      for (const fault of faults) {
        forbidden[fault] += 1
        found.push(`${fault}: ${trial.way.name}, ${trial.words.name}, by ${trial.writer}`)
      }
    }
    const archive = await tryArchive(world)
    published += archive.published
    forbidden.leaked += archive.leaked
    if (archive.leaked > 0) found.push(`leaked: ${archive.leaked} by an archive`)
  } finally {
    await world.close()
  }
  const faults = Object.values(forbidden).reduce((sum, count) => sum + count, 0)
  return {
    test: 'guards-bypass',
    n: chosen.length,
    ways: new Set(chosen.map(({ way }) => way)).size,
    words: new Set(chosen.map(({ words }) => words)).size,
    writers: new Set(chosen.map(({ writer }) => writer)).size,
    published,
    ...forbidden,
    refused,
    ...(found.length > 0 && { found: found.slice(0, 20) }),
    seed,
    passed: faults === 0 && published > chosen.length / 20,
  }
}
