import { useQuery } from '@tanstack/react-query'
import { queries } from '../query.ts'
import { PlaceLink } from '../shell/place-link.tsx'
import { useWords } from '../words/words.ts'

const MINE = { owner: 'me' } as const

/** Filters kept under a name, one's own and the shared ones; the first is always « mine ». */
export function SavedViews() {
  const w = useWords()
  const { data } = useQuery(queries.views())
  const views = [{ id: 'mine', name: w.inbox.mine, filter: MINE }, ...(data?.views ?? [])]
  return (
    <li className="saved-views">
      <ul aria-label={w.inbox.views}>
        {views.map((view) => (
          <li key={view.id}>
            <PlaceLink to="/w/$workspace/inbox" filter={view.filter} className="place">
              <span>{view.name}</span>
            </PlaceLink>
          </li>
        ))}
      </ul>
    </li>
  )
}
