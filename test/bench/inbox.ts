import { filledDesk } from './filled-desk.ts'
import type { Measure } from './measure.ts'
import { cases, queues, searches } from './questions.ts'
import { compare } from './sizes.ts'

const SMALL = 10_000
const LARGE = 1_000_000

/** Pages, searches and conversations at a million messages, against the same at ten thousand: nothing may take twice as long. */
export async function* run(): AsyncGenerator<Measure> {
  await using small = await filledDesk(SMALL)
  const began = performance.now()
  await using large = await filledDesk(LARGE)
  yield { name: 'inbox: a million messages written for this', value: (performance.now() - began) / 1000, unit: 's' }
  for (const question of [...queues, ...searches, ...cases]) yield* await compare(question, small, large)
}
