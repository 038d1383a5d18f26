import { useQuery } from '@tanstack/react-query'
import { useNow } from '../clock.ts'
import { queries } from '../query.ts'
import { eventSentence, useEventWords } from '../words/event-sentence.ts'
import { useSpeech } from '../words/words.ts'
import { useFileWords } from './file-words.ts'
import { whyHastened } from './reading-line.ts'
import { useReadingWords } from './reading-words.ts'
import { whyGiven } from './why-given.ts'

interface Told {
  readonly name: string
  readonly by: { readonly name: string } | null
  readonly data: Record<string, unknown>
}

/** Each event of the case in a sentence, the newest first (D2). */
export function TimelineLines({ caseId }: { caseId: string }) {
  const { w, f } = useSpeech()
  const words = useFileWords()
  const read = useReadingWords()
  const events = useEventWords()
  const now = useNow()
  const { data } = useQuery(queries.timeline(caseId))
  const { data: team } = useQuery(queries.members())
  const nameOf = (id: unknown) => team?.members.find((member) => member.id === id)?.name ?? w.file.somebody
  const sentence = ({ name, by, data: kept }: Told) =>
    (name === 'case.assigned' ? whyGiven(w, words.given, kept, nameOf, (at) => f.day(at, now)) : null) ??
    (name === 'case.hastened' ? whyHastened(read, by?.name ?? null, kept) : null) ??
    eventSentence(events, name, by?.name ?? null)
  return (
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
  )
}
