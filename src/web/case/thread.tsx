import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import type { CaseView } from '#contract/case-view.ts'
import { useWords } from '../words/words.ts'
import { Delivery } from './delivery.tsx'
import { type Entry, entriesOf } from './entries.ts'
import { Message } from './message.tsx'
import { Note } from './note.tsx'
import { useOlder } from './older.ts'
import './thread.css'

const EDGE = 200
/** A region that scrolls must be reachable with the keyboard. */
const REACHABLE = 0

/** The thread: the last thirty, the older ones on the way up, anchored at its foot; only what is seen exists. */
export function Thread({ view, brand }: { view: CaseView; brand: string }) {
  const w = useWords()
  const box = useRef<HTMLDivElement>(null)
  const { messages, more, readOlder } = useOlder(view)
  const entries = useMemo(() => entriesOf(view, messages), [view, messages])
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => box.current,
    estimateSize: () => 96,
    getItemKey: (i) => entries[i]?.key ?? i,
    anchorTo: 'end',
    followOnAppend: true,
    gap: 14,
    overscan: 8,
    paddingStart: 20,
    paddingEnd: 20,
  })

  // A thread opens on its last words.
  const opened = useRef('')
  useEffect(() => {
    if (opened.current === view.id) return
    opened.current = view.id
    if (virtual.getTotalSize() > (virtual.scrollRect?.height ?? 0)) virtual.scrollToEnd()
  }, [view.id, virtual])

  return (
    <section
      ref={box}
      className="thread"
      tabIndex={REACHABLE}
      aria-label={w.thread.label}
      onScroll={(event) => more && event.currentTarget.scrollTop < EDGE && void readOlder()}
    >
      <div className="thread-inside" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const entry = entries[item.index]
          return (
            entry && (
              <div
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                className="thread-place"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <EntryCard entry={entry} brand={brand} />
              </div>
            )
          )
        })}
      </div>
    </section>
  )
}

function EntryCard({ entry, brand }: { entry: Entry; brand: string }) {
  if (entry.kind === 'message') return <Message message={entry.message} brand={brand} />
  if (entry.kind === 'note') return <Note note={entry.note} />
  return <Delivery delivery={entry.delivery} brand={brand} />
}
