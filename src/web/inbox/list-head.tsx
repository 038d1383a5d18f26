import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { InboxFilter } from '#contract/inbox.ts'
import { workspaceId } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { useSpeech } from '../words/words.ts'
import { narrowingOf } from './filter.ts'
import { Filters } from './filters.tsx'
import { Horizon } from './horizon.tsx'
import { horizonQuery } from './horizon-query.ts'
import type { Queue, QueueView } from './queue.ts'
import './list-head.css'

/** The name of the queue, its state in one sentence, the strip of coming deadlines, and what waits to be shown. */
export const ListHead = memo(function ListHead({
  filter,
  view,
  queue,
}: {
  filter: InboxFilter
  view: QueueView
  queue: Queue
}) {
  const { w, f } = useSpeech()
  const { data: horizon } = useQuery(horizonQuery(filter))
  const owed = filter.queue === undefined && filter.q === undefined
  const thanked = filter.queue === 'thanks' && narrowingOf(filter) === 0
  const late = (thanked ? horizon?.thanksLate : horizon?.late) ?? 0
  const n = thanked ? (horizon?.thanks ?? 0) : (horizon?.owed ?? 0)
  const figure = `${f.number(n)}${!thanked && horizon?.owedMore ? '+' : ''}`
  return (
    <header className="list-head">
      <div className="list-title">
        <h1>{w.inbox.queues[filter.queue ?? 'owed']}</h1>
        <span className="quiet small">
          {w.inbox.sort[filter.q === undefined ? (filter.queue ?? 'owed') : 'search']}
        </span>
      </div>
      <p className="list-answer" aria-live="polite">
        {owed || thanked ? (
          <>
            {thanked ? w.inbox.thanks(n, figure) : w.inbox.owed(n, figure)}
            {late > 0 && filter.late === undefined && (
              <>
                {', '}
                <Link
                  to="/w/$workspace/inbox"
                  params={{ workspace: workspaceId() }}
                  search={{ ...filter, late: 'true' }}
                  className="late"
                >
                  {w.inbox.late(late, f.number(late))}
                </Link>
              </>
            )}
          </>
        ) : (
          w.inbox.found(view.order.length, `${f.number(view.order.length)}${view.more ? '+' : ''}`)
        )}
      </p>
      <Filters filter={filter} />
      {owed && filter.late === undefined && <Horizon filter={filter} />}
      {view.waiting > 0 && (
        <div className="new-pill">
          <Button look="main" small onPress={queue.showNewcomers}>
            {w.inbox.newOnes(view.waiting, f.number(view.waiting))}
          </Button>
        </div>
      )}
    </header>
  )
})
