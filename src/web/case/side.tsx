import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, memo, type ReactNode, Suspense } from 'react'
import type { CaseView } from '#contract/case-view.ts'
import type { Account } from '#contract/shapes.ts'
import { Findings } from '../composer/findings.tsx'
import { queries } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { useAfterPaint } from '../ui/after-paint.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import { CaseFile } from './case-file.tsx'
import { CustomerCard } from './customer-card.tsx'
import { PrivateWayCard } from './private-way-card.tsx'
import { Timeline } from './timeline.tsx'
import './side.css'

const FileDeeds = lazy(() => import('./file-deeds.tsx').then((m) => ({ default: m.FileDeeds })))

const CaseCell = lazy(() => import('../crisis/case-cell.tsx').then((m) => ({ default: m.CaseCell })))

const LinkToCell = lazy(() => import('../crisis/link-to-cell.tsx').then((m) => ({ default: m.LinkToCell })))

/** What must be known before anything leaves: the guard, the private way, the customer, the file; a frame after the words themselves. */
export function Side({
  view,
  account,
  withGuard,
  onClose,
}: {
  view: CaseView
  account: Account | undefined
  withGuard: boolean
  onClose: (() => void) | null
}) {
  const w = useWords()
  const painted = useAfterPaint(view)
  const { can } = useDesk()
  const { data } = useQuery(queries.incidents())
  const ours = new Set(view.guard.incidents.map(({ id }) => id))
  const others = data?.open.filter(({ id }) => !ours.has(id)) ?? []
  return (
    <aside className="side" aria-label={w.thread.details}>
      {onClose !== null && <Button look="quiet" icon={<IconX />} aria-label={w.app.close} onPress={onClose} />}
      {withGuard && (
        <Block title={w.guard.title}>
          <Findings view={view} />
        </Block>
      )}
      {view.guard.incidents.length > 0 && (
        <Suspense>
          <CaseCell view={view} />
        </Suspense>
      )}
      {others.length > 0 && can('case.work') && (
        <Suspense>
          <LinkToCell view={view} cells={others} />
        </Suspense>
      )}
      <Facts view={painted.id === view.id ? view : painted} account={account} />
    </aside>
  )
}

/** Still while one types: only the guard follows the keys. */
const Facts = memo(function Facts({ view, account }: { view: CaseView; account: Account | undefined }) {
  const w = useWords()
  return (
    <>
      {view.audience === 'public' && (
        <Block title={w.privateWay.title(account?.network ?? '')}>
          <PrivateWayCard view={view} />
        </Block>
      )}
      <Block title={w.file.customer}>
        <CustomerCard view={view} />
      </Block>
      <Block title={w.file.title}>
        {/* What was begun for one customer is never kept under another. */}
        <CaseFile key={view.id} view={view} />
      </Block>
      <Suspense>
        <FileDeeds key={view.id} caseId={view.id} />
      </Suspense>
      <Timeline caseId={view.id} />
    </>
  )
})

export function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="side-block">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
