import { Link } from '@tanstack/react-router'
import { workspaceId } from '../api.ts'
import { ScheduledPost } from './post.tsx'
import { useScheduled } from './use-scheduled.ts'
import { useScheduledWords } from './words.ts'
import '../statements/statements.css'
import './scheduled.css'

/** What is scheduled while an incident is open: suspended, all of it, but what somebody of the cell lets leave (C3). */
export function CellScheduled({ isOpen }: { isOpen: boolean }) {
  const s = useScheduledWords()
  const view = useScheduled()
  if (view === undefined || !isOpen) return null
  const held = view.posts.filter(({ pausedBy }) => pausedBy.length > 0)
  const goes = view.posts.filter(({ pausedBy, allowed }) => pausedBy.length === 0 && allowed.length > 0)
  return (
    <section className="panel cell-statements">
      <h2>{s.cellTitle}</h2>
      <p className={held.length > 0 ? 'soon' : 'quiet'}>
        {held.length > 0 ? s.cellPaused(held.length) : goes.length === 0 && s.cellNone}{' '}
        {goes.length > 0 && s.cellGoes(goes.length)}
      </p>
      {held.length + goes.length > 0 && (
        <>
          <p className="quiet small">{s.cellEnd}</p>
          <ul className="statement-posts scheduled-posts">
            {[...held, ...goes].map((post) => (
              <ScheduledPost key={post.id} post={post} timeZone={view.timeZone} />
            ))}
          </ul>
          <p>
            <Link to="/w/$workspace/statements" params={{ workspace: workspaceId() }}>
              {s.cellSee}
            </Link>
          </p>
        </>
      )}
    </section>
  )
}
