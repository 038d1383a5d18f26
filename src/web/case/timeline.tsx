import { lazy, Suspense, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'

const TimelineLines = lazy(() => import('./timeline-lines.tsx').then((m) => ({ default: m.TimelineLines })))

/** Everything that happened to the case, from the log (D2). Fetched and read only when asked for. */
export function Timeline({ caseId }: { caseId: string }) {
  const w = useWords()
  const [open, setOpen] = useState(false)
  return (
    <section className="side-block">
      <h2>
        <Button look="link" small aria-expanded={open} onPress={() => setOpen(!open)}>
          {open ? w.file.hideTimeline : w.file.timeline}
        </Button>
      </h2>
      {open && (
        <Suspense>
          <TimelineLines caseId={caseId} />
        </Suspense>
      )}
    </section>
  )
}
