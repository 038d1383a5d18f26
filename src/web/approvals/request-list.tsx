import type { approvalRoutes } from '#contract/approvals.ts'
import type { OutputOf } from '#contract/route.ts'
import { useNow } from '../clock.ts'
import { useAccounts } from '../session/session.ts'
import { shortName } from '../ui/short-name.ts'
import { useSpeech } from '../words/words.ts'
import { Fuse, fuseOf } from './fuse.tsx'
import { useApprovalWords } from './words.ts'

export type Waiting = OutputOf<(typeof approvalRoutes)['listApprovals']>['approvals'][number]

type Props = { approvals: readonly Waiting[]; openId: string | undefined; onOpen: (id: string) => void }

/** What waits, nearest deadline first: for whom, how long is left, by whom, and the first words. */
export function RequestList({ approvals, openId, onOpen }: Props) {
  const { w, f } = useSpeech()
  const a = useApprovalWords()
  const now = useNow()
  const { account } = useAccounts()
  return (
    <ul className="requests" aria-label={a.list}>
      {approvals.map((approval) => {
        const { state, minutes } = fuseOf(approval, now)
        return (
          <li key={approval.id}>
            <button
              type="button"
              className={approval.id === openId ? 'request-row open' : 'request-row'}
              aria-current={approval.id === openId ? 'true' : undefined}
              onClick={() => onOpen(approval.id)}
            >
              <Fuse approval={approval} />
              <span className="request-line">
                <span>
                  <b>{approval.authorName}</b>{' '}
                  <span className="small quiet">{account(approval.accountId)?.network}</span>
                </span>
                <span className={`request-time ${approval.owed ? state : ''}`}>
                  <span className="unseen">{state === 'late' ? w.inbox.lateBy : w.inbox.dueIn} </span>
                  <span aria-hidden="true">{state === 'late' ? '−' : ''}</span>
                  {f.spell(minutes)}
                </span>
              </span>
              <span className="request-first">
                {a.says(shortName(approval.writer.name))} {approval.text}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
