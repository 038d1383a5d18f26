import { GravityPanel } from './gravity-panel.tsx'
import { NotesPanel } from './notes-panel.tsx'
import { ReportPanel } from './report-panel.tsx'
import './notes.css'

/** What the cell has besides: how grave it is, the notes for the hierarchy, the report. */
export function CellMore({ incidentId, isOpen }: { incidentId: string; isOpen: boolean }) {
  return (
    <div className="cell-more">
      <GravityPanel incidentId={incidentId} isOpen={isOpen} />
      <ReportPanel incidentId={incidentId} isOpen={isOpen} />
      <NotesPanel incidentId={incidentId} />
    </div>
  )
}
