import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNow } from '../clock.ts'
import { queries } from '../query.ts'
import { Button } from '../ui/button.tsx'
import { eventSentence } from '../words/event-sentence.ts'
import { useSpeech } from '../words/words.ts'
import { useFileWords } from './file-words.ts'
import { whyHastened } from './reading-line.ts'
import { useReadingWords } from './reading-words.ts'
import { whyGiven } from './why-given.ts'

/** Everything that happened to the case, from the log, each event in a sentence (D2). Read only when asked for. */
export function Timeline({ caseId }: { caseId: string }) {
  const { w, f } = useSpeech()
  const words = useFileWords()
  const read = useReadingWords()
  const now = useNow()
  const [open, setOpen] = useState(false)
  const { data } = useQuery({ ...queries.timeline(caseId), enabled: open })
  const { data: team } = useQuery({ ...queries.members(), enabled: open })
  const nameOf = (id: unknown) => team?.members.find((member) => member.id === id)?.name ?? w.file.somebody
  const sentence = ({
    name,
    by,
    data: kept,
  }: {
    name: string
    by: { name: string } | null
    data: Record<string, unknown>
  }) =>
    (name === 'case.assigned' ? whyGiven(w, words.given, kept, nameOf, (at) => f.day(at, now)) : null) ??
    (name === 'case.hastened' ? whyHastened(read, by?.name ?? null, kept) : null) ??
    eventSentence(w, name, by?.name ?? null)
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
              <span>{sentence(event)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
