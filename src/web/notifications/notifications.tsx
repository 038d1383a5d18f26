import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, codeOf, workspaceId } from '../api.ts'
import { useNow } from '../clock.ts'
import { useOutreachWords } from '../outreach/words.ts'
import { queries, queryClient } from '../query.ts'
import { Page } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { whereIs } from './where.ts'
import './notifications.css'

/** What concerns me: notes that name me, cases given to me, replies that could not leave. */
export function Notifications() {
  const { w, f } = useSpeech()
  const now = useNow()
  const { data, isPending } = useQuery(queries.notifications())
  const all = data?.notifications ?? []
  const unread = all.filter((n) => n.readAt === null)
  const readAll = async () => {
    try {
      await api.readNotifications({ upTo: Math.max(...unread.map((n) => n.createdAt)) })
      await queryClient.invalidateQueries({ queryKey: queries.notifications().queryKey })
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    }
  }
  return (
    <Page
      title={w.notifications.title}
      answer={isPending ? '\u00a0' : w.notifications.answer(unread.length)}
      acts={unread.length > 0 && <Button onPress={() => void readAll()}>{w.notifications.readAll}</Button>}
    >
      {!isPending && all.length === 0 && <p className="quiet">{w.notifications.empty}</p>}
      <ul className="bell">
        {all.map((n) => (
          <li key={n.id} className={n.readAt === null ? 'unread' : undefined}>
            <span>
              {n.readAt === null && <span className="unseen">{w.notifications.unread} </span>}
              {w.notifications.sentence(n.kind)}
            </span>
            <span className="quiet small">{f.ago(n.createdAt, now)}</span>
            <Open to={whereIs(workspaceId(), n)} />
          </li>
        ))}
      </ul>
    </Page>
  )
}

function Open({ to: place }: { to: ReturnType<typeof whereIs> }) {
  const { w } = useSpeech()
  const o = useOutreachWords()
  if (place === null) return null
  const { what, ...to } = place
  const said = { case: w.notifications.open, cell: w.places.crisis, message: o.message, alert: w.places.inbox }
  return <Link {...to}>{said[what]}</Link>
}
