import type { FilledDesk } from './filled-desk.ts'
import { type Measure, median, quantile } from './measure.ts'
import type { Question } from './questions.ts'

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
export const compare = async (question: Question, small: FilledDesk, large: FilledDesk): Promise<Measure[]> => {
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
