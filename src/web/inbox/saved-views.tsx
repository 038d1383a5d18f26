import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { workspaceId } from '../api.ts'
import { queries } from '../query.ts'
import { useWords } from '../words/words.ts'

/** Filters kept under a name, one's own and the shared ones; the first is always « mine ». */
export function SavedViews() {
  const w = useWords()
  const { data } = useQuery(queries.views())
  const views = [{ id: 'mine', name: w.inbox.mine, filter: { owner: 'me' } as const }, ...(data?.views ?? [])]
  return (
    <li className="saved-views">
      <ul aria-label={w.inbox.views}>
        {views.map((view) => (
          <li key={view.id}>
            <Link
              to="/w/$workspace/inbox"
              params={{ workspace: workspaceId() }}
              search={view.filter}
              className="place"
              activeOptions={{ includeSearch: true }}
              activeProps={{ className: 'here' }}
            >
              <span>{view.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </li>
  )
}
