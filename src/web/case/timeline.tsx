import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNow } from '../clock.ts'
import { queries } from '../query.ts'
import { Button } from '../ui/button.tsx'
import { eventSentence } from '../words/event-sentence.ts'
import { useSpeech } from '../words/words.ts'

/** Everything that happened to the case, from the log, each event in a sentence (D2). Read only when asked for. */
export function Timeline({ caseId }: { caseId: string }) {
  const { w, f } = useSpeech()
  const now = useNow()
  const [open, setOpen] = useState(false)
  const { data } = useQuery({ ...queries.timeline(caseId), enabled: open })
  return (
    <section className="side-block">
      <h2>
        <Button look="link" small aria-expanded={open} onPress={() => setOpen(!open)}>
          {open ? w.file.hideTimeline : w.file.timeline}
        </Button>
      </h2>
      {open && (
        <ol className="timeline">
          {(data?.events ?? []).toReversed().map((event) => (
            <li key={event.id}>
              <time className="quiet small" dateTime={new Date(event.at).toISOString()} title={f.moment(event.at, now)}>
                {f.clock(event.at)}
              </time>
              <span>{eventSentence(w, event.name, event.by?.name ?? null)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
