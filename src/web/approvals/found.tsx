import { IconAlertOctagon, IconAlertTriangle, IconEyeCheck, IconShieldCheck } from '@tabler/icons-react'
import type { Finding } from '#core/guard/finding.ts'
import { explain } from '../composer/findings.tsx'
import { useWords } from '../words/words.ts'
import { useApprovalWords } from './words.ts'

const icons = { block: IconAlertOctagon, approve: IconEyeCheck, warn: IconAlertTriangle } as const

/** What the guard says of the words as they stand, worst first: the approver reads what the writer read. */
export function Found({ findings, text }: { findings: readonly Finding[] | null; text: string }) {
  const w = useWords()
  const a = useApprovalWords()
  if (findings === null) return null
  if (findings.length === 0)
    return (
      <p className="request-clear small">
        <IconShieldCheck aria-hidden="true" size={16} /> {a.guardClear}
      </p>
    )
  return (
    <ul className="findings">
      {findings.map((finding) => {
        const Icon = icons[finding.severity]
        const said = explain(w, finding)
        const cited = text.slice(finding.start, finding.end)
        return (
          <li key={`${finding.rule} ${finding.start} ${finding.code}`} className={`finding ${finding.severity}`}>
            <h3>
              <Icon aria-hidden="true" size={16} />
              {said.title}
            </h3>
            <p>
              <span className="finding-severity">{w.guard.severity[finding.severity]}</span> {said.text}
            </p>
            {cited.trim() !== '' && cited.length < 80 && <p className="small quiet">{w.guard.cite(cited)}</p>}
            {finding.contested !== undefined && (
              <p className="small">{w.guard.contested(finding.contested.reason, finding.severity)}</p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
