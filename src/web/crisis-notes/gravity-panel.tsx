import { useQuery } from '@tanstack/react-query'
import { GravityGauge } from '../alerts/gravity.tsx'
import { api, workspaceId } from '../api.ts'
import { Panel } from '../shell/page.tsx'
import { useNoteWords } from './words.ts'

const EVERY_MS = 60_000

/** How grave the affair is by its own messages, with all that says so (L3). */
export function GravityPanel({ incidentId, isOpen }: { incidentId: string; isOpen: boolean }) {
  const w = useNoteWords()
  const { data } = useQuery({
    queryKey: [workspaceId(), 'incident-gravity', incidentId],
    queryFn: () => api.readIncidentGravity({ id: incidentId }),
    refetchInterval: isOpen ? EVERY_MS : false,
  })
  return (
    <Panel title={w.gravity} note={w.gravityNote}>
      {data !== undefined && <GravityGauge gravity={data} isOpen />}
    </Panel>
  )
}
