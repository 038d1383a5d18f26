import { useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { api, codeOf, workspaceId } from '../api.ts'
import { useNow } from '../clock.ts'
import { useDesk } from '../session/session.ts'
import { Page, Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { sayDone, sayTrouble } from '../undo.ts'
import { useEventWords } from '../words/event-sentence.ts'
import { useSpeech } from '../words/words.ts'
import { everything, filterOf } from './filter.ts'
import { Filters } from './filters.tsx'
import { Line } from './line.tsx'
import { takeCopy } from './take-copy.ts'
import { useJournalWords } from './words.ts'
import './journal.css'

/** Who did what, when: every deed as a sentence, each sealed to the one before. */
export function Journal() {
  const { w, f } = useSpeech()
  const events = useEventWords()
  const words = useJournalWords()
  const { can } = useDesk()
  const now = useNow()
  const [asked, setAsked] = useState(everything)
  const filter = useDeferredValue(filterOf(events, asked))
  const { data, isPending, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [workspaceId(), 'journal', filter],
    queryFn: ({ pageParam }) => api.readJournal({ ...filter, ...(pageParam === null ? {} : { after: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.after,
  })
  const lines = data?.pages.flatMap((page) => page.lines) ?? []
  const chain = data?.pages[0]?.chain
  const [taken, setTaken] = useState<number | null>(null)
  const take = async (format: 'csv' | 'jsonl') => {
    setTaken(0)
    try {
      await takeCopy(filter, format, setTaken)
      sayDone(words.exported)
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    } finally {
      setTaken(null)
    }
  }
  const anchoredOn = chain?.anchoredOn == null ? null : f.day(new Date(`${chain.anchoredOn}T12:00`).getTime(), now)
  return (
    <Page
      title={w.places.journal}
      answer={chain === undefined ? '\u00a0' : words.answer(f.number(chain.sealed), anchoredOn)}
    >
      <Filters asked={asked} onAsk={setAsked} />
      {isPending && <Skeleton rows={6} />}
      {!isPending && lines.length === 0 && <p className="quiet">{words.none}</p>}
      <ol className="journal">
        {lines.map((line) => (
          <Line key={line.id} line={line} now={now} />
        ))}
      </ol>
      {hasNextPage && <Button onPress={() => void fetchNextPage()}>{words.more}</Button>}
      {can('journal.export') && (
        <Panel title={words.exports} note={words.exportsNote}>
          <p className="acts">
            <Button isDisabled={taken !== null} onPress={() => void take('csv')}>
              {words.csv}
            </Button>
            <Button isDisabled={taken !== null} onPress={() => void take('jsonl')}>
              {words.jsonl}
            </Button>
            {taken !== null && <span role="status">{words.exporting(taken)}</span>}
          </p>
        </Panel>
      )}
    </Page>
  )
}
