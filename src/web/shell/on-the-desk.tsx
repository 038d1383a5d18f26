import { useQuery } from '@tanstack/react-query'
import { useNow } from '../clock.ts'
import { queries } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { shortName } from '../ui/short-name.ts'
import { useSpeech } from '../words/words.ts'
import { LineLost } from './line-lost.tsx'

const HERE_MS = 5 * 60_000
const SHOWN = 5

/** Who is on the desk now, and as what; and the line, when it is cut. */
export function OnTheDesk() {
  const { w } = useSpeech()
  const { me } = useDesk()
  const now = useNow()
  const { data } = useQuery({ ...queries.members(), refetchInterval: 60_000 })
  const here = (data?.members ?? []).filter(
    (m) => !m.disabled && (m.id === me.id || (m.seenAt !== null && now - m.seenAt < HERE_MS)),
  )
  return (
    <div className="on-the-desk">
      <LineLost />
      <ul aria-label={w.app.onTheDesk}>
        {here.slice(0, SHOWN).map((m) => (
          <li key={m.id}>{m.id === me.id ? w.app.youAre[m.role] : w.app.theyAre[m.role](shortName(m.name))}</li>
        ))}
        {here.length > SHOWN && <li>{w.app.andOthers(here.length - SHOWN)}</li>}
      </ul>
    </div>
  )
}
