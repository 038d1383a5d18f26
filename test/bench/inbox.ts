import { type FilledDesk, filledDesk } from './filled-desk.ts'
import { type Measure, median, quantile } from './measure.ts'
import { cases, type Question, queues, searches } from './questions.ts'

const SMALL = 10_000
const LARGE = 1_000_000
const ROUNDS = 5
const EACH = 20
const MOST = 2

const timed = async (question: Question, filled: FilledDesk, turn: number): Promise<number> => {
  const began = performance.now()
  const rows = await question.ask(filled, turn)
  const took = performance.now() - began
  if (rows < question.rows / 2 && question.rows > 1) throw new Error(`${question.name}: only ${rows} rows came`)
  return took
}

/** Both sizes, turn by turn, so that whatever else the machine does weighs on both. */
const compare = async (question: Question, small: FilledDesk, large: FilledDesk): Promise<Measure[]> => {
  const all = { small: [] as number[], large: [] as number[] }
  const ratios: number[] = []
  for (let round = -1; round < ROUNDS; round++) {
    const now = { small: [] as number[], large: [] as number[] }
    for (let i = 0; i < EACH; i++) {
      const turn = (round + 1) * EACH + i
      now.small.push(await timed(question, small, turn))
      now.large.push(await timed(question, large, turn))
    }
    // The first round warms both up.
    if (round < 0) continue
    all.small.push(...now.small)
    all.large.push(...now.large)
    ratios.push(quantile(now.large, 0.95) / quantile(now.small, 0.95))
  }
  const half = { value: median(all.large), reference: median(all.small) }
  return [
    { name: `${question.name}, p50`, unit: 'ms', ...half, ratio: half.value / half.reference },
    {
      ...{
        name: `${question.name}, p95`,
        unit: 'ms',
        value: quantile(all.large, 0.95),
        reference: quantile(all.small, 0.95),
      },
      ...{ ratio: median(ratios), most: MOST },
    },
  ]
}

/** Pages, searches and conversations at a million messages, against the same at ten thousand: nothing may take twice as long. */
export async function* run(): AsyncGenerator<Measure> {
  await using small = await filledDesk(SMALL)
  const began = performance.now()
  await using large = await filledDesk(LARGE)
  yield { name: 'inbox: a million messages written for this', value: (performance.now() - began) / 1000, unit: 's' }
  for (const question of [...queues, ...searches, ...cases]) yield* await compare(question, small, large)
}
