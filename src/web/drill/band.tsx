import { IconMask } from '@tabler/icons-react'
import { useDesk } from '../session/session.ts'
import { PlaceLink } from '../shell/place-link.tsx'
import { useWords } from '../words/words.ts'
import './band.css'

/** On every screen of a drill, in words and stripes: this is an exercise, and nothing leaves (C4). */
export function DrillBand() {
  const w = useWords()
  const { workspace } = useDesk()
  if (workspace?.drill === undefined) return null
  return (
    <section className="drill-band" aria-label={w.exercise.name}>
      <p>
        <IconMask aria-hidden="true" size={18} />
        <b>{w.exercise.band}</b>
        <span>{workspace.drill.over ? w.exercise.over : w.exercise.sealed}</span>
      </p>
      <PlaceLink to="/w/$workspace/drill" className="drill-band-link">
        {w.exercise.follow}
      </PlaceLink>
    </section>
  )
}
