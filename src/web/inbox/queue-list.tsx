import { useEffect, useLayoutEffect, useRef } from 'react'
import { rowHeight } from '../look.ts'
import { useAccounts, useDesk } from '../session/session.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/words.ts'
import type { Queue, QueueView } from './queue.ts'
import { Row } from './row.tsx'
import { toggleChecked, useChecked } from './selection.ts'
import { useSpan } from './use-span.ts'
import './queue-list.css'

type Props = {
  queue: Queue
  view: QueueView
  total: number
  openId: string | undefined
  onOpen: (id: string) => void
}

/** The list holds the focus and the keys; a row only takes the pointer. */
const caseUnder = (target: EventTarget): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-case]')?.dataset.case : undefined

/** The queue on screen: only the rows one sees exist; the focus stays on the list and its keys move through the cases. */
export function QueueList({ queue, view, total, openId, onOpen }: Props) {
  const w = useWords()
  const { me } = useDesk()
  const checked = useChecked()
  const size = rowHeight()
  const { order, more } = view
  const { accounts } = useAccounts()
  const { hold, span, reveal } = useSpan(size, queue.see)

  useEffect(() => {
    if (more && span.until > order.length - 40) void queue.readMore()
  }, [queue, more, span, order.length])

  // The open case stays in view when a key moves it; a click never scrolls what is already seen.
  const openIndex = openId === undefined ? -1 : order.indexOf(openId)
  const shown = useRef<string | undefined>(undefined)
  useLayoutEffect(() => {
    if (openIndex < 0 || shown.current === openId) return
    shown.current = openId
    reveal(openIndex)
  }, [openIndex, openId, reveal])

  if (view.state === 'loading' && order.length === 0) return <Skeleton rows={9} />
  return (
    <div
      ref={hold}
      className="queue"
      role="listbox"
      tabIndex={0}
      aria-label={w.inbox.title}
      aria-multiselectable="true"
      aria-activedescendant={openIndex >= 0 ? `case-${openId}` : undefined}
      onPointerEnter={(e) => e.pointerType === 'mouse' && queue.hold(true)}
      onPointerLeave={() => queue.hold(false)}
      onClick={(event) => {
        const id = caseUnder(event.target)
        if (id === undefined) return
        if (event.metaKey || event.ctrlKey || event.shiftKey) toggleChecked(id)
        else onOpen(id)
      }}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
        const next = order[openIndex + step]
        if (step === 0 || next === undefined) return
        event.preventDefault()
        onOpen(next)
      }}
    >
      <div className="queue-inside" style={{ height: order.length * size }}>
        {order.slice(span.from, span.until).map((id, i) => {
          const place = span.from + i
          return (
            <div key={id} className="queue-place" role="presentation" style={{ top: place * size }}>
              <Row
                queue={queue}
                id={id}
                place={place}
                count={more ? Math.max(total, order.length) : order.length}
                open={id === openId}
                checked={checked.has(id)}
                meId={me.id}
                accounts={accounts}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}
