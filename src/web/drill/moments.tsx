import { Link } from '@tanstack/react-router'
import type { DebriefView } from '#contract/drills.ts'
import { workspaceId } from '../api.ts'
import { useSpeech } from '../words/words.ts'
import { useDrillWords, useSaid } from './words.ts'

type Moment = DebriefView['codes'][number]['moments'][number] & { code?: string }

/** What was said or left unsaid, when, by whom, to whom; why it counts, what to do instead, and where to read it again. */
export function Moments({ moments }: { moments: readonly Moment[] }) {
  return (
    <ul className="drill-moments">
      {moments.map((one) => (
        <MomentLine key={`${one.code} ${one.minute} ${one.is} ${one.person} ${one.quote} ${one.why.en}`} one={one} />
      ))}
    </ul>
  )
}

function MomentLine({ one }: { one: Moment }) {
  const { f } = useSpeech()
  const t = useDrillWords()
  const said = useSaid()
  return (
    <li className={one.is}>
      <p>
        <b>
          {t.is[one.is]}
          {one.code !== undefined && ` (${one.code})`}
        </b>{' '}
        <span className="quiet small">{t.momentBy(f.spell(one.minute), one.by?.name ?? null, one.person)}</span>
      </p>
      {one.quote !== null && <blockquote>{one.quote}</blockquote>}
      <p>{said(one.why)}</p>
      {one.instead !== null && (
        <p>
          <b>{t.instead}</b> {said(one.instead)}
        </p>
      )}
      {one.caseId !== null && (
        <Link
          to="/w/$workspace/inbox"
          params={{ workspace: workspaceId() }}
          search={{ queue: 'all', case: one.caseId }}
        >
          {t.seeCase}
        </Link>
      )}
    </li>
  )
}
