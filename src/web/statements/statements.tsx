import { Link } from '@tanstack/react-router'
import { workspaceId } from '../api.ts'
import { useDesk } from '../session/session.ts'
import { Page, Panel } from '../shell/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Library } from './library.tsx'
import { Published } from './published.tsx'
import { needsSomeone, useStatements } from './use-statements.ts'
import { useStatementWords } from './words.ts'
import './statements.css'

/** What the brand says to everybody: is all of it where it should be, and what is ready for the next time (C1, C3, C4)? */
export function Statements() {
  const s = useStatementWords()
  const { can } = useDesk()
  const { statements, isPending } = useStatements()
  const posts = statements.flatMap((one) => one.posts)
  const needing = statements.filter((one) => one.posts.some(needsSomeone)).length
  const out = statements.filter((one) => one.posts.some(({ said }) => said !== null)).length
  return (
    <Page
      title={s.title}
      tone={needing > 0 ? 'late' : 'calm'}
      answer={isPending ? '\u00a0' : s.answer(out, needing)}
      acts={
        can('statement.give') && (
          <Link to="/w/$workspace/statements/write" params={{ workspace: workspaceId() }} className="button main">
            {s.publishOne}
          </Link>
        )
      }
    >
      <Panel title={s.published} note={posts.length > 0 ? s.publishedNote : undefined}>
        {isPending && <Skeleton rows={2} tall />}
        {!isPending && statements.length === 0 && <p className="quiet">{s.nonePublished}</p>}
        <ul className="statements">
          {statements.map((one) => (
            <Published key={one.id} statement={one} />
          ))}
        </ul>
      </Panel>
      <Library />
    </Page>
  )
}
