import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { workspaceId } from '../api.ts'
import { Kbd } from '../keys/kbd.tsx'
import { useCommand } from '../keys/registry.ts'
import { Panel } from '../shell/page.tsx'
import { answerOf, toTellNow } from './answer.ts'
import { outreachQuery } from './query.ts'
import { useOutreachWords } from './words.ts'

/** In the crisis cell: who is touched and has not been told, and the way to telling them (C2). */
export function TellThem({ cell: { id } }: { cell: { readonly id: string } }) {
  const o = useOutreachWords()
  const navigate = useNavigate()
  const { data } = useQuery(outreachQuery(id))
  const to = {
    to: '/w/$workspace/incidents/$incident/outreach',
    params: { workspace: workspaceId(), incident: id },
  } as const
  useCommand('tellAffected', () => void navigate(to))
  return (
    <Panel title={o.affected}>
      <p>{data === undefined ? '\u00a0' : answerOf(o, data)}</p>
      <p className="acts">
        <Link {...to} className="button main small-button">
          {o.title(data === undefined ? 0 : toTellNow(data))}
          <Kbd of="tellAffected" />
        </Link>
      </p>
    </Panel>
  )
}
