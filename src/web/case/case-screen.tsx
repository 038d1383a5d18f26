import { useQuery } from '@tanstack/react-query'
import { memo, useState } from 'react'
import { isRefused } from '../api.ts'
import { Composer } from '../composer/composer.tsx'
import { Findings } from '../composer/findings.tsx'
import type { Queue } from '../inbox/queue.ts'
import { useCommand } from '../keys/registry.ts'
import { queries } from '../query.ts'
import { useAccounts, useDesk } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useMedia } from '../ui/use-media.ts'
import { useWords } from '../words/words.ts'
import { CaseHead, CaseHeadWaiting } from './case-head.tsx'
import { Side } from './side.tsx'
import { Thread } from './thread.tsx'
import './case-screen.css'

/** One case: the thread, where one answers, and beside them all that must be known before anything leaves. */
export const CaseScreen = memo(function CaseScreen({ id, queue }: { id: string; queue: Queue }) {
  const w = useWords()
  const { can } = useDesk()
  const { account } = useAccounts()
  const { data: view, error, refetch } = useQuery(queries.case(id))
  const beside = useMedia('(min-width: 1181px)')
  const [sideOpen, setSideOpen] = useState(false)
  useCommand('details', () => setSideOpen(!sideOpen), !beside)

  if (view === undefined)
    return (
      <div className="case">
        <div className="case-main">
          <CaseHeadWaiting row={queue.row(id)} />
          <div className="thread">
            {error === null ? (
              <Skeleton rows={3} tall />
            ) : (
              <div className="empty">
                <p>{isRefused(error, 'not-found') ? w.thread.notFound : w.thread.unreadable}</p>
                <Button onPress={() => void refetch()}>{w.app.tryAgain}</Button>
              </div>
            )}
          </div>
        </div>
      </div>
    )
  const its = account(view.accountId)
  return (
    <div className="case">
      <div className="case-main">
        <CaseHead view={view} account={its} sideOpen={sideOpen} onSide={beside ? null : () => setSideOpen(!sideOpen)} />
        <Thread view={view} brand={its?.displayName ?? view.guard.brandName} />
        {can('draft.write') && (
          <div className="composer-place">
            {!beside && (
              <div className="findings-inline">
                <h2 className="unseen">{w.guard.title}</h2>
                <Findings view={view} />
              </div>
            )}
            <Composer view={view} readAt={view.readAt} account={its} />
          </div>
        )}
      </div>
      {(beside || sideOpen) && (
        <Side view={view} account={its} withGuard={beside} onClose={beside ? null : () => setSideOpen(false)} />
      )}
    </div>
  )
})
