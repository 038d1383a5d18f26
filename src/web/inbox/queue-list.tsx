import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { rowHeight } from '../look.ts'
import { useDesk } from '../session/session.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/words.ts'
import type { Queue, QueueView } from './queue.ts'
import { Row } from './row.tsx'
import { toggleChecked, useChecked } from './selection.ts'
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
  const box = useRef<HTMLDivElement>(null)
  const checked = useChecked()
  const size = rowHeight()
  const { order, more } = view
  const virtual = useVirtualizer({
    count: order.length,
    getScrollElement: () => box.current,
    estimateSize: () => size,
    getItemKey: (i) => order[i] ?? i,
    overscan: 6,
  })
  const items = virtual.getVirtualItems()
  const lastSeen = items.at(-1)?.index ?? 0

  useEffect(() => {
    if (size > 0) virtual.measure()
  }, [virtual, size])
  const edge = (virtual.scrollOffset ?? 0) + (virtual.scrollRect?.height ?? 0)
  useEffect(() => {
    if (edge > 0 && size > 0) queue.see(Math.ceil(edge / size))
  }, [queue, edge, size])
  useEffect(() => {
    if (more && lastSeen > order.length - 40) void queue.readMore()
  }, [queue, more, lastSeen, order.length])

  // The open case stays in view when a key moves it; a click never scrolls what is already seen.
  const openIndex = openId === undefined ? -1 : order.indexOf(openId)
  const shown = useRef<string | undefined>(undefined)
  useLayoutEffect(() => {
    if (openIndex < 0 || shown.current === openId) return
    shown.current = openId
    // Measured from what is known: asking the browser would make it lay the page out.
    const [top, height] = [virtual.scrollOffset ?? 0, virtual.scrollRect?.height ?? 0]
    const isSeen = openIndex * size >= top && (openIndex + 1) * size <= top + height
    if (!isSeen) virtual.scrollToIndex(openIndex, { align: 'auto' })
  }, [openIndex, openId, virtual, size])

  if (view.state === 'loading' && order.length === 0) return <Skeleton rows={9} />
  return (
    <div
      ref={box}
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
      <div className="queue-inside" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const id = order[item.index]
          return (
            id !== undefined && (
              <div
                key={item.key}
                className="queue-place"
                role="presentation"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <Row
                  queue={queue}
                  id={id}
                  place={item.index}
                  count={more ? Math.max(total, order.length) : order.length}
                  open={id === openId}
                  checked={checked.has(id)}
                  meId={me.id}
                />
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}
