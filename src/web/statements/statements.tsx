import { Link } from '@tanstack/react-router'
import { workspaceId } from '../api.ts'
import { useNow } from '../clock.ts'
import { Scheduled } from '../scheduled/scheduled.tsx'
import { sayOutlook, useScheduled, useWhen } from '../scheduled/use-scheduled.ts'
import { useScheduledWords } from '../scheduled/words.ts'
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
  const sw = useScheduledWords()
  const now = useNow()
  const view = useScheduled()
  const say = useWhen(view?.timeZone ?? 'UTC')
  const { statements: all, isPending } = useStatements()
  // What waits to be read and has an hour of its own stands among what will leave, until it has left.
  const planned = new Set(view?.posts.map(({ id }) => id))
  const statements = all.filter(
    (one) =>
      !one.posts.every(
        ({ said, delivery, asked }) => said === null && delivery === null && asked !== null && planned.has(asked.id),
      ),
  )
  const posts = statements.flatMap((one) => one.posts)
  const needing = statements.filter((one) => one.posts.some(needsSomeone)).length
  const isPlanning = view !== undefined && view.posts.length > 0
  const asking = view?.posts.some(({ state }) => state === 'asks') === true
  const out = statements.filter((one) => one.posts.some(({ said }) => said !== null)).length
  return (
    <Page
      title={s.title}
      tone={needing > 0 || asking ? 'late' : 'calm'}
      answer={
        isPending || view === undefined
          ? '\u00a0'
          : isPlanning
            ? sayOutlook(sw, view, (at) => say(at, now))
            : s.answer(out, needing)
      }
      acts={
        can('statement.give') && (
          <Link to="/w/$workspace/statements/write" params={{ workspace: workspaceId() }} className="button main">
            {s.publishOne}
          </Link>
        )
      }
    >
      {view && <Scheduled view={view} />}
      <Panel title={s.published} note={posts.length > 0 ? s.publishedNote : undefined}>
        {isPlanning && needing > 0 && <p className="late">{s.answer(out, needing)}</p>}
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
