import { lazy, memo, Suspense, useLayoutEffect, useMemo, useRef } from 'react'
import type { CaseView } from '#contract/case-view.ts'
import { useWords } from '../words/words.ts'
import { Delivery } from './delivery.tsx'
import { type Entry, entriesOf } from './entries.ts'
import { Message } from './message.tsx'
import { Note } from './note.tsx'
import { useOlder } from './older.ts'
import './thread.css'

const WaitingCard = lazy(() => import('../approvals/waiting-card.tsx').then((m) => ({ default: m.WaitingCard })))

const EDGE = 200
/** A region that scrolls must be reachable with the keyboard. */
const REACHABLE = 0

/**
 * The thread: the last thirty, the older ones on the way up. The browser itself holds it by its foot (it is laid out from there): it
 * opens on the last words, follows them, and keeps still when older ones come above, without anything being measured.
 */
export const Thread = memo(function Thread({ view, brand }: { view: CaseView; brand: string }) {
  const w = useWords()
  const { messages, more, readOlder } = useOlder(view)
  const entries = useMemo(() => entriesOf(view, messages), [view, messages])
  const { hold, onScroll } = useReader(view.id, entries.at(-1)?.key)
  return (
    <section
      ref={hold}
      className="thread"
      tabIndex={REACHABLE}
      aria-label={w.thread.label}
      onScroll={(event) => {
        const above = onScroll(event.currentTarget)
        if (more && above < EDGE) void readOlder()
      }}
    >
      <div className="thread-inside">
        {entries.map((entry) => (
          <div key={entry.key} className="thread-place">
            <EntryCard entry={entry} brand={brand} caseId={view.id} />
          </div>
        ))}
      </div>
    </section>
  )
})

/** Whoever has gone up to read stays at their line when new words come at the foot; another case is open at its foot again. */
const useReader = (caseId: string, last: string | undefined) => {
  const hold = useRef<HTMLElement>(null)
  const away = useRef<{ height: number } | null>(null)
  const shown = useRef({ caseId, last })
  useLayoutEffect(() => {
    const before = shown.current
    shown.current = { caseId, last }
    const box = hold.current
    if (box === null || away.current === null) return
    if (before.caseId !== caseId) {
      away.current = null
      box.scrollTop = 0
      return
    }
    const { scrollHeight } = box
    if (before.last !== last) box.scrollTop -= scrollHeight - away.current.height
    away.current = { height: scrollHeight }
  })
  const onScroll = (box: HTMLElement): number => {
    // Laid out from its foot, a box counts from there, downwards below zero.
    const { scrollTop, scrollHeight, clientHeight } = box
    away.current = scrollTop < 0 ? { height: scrollHeight } : null
    return scrollHeight - clientHeight + scrollTop
  }
  return { hold, onScroll }
}

const EntryCard = memo(function EntryCard({ entry, brand, caseId }: { entry: Entry; brand: string; caseId: string }) {
  if (entry.kind === 'message') return <Message message={entry.message} brand={brand} caseId={caseId} />
  if (entry.kind === 'note') return <Note note={entry.note} />
  if (entry.kind === 'approval')
    return (
      <Suspense>
        <WaitingCard approval={entry.approval} brand={brand} />
      </Suspense>
    )
  return <Delivery delivery={entry.delivery} brand={brand} />
})
