import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { IncidentView } from '#contract/incidents.ts'
import { api } from '../api.ts'
import { CellMore } from '../crisis-notes/more.tsx'
import { TellThem } from '../outreach/tell-them.tsx'
import { CellScheduled } from '../scheduled/in-cell.tsx'
import { useDesk } from '../session/session.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useTitle } from '../shell/use-title.ts'
import { CellStatements } from '../statements/in-cell.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { About } from './about.tsx'
import { Closing } from './closing.tsx'
import { Crew } from './crew.tsx'
import { Curve } from './curve.tsx'
import { incidentKey } from './deeds.ts'
import { Head } from './head.tsx'
import { MaySay } from './may-say.tsx'
import { Thread } from './thread.tsx'
import { ToAnswer } from './to-answer.tsx'

/** What every part of the cell is given. */
export type CellPart = { readonly cell: IncidentView; readonly mayLead: boolean }

/** New mentions say nothing of the incident by themselves: its figures are asked again meanwhile. */
const AGAIN_MS = 15_000

const useCell = (id: string) =>
  useQuery({
    queryKey: incidentKey(id),
    queryFn: () => api.readIncident({ id }),
    // Whoever comes back to the room reads the figures of now.
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.closed === null ? AGAIN_MS : false),
  })

/** The crisis room: are we gaining or losing ground, and what is next (C1, C3, C4). */
export function Cell({ id, children }: { id: string; children: ReactNode }) {
  const { data: cell, error } = useCell(id)
  if (cell === undefined) return error ? <Trouble error={error} /> : <Skeleton rows={6} tall />
  return <Room cell={cell}>{children}</Room>
}

function Room({ cell, children }: { cell: IncidentView; children: ReactNode }) {
  useTitle(cell.title)
  const { can, me, workspace } = useDesk()
  const leads = workspace?.role === 'admin' || workspace?.role === 'manager'
  const isOfTheCell = leads || cell.roles.some(({ member }) => member.id === me.id)
  const mayLead = cell.closed === null && can('incident.lead') && isOfTheCell
  const part = { cell, mayLead }
  return (
    <section className="cell">
      <Head {...part} />
      <div className="cell-grid">
        <Curve {...part} />
        <Crew {...part} />
        <MaySay {...part} />
        <Thread {...part} />
        <ToAnswer {...part} />
        <CellStatements incident={cell.id} isOpen={cell.closed === null} />
        <CellScheduled isOpen={cell.closed === null} />
        <TellThem {...part} />
        {/* Each part of the room is a section of its own: what is added to the cell stands here beside them. */}
        <About {...part} />
        <Closing {...part} />
        <CellMore incidentId={cell.id} isOpen={cell.closed === null} />
        {children}
      </div>
    </section>
  )
}
