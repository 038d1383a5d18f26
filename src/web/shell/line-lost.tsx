import { useLine } from '../live.ts'
import { useSpeech } from '../words/words.ts'

/** The live stream is cut: since when, and what is kept meanwhile. */
export function LineLost() {
  const { w, f } = useSpeech()
  const line = useLine()
  return line.state === 'open' ? null : (
    <p className="line-lost" role="status">
      {w.app.lineLost(f.clock(line.since))}
    </p>
  )
}
