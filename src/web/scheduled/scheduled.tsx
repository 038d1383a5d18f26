import type { ScheduledView } from '#contract/scheduled.ts'
import { Panel } from '../shell/page.tsx'
import { ScheduledPost } from './post.tsx'
import { useScheduledWords } from './words.ts'
import '../statements/statements.css'
import './scheduled.css'

/** All that has an hour of its own, soonest first; what asks stands before it (W1). */
export function Scheduled({ view }: { view: ScheduledView }) {
  const s = useScheduledWords()
  const asking = view.posts.filter(({ state }) => state === 'asks')
  const planned = view.posts.filter(({ state }) => state === 'planned')
  const elsewhere = Intl.DateTimeFormat().resolvedOptions().timeZone !== view.timeZone
  return (
    <Panel title={s.title} note={elsewhere && view.posts.length > 0 ? s.zone(view.timeZone) : undefined}>
      {view.posts.length === 0 && <p className="quiet">{s.nothing}</p>}
      {view.posts.length > 0 && (
        <ul className="statement-posts scheduled-posts">
          {[...asking, ...planned].map((post) => (
            <ScheduledPost key={post.id} post={post} timeZone={view.timeZone} />
          ))}
        </ul>
      )}
    </Panel>
  )
}
