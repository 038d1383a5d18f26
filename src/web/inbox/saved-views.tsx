import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { queries } from '../query.ts'
import { PlaceLink } from '../shell/place-link.tsx'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import { dropView } from './ask-filter.ts'

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
          <li key={view.id} className="saved-view">
            <PlaceLink to="/w/$workspace/inbox" filter={view.filter} className="place">
              <span>{view.name}</span>
            </PlaceLink>
            {view.id !== 'mine' && (
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
