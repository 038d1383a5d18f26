import { IconEye } from '@tabler/icons-react'
import { Fragment } from 'react'
import { SavedViews } from '../inbox/saved-views.tsx'
import { useDesk } from '../session/session.ts'
import { StopButton } from '../speech/silence.tsx'
import { useWords } from '../words/words.ts'
import { isWanted, useCounts } from './counts.ts'
import { MeCorner } from './me-corner.tsx'
import { OnTheDesk } from './on-the-desk.tsx'
import { PlaceLink } from './place-link.tsx'
import { mayGo, places } from './places.ts'
import './sidebar.css'

/** Where one can go, what each place has to say, and who is on the desk. */
export function Sidebar() {
  const w = useWords()
  const { workspace, can } = useDesk()
  const counts = useCounts()
  const seen = places.filter((p) => mayGo(p, can) && isWanted(p, counts))
  return (
    <nav className="sidebar" aria-label={w.app.places}>
      <PlaceLink to="/w/$workspace/inbox" className="brand">
        <IconEye aria-hidden="true" size={22} />
        <span className="brand-name">Vigie</span>
        <span className="brand-of">{workspace?.name}</span>
      </PlaceLink>
      <ul className="places">
        {seen.map((place, i) => {
          const count = counts[place.key]
          return (
            <Fragment key={place.key}>
              <li className={i > 0 && seen[i - 1]?.group !== place.group ? 'apart' : undefined}>
                <PlaceLink to={place.to} className="place">
                  <span>{w.places[place.key]}</span>
                  {count && (
                    <span className={`count ${count.tone}`}>
                      {count.n > 999 ? '999+' : count.n}
                      <span className="unseen"> {w.app.countOf[place.key] ?? ''}</span>
                    </span>
                  )}
                </PlaceLink>
              </li>
              {place.key === 'inbox' && <SavedViews />}
            </Fragment>
          )
        })}
      </ul>
      <div className="sidebar-foot">
        <OnTheDesk />
        <MeCorner />
        <StopButton />
      </div>
    </nav>
  )
}
