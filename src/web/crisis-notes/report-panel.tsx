import { workspaceId } from '../api.ts'
import { Panel } from '../shell/page.tsx'
import { useSpeech } from '../words/words.ts'
import { useNoteWords } from './words.ts'

/** What went well and what failed, to be read, printed and handed over (C4, M1). */
export function ReportPanel({ incidentId, isOpen }: { incidentId: string; isOpen: boolean }) {
  const w = useNoteWords()
  const { language } = useSpeech()
  const at = `/api/w/${workspaceId()}/incidents/${incidentId}/report`
  return (
    <Panel title={w.report} note={isOpen ? w.reportEarly : w.reportNote}>
      <p className="acts">
        <a className="button" href={`${at}.html?language=${language}`} target="_blank" rel="noreferrer">
          {w.page}
        </a>
        <a className="button" href={`${at}.pdf?language=${language}`}>
          {w.pdf}
        </a>
      </p>
    </Panel>
  )
}
