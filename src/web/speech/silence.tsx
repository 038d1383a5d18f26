import { IconHandStop } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { workspaceId } from '../api.ts'
import { useCommand } from '../keys/registry.ts'
import { queries } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { useSpeech } from '../words/words.ts'
import { releaseSpeech, stopSpeech, useStop } from './speech.ts'
import './silence.css'

/** On every screen while the brand keeps silent: since when, by whom, what may have left at that moment, and who lets it speak again. */
export function Silence() {
  const { w, f } = useSpeech()
  const { can } = useDesk()
  const stop = useStop()
  const { data: workspace } = useQuery(queries.workspace())
  useCommand('stopSpeech', () => void stopSpeech(), stop === null && can('speech.stop'))
  if (stop === null) return null
  return (
    <section className="silence" role="status" aria-label={w.access.silence}>
      <p>
        <IconHandStop aria-hidden="true" size={18} />
        <b>{w.access.silentSince(f.clock(stop.at), stop.by.name)}</b> {w.access.silentMeans(stop.waiting)}
      </p>
      {stop.leaving.length > 0 && (
        <p>
          {w.access.wasLeaving(stop.leaving.length)}{' '}
          {stop.leaving.map((one) => (
            <Link
              key={one.id}
              to="/w/$workspace/inbox"
              params={{ workspace: workspaceId() }}
              search={{ queue: 'all', case: one.caseId }}
            >
              {w.access.leavingCase(one.caseNumber, one.state)}
            </Link>
          ))}
        </p>
      )}
      {can('speech.release') && (
        <Button small onPress={() => void releaseSpeech(stop.waiting, workspace?.lateAfterMinutes ?? 30)}>
          {w.access.release}
        </Button>
      )}
    </section>
  )
}

/** The button that one hopes never to need, always at the same place. */
export function StopButton() {
  const { w } = useSpeech()
  const { can } = useDesk()
  const stop = useStop()
  if (stop !== null || !can('speech.stop')) return null
  return (
    <Button look="quiet" small icon={<IconHandStop />} onPress={() => void stopSpeech()}>
      {w.access.stop}
    </Button>
  )
}
