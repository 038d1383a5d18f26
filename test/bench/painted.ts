import { setTimeout as pause } from 'node:timers/promises'
import { handMention } from './hand-mention.ts'
import { type Measure, median, quantile } from './measure.ts'
import { takeSeat } from './seat.ts'

const MESSAGES = 60
const CONVERSATIONS = 10_000
const WARM = 5
const BETWEEN_MS = 300

/** From the first byte of a signed webhook to its row on screen: server, live stream, question, answer and browser. */
export async function* run(): AsyncGenerator<Measure> {
  await using seat = await takeSeat(CONVERSATIONS * 4)
  const painted: number[] = []
  const answered: number[] = []
  for (let i = 0; i < MESSAGES + WARM; i++) {
    const { tookMs, answeredMs } = await handMention(seat)
    if (i >= WARM) {
      painted.push(tookMs)
      answered.push(answeredMs)
    }
    // Not always at the same moment of the desk's own rounds.
    await pause(BETWEEN_MS + ((i * 137) % 400))
  }
  yield { name: 'painted: webhook to painted row, p50', value: median(painted), unit: 'ms' }
  yield { name: 'painted: webhook to painted row, p95', value: quantile(painted, 0.95), unit: 'ms' }
  yield { name: 'painted: of which until the 200, p50', value: median(answered), unit: 'ms' }
}
