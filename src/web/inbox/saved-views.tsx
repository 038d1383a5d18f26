import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { workspaceId } from '../api.ts'
import { useCommand } from '../keys/registry.ts'
import { queries } from '../query.ts'
import { PlaceLink } from '../shell/place-link.tsx'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import { dropView } from './ask-filter.ts'
import { horizonQuery } from './horizon-query.ts'

const MINE = { owner: 'me' } as const
const THANKS = { queue: 'thanks' } as const

/** Filters kept under a name, one's own and the shared ones; before them the thanks, which have a queue and a promise of their own (A5), and « mine ». */
export function SavedViews() {
  const w = useWords()
  const { data } = useQuery(queries.views())
  const { data: horizon } = useQuery(horizonQuery({}))
  const [thanks, late] = [horizon?.thanks ?? 0, horizon?.thanksLate ?? 0]
  const navigate = useNavigate()
  useCommand(
    'goThanks',
    () => void navigate({ to: '/w/$workspace/inbox', params: { workspace: workspaceId() }, search: THANKS }),
  )
  const views = [
    { id: 'thanks', name: w.inbox.queues.thanks, filter: THANKS },
    { id: 'mine', name: w.inbox.mine, filter: MINE },
    ...(data?.views ?? []),
  ]
  return (
    <li className="saved-views">
      <ul aria-label={w.inbox.views}>
        {views.map((view) => (
          <li key={view.id} className="saved-view">
            <PlaceLink to="/w/$workspace/inbox" filter={view.filter} className="place">
              <span>{view.name}</span>
              {view.id === 'thanks' && thanks > 0 && (
                <span className={`count ${late > 0 ? 'late' : 'calm'}`}>
                  {late > 0 ? late : thanks}
                  <span className="unseen"> {late > 0 ? w.inbox.lateOnly : w.app.countOf.inbox}</span>
                </span>
              )}
            </PlaceLink>
            {view.id !== 'mine' && view.id !== 'thanks' && (
              <Button
                look="quiet"
                small
                icon={<IconX />}
                aria-label={w.inbox.dropView(view.name)}
                onPress={() => dropView(view)}
              />
            )}
          </li>
        ))}
      </ul>
    </li>
  )
}
