import { Link, useNavigate } from '@tanstack/react-router'
import { workspaceId } from '../api.ts'
import { Kbd } from '../keys/kbd.tsx'
import { useCommand } from '../keys/registry.ts'
import { Panel } from '../shell/page.tsx'
import { useSpeech } from '../words/words.ts'
import type { CellPart } from './cell.tsx'
import { useCrisisWords } from './words.ts'

/** Who waits: the two figures that count, and the way to their cases (A1, A2). */
export function ToAnswer({ cell: { id, figures } }: CellPart) {
  const c = useCrisisWords()
  const { f } = useSpeech()
  const { owed, late, answered, cases, mentions } = figures
  const inbox = { to: '/w/$workspace/inbox', params: { workspace: workspaceId() } } as const
  const navigate = useNavigate()
  useCommand('reply', () => void navigate({ ...inbox, search: { incident: id } }), owed > 0)
  return (
    <Panel title={c.toAnswer}>
      <p className="owed-figures">
        <Link {...inbox} search={{ incident: id }}>
          <b className="owed-figure">{f.number(owed)}</b> {c.owed}
        </Link>
        <Link {...inbox} search={{ incident: id, late: 'true' }} className={late > 0 ? 'late' : undefined}>
          <b className="owed-figure">{f.number(late)}</b> {c.late}
        </Link>
      </p>
      <p className="small">
        {c.answeredOf(f.number(answered), cases, f.number(cases))} {c.mentions(mentions, f.number(mentions))}
      </p>
      <p className="acts">
        {owed > 0 && (
          <Link {...inbox} search={{ incident: id }} className="button main small-button">
            {c.answerThem}
            <Kbd of="reply" />
          </Link>
        )}
        <Link {...inbox} search={{ incident: id, queue: 'all' }}>
          {c.seeAll}
        </Link>
      </p>
    </Panel>
  )
}
