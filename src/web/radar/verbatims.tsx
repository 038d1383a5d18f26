import { Link } from '@tanstack/react-router'
import type { VerbatimView } from '#contract/radar.ts'
import { workspaceId } from '../api.ts'
import { useNow } from '../clock.ts'
import { useSpeech } from '../words/words.ts'
import { useRadarWords } from './words.ts'
import './verbatims.css'

/** What people say, in their own words; each leads to its case. */
export function Verbatims({ verbatims }: { verbatims: readonly VerbatimView[] }) {
  const t = useRadarWords()
  const { f } = useSpeech()
  const now = useNow()
  if (verbatims.length === 0) return <p className="quiet">{t.noVerbatims}</p>
  return (
    <ul className="verbatims" aria-label={t.verbatims}>
      {verbatims.map((one) => (
        <li key={one.messageId} className={one.negative ? 'negative' : undefined}>
          <blockquote>{one.text}</blockquote>
          <span className="quiet small">
            {one.author}, {one.network}, {f.moment(one.at, now)}{' '}
            {one.caseId !== null && (
              <Link
                to="/w/$workspace/inbox"
                params={{ workspace: workspaceId() }}
                search={{ queue: 'all', case: one.caseId }}
              >
                {t.openCase}
              </Link>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
