import { useInfiniteQuery } from '@tanstack/react-query'
import { api, codeOf, workspaceId } from '../api.ts'
import { useNow } from '../clock.ts'
import { useDesk } from '../session/session.ts'
import { Page } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { sayDone, sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import './quarantine.css'

/** What came in and could not be understood: kept as it came, and read again on demand. */
export function Quarantine() {
  const { w, f } = useSpeech()
  const { can } = useDesk()
  const now = useNow()
  const { data, isPending, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: [workspaceId(), 'quarantine'],
    queryFn: ({ pageParam }) => api.listQuarantine(pageParam === null ? {} : { after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.after,
  })
  const receipts = data?.pages.flatMap((page) => page.receipts) ?? []
  const replay = async (id: string) => {
    try {
      await api.replayReceipt({ id })
      sayDone(w.quarantine.replayed)
      await refetch()
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    }
  }
  return (
    <Page
      title={w.places.quarantine}
      tone={receipts.length > 0 ? 'late' : 'calm'}
      answer={isPending ? '\u00a0' : w.quarantine.answer(receipts.length)}
    >
      {isPending && <Skeleton rows={3} tall />}
      {!isPending && receipts.length === 0 && <p className="quiet">{w.quarantine.empty}</p>}
      <ul className="receipts">
        {receipts.map((receipt) => (
          <li key={receipt.id} className="panel">
            <p>
              <b>{receipt.network}</b>{' '}
              <span className="quiet">
                {w.quarantine.came(f.ago(receipt.receivedAt, now), f.size(receipt.size), receipt.attempts)}
              </span>
            </p>
            <p className="late">{receipt.fault}</p>
            <pre className="code">{receipt.excerpt}</pre>
            {can('channels.write') && (
              <p className="acts">
                <Button small onPress={() => void replay(receipt.id)}>
                  {w.quarantine.replay}
                </Button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {hasNextPage && <Button onPress={() => void fetchNextPage()}>{w.quarantine.more}</Button>}
    </Page>
  )
}
