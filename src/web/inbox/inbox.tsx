import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo } from 'react'
import { Alerts } from '../alerts/alerts.tsx'
import { useCommand, useShortcuts } from '../keys/registry.ts'
import { queries, queryClient } from '../query.ts'
import { useTitle } from '../shell/use-title.ts'
import { useWords } from '../words/words.ts'
import { BulkBar } from './bulk-bar.tsx'
import { type Moves, MovesContext } from './desk-of-cases.tsx'
import { EmptyQueue } from './empty-queue.tsx'
import { filterKey, filterOf } from './filter.ts'
import { horizonQuery } from './horizon-query.ts'
import { ListHead } from './list-head.tsx'
import { useOpenCase } from './open-case.ts'
import { QueueList } from './queue-list.tsx'
import { useQueue } from './queues.ts'
import { checkIn, toggleChecked, uncheckAll, useChecked } from './selection.ts'
import { useFilter } from './use-filter.ts'
import './inbox.css'

const caseScreen = () => import('../case/case-screen.tsx')
const CaseScreen = lazy(() => caseScreen().then((m) => ({ default: m.CaseScreen })))

/** The inbox: who is waiting, nearest deadline first, and the conversation that is open. */
export function Inbox() {
  const w = useWords()
  const search = useSearch({ from: '/w/$workspace/inbox' })
  const filter = useFilter(filterOf(search))
  const { openId, open, readOpen } = useOpenCase(filter, search.case)
  const { queue, view } = useQueue(filter)
  const checked = useChecked()
  const keys = useShortcuts()
  const { data: horizon } = useQuery(horizonQuery(filter))

  const moves = useMemo<Moves>(() => {
    const at = () => queue.view().order.indexOf(readOpen() ?? '')
    return {
      open,
      step: (by) => {
        const next = queue.view().order[at() + by]
        if (next !== undefined) open(next)
      },
      moveOn: (done) => {
        const from = readOpen()
        if (from === undefined || !done.includes(from)) return
        const { order } = queue.view()
        const rest = (id: string) => !done.includes(id)
        open(order.slice(at() + 1).find(rest) ?? order.slice(0, Math.max(0, at())).findLast(rest))
      },
    }
  }, [open, readOpen, queue])

  useEffect(() => checkIn(filterKey(filter)), [filter])
  // First the rows, then what opens them.
  const isThere = view.state !== 'loading'
  useEffect(() => {
    if (isThere) caseScreen().catch(() => undefined)
  }, [isThere])
  // The neighbours are read ahead, so that the next key opens at once.
  useEffect(() => {
    if (openId === undefined) return
    const timer = setTimeout(() => {
      const { order } = queue.view()
      const here = order.indexOf(openId)
      for (const id of [order[here + 1], order[here + 2], order[here - 1]])
        if (id !== undefined) void queryClient.prefetchQuery(queries.case(id))
      // What the network may be asked for, and the file beside the words: only for the one that comes most likely.
      const next = order[here + 1]
      if (next === undefined) return
      void queryClient.prefetchQuery(queries.privateWay(next))
      void queryClient.prefetchQuery(queries.caseFile(next))
      void queryClient.prefetchQuery(queries.checks(next))
    }, 120)
    return () => clearTimeout(timer)
  }, [openId, queue])

  useCommand('next', () => moves.step(1))
  useCommand('previous', () => moves.step(-1), openId !== undefined)
  useCommand('check', () => openId !== undefined && toggleChecked(openId), openId !== undefined)
  useCommand('showNew', queue.showNewcomers, view.waiting > 0)
  useCommand(
    'back',
    () => (checked.size > 0 ? uncheckAll() : open(undefined)),
    openId !== undefined || checked.size > 0,
  )

  const late = horizon?.late ?? 0
  useTitle(late > 0 ? `(${late}) ${w.inbox.title}` : w.inbox.title)
  const total = filter.queue === undefined ? (horizon?.owed ?? view.order.length) : view.order.length
  return (
    <MovesContext value={moves}>
      <div className={`inbox${openId === undefined ? '' : ' case-open'}`}>
        <section className="inbox-list" aria-label={w.inbox.title}>
          <Alerts />
          <ListHead filter={filter} view={view} queue={queue} />
          {view.order.length === 0 && view.state !== 'loading' ? (
            <EmptyQueue filter={filter} failed={view.state === 'failed'} retry={() => void queue.start()} />
          ) : (
            <QueueList key={filterKey(filter)} queue={queue} view={view} total={total} openId={openId} onOpen={open} />
          )}
          {checked.size > 0 && <BulkBar queue={queue} />}
        </section>
        {openId === undefined ? (
          <p className="inbox-none quiet">{keys.on ? w.inbox.choose : w.inbox.chooseNoKeys}</p>
        ) : (
          <Suspense>
            <CaseScreen id={openId} queue={queue} />
          </Suspense>
        )}
      </div>
    </MovesContext>
  )
}
