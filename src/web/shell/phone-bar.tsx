import { IconDots } from '@tabler/icons-react'
import { openPanel } from '../palette/panel.ts'
import { useDesk } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import { isWanted, useCounts } from './counts.ts'
import { LineLost } from './line-lost.tsx'
import { PlaceLink } from './place-link.tsx'
import { mayGo, type Place, places } from './places.ts'
import './phone-bar.css'

/** While a crisis cell is open, it is one of the three. */
const phoneOrder = (seen: readonly Place[]): readonly Place[] => {
  const [inbox, ...rest] = seen
  const cell = rest.filter(({ key }) => key === 'crisis')
  return inbox === undefined ? [] : [inbox, ...cell, ...rest.filter(({ key }) => key !== 'crisis')]
}

/** On a phone: the three places one lives in, and the palette for the rest. */
export function PhoneBar() {
  const w = useWords()
  const counts = useCounts()
  const { can } = useDesk()
  const seen = phoneOrder(places.filter((place) => mayGo(place, can) && isWanted(place, counts)))
  return (
    <nav className="phone-bar" aria-label={w.app.placesShort}>
      <LineLost />
      {seen.slice(0, 3).map((place) => {
        const count = counts[place.key]
        return (
          <PlaceLink key={place.key} to={place.to} className="place">
            <span>{w.placesShort[place.key]}</span>
            {count && <span className={`count ${count.tone}`}>{count.n}</span>}
          </PlaceLink>
        )
      })}
      <Button look="quiet" icon={<IconDots />} aria-label={w.app.allPlaces} onPress={() => openPanel('palette')} />
    </nav>
  )
}
