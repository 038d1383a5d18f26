import { IconExternalLink } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CaseView } from '#contract/case-view.ts'
import { workspaceId } from '../api.ts'
import { useNow } from '../clock.ts'
import { Face } from '../ui/badge.tsx'
import { useSpeech } from '../words/words.ts'

/** Who writes, as the network shows them, and what they wrote to the brand before (P3). */
export function CustomerCard({ view }: { view: CaseView }) {
  const { w, f } = useSpeech()
  const now = useNow()
  const { author, history } = view
  return (
    <>
      <p className="speaker">
        <Face name={author.displayName} url={author.avatarUrl} />
        <b>{author.displayName}</b>
      </p>
      <dl className="facts">
        <dt>{w.file.account}</dt>
        <dd>
          {author.profileUrl === null ? (
            author.handle
          ) : (
            <a href={author.profileUrl} target="_blank" rel="noopener noreferrer">
              {author.handle}
              <IconExternalLink aria-hidden="true" size={13} />
            </a>
          )}
        </dd>
        {author.followers !== null && (
          <>
            <dt>{w.file.reach}</dt>
            <dd>{f.number(author.followers)}</dd>
          </>
        )}
        <dt>{w.file.since}</dt>
        <dd>{f.ago(Math.min(view.openedAt, view.messages[0]?.sentAt ?? view.openedAt), now)}</dd>
        <dt>{w.file.exchanges}</dt>
        <dd>{w.file.exchangesCount(history.length + 1)}</dd>
      </dl>
      {history.length > 0 && (
        <ul className="history" aria-label={w.file.history}>
          {history.map((past) => (
            <li key={past.caseId}>
              <Link
                to="/w/$workspace/inbox"
                params={{ workspace: workspaceId() }}
                search={{ queue: 'all', case: past.caseId }}
              >
                <span className="small quiet">
                  {past.network}, {f.day(past.openedAt, now)}, {w.states[past.state]}
                </span>
                <p>{past.excerpt}</p>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
