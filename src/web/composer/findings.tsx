import { IconAlertOctagon, IconAlertTriangle, IconEyeCheck, IconShieldCheck } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { CaseView } from '#contract/case-view.ts'
import type { Finding, Fix } from '#core/guard/finding.ts'
import { useCommand } from '../keys/registry.ts'
import { Button } from '../ui/button.tsx'
import { useWords, type Words } from '../words/words.ts'
import { chooseMode, type Mode, readDraft, useDraft, useMode, writeDraft } from './draft-store.ts'
import { showSpan } from './focus.ts'
import { isRead, placeNow, readWords, useFindings, useLate } from './reading.ts'
import './findings.css'

const icons = { block: IconAlertOctagon, approve: IconEyeCheck, warn: IconAlertTriangle } as const

/** Which rule a finding is about, why it stands and what to write instead. */
export const explain = (w: Words, finding: Finding): { title: string; text: string } => ({
  title: w.guard.rule[finding.rule],
  text: w.guard.explain(finding),
})

/** One click: changes the words that were read, or moves to the private box with them. Words that are being read have no fix yet. */
const applyFix = (view: CaseView, mode: 'public' | 'private', fix: Fix) => {
  if (!isRead(view, mode)) return
  const text = readDraft(view.id, mode)
  if (fix.kind === 'edit') {
    writeDraft(view.id, mode, text.slice(0, fix.edit.start) + fix.edit.text + text.slice(fix.edit.end))
    return
  }
  if (readDraft(view.id, 'private').trim() === '') {
    writeDraft(view.id, 'private', text)
    writeDraft(view.id, mode, '')
  }
  chooseMode(view.id, 'private')
}

const contest = async (view: CaseView, mode: 'public' | 'private', finding: Finding) => {
  if (isRead(view, mode)) await (await import('./contest.ts')).contest(view, mode, finding)
}

const show = (view: CaseView, mode: Mode, finding: Finding) => {
  const here = placeNow(view, mode, finding)
  if (here !== null) showSpan(here.start, here.end)
}

/** What the guard says before anything leaves: why, where, and the way out in one click; the worst first. */
export function Findings({ view }: { view: CaseView }) {
  const w = useWords()
  const mode = useMode(view)
  const findings = useFindings(view, mode)
  const late = useLate(view, mode)
  const worst = findings?.find(({ contested }) => contested === undefined)
  useCommand(
    'contest',
    () => mode !== 'internal' && worst !== undefined && void contest(view, mode, worst),
    mode !== 'internal' && worst !== undefined,
  )
  if (mode === 'internal') return <p className="finding-none quiet">{w.guard.internal}</p>
  return (
    <>
      <Announced view={view} mode={mode} findings={late ? null : findings} />
      {(findings === null || (late && findings.length === 0)) && (
        <p className="finding-none quiet">{w.guard.waiting}</p>
      )}
      {findings?.length === 0 && !late && (
        <div className="finding ok">
          <h3>
            <IconShieldCheck aria-hidden="true" size={16} />
            {w.guard.clear}
          </h3>
          <p>{w.guard.clearText}</p>
        </div>
      )}
      <ul className="findings" aria-busy={late || undefined}>
        {(findings ?? []).map((finding) => (
          <FindingCard
            key={`${finding.rule} ${finding.start} ${finding.code}`}
            view={view}
            mode={mode}
            finding={finding}
          />
        ))}
      </ul>
    </>
  )
}

function FindingCard({ view, mode, finding }: { view: CaseView; mode: 'public' | 'private'; finding: Finding }) {
  const w = useWords()
  const Icon = icons[finding.severity]
  const { title, text } = explain(w, finding)
  const cited = readWords(view, mode).slice(finding.start, finding.end)
  const mayGoPrivate = view.audiences.includes('private')
  const fixes = finding.fixes.filter((fix) => fix.kind === 'edit' || mayGoPrivate)
  return (
    <li className={`finding ${finding.severity}`}>
      <h3>
        <Icon aria-hidden="true" size={16} />
        {title}
      </h3>
      <p>
        <span className="finding-severity">{w.guard.severity[finding.severity]}</span> {text}
      </p>
      {cited.trim() !== '' && cited.length < 80 && (
        <button type="button" className="finding-cite" onClick={() => show(view, mode, finding)}>
          {w.guard.cite(cited)}
        </button>
      )}
      {finding.contested !== undefined && (
        <p className="quiet">{w.guard.contested(finding.contested.reason, finding.severity)}</p>
      )}
      {(fixes.length > 0 || finding.contested === undefined) && (
        <p className="acts">
          {fixes.map((fix) => (
            <Button key={fix.label} look="link" small onPress={() => applyFix(view, mode, fix)}>
              {w.guard.fix[fix.label]}
            </Button>
          ))}
          {finding.contested === undefined && (
            <Button
              look="link"
              small
              aria-label={w.guard.contestOf(title)}
              onPress={() => void contest(view, mode, finding)}
            >
              {w.guard.contest}
            </Button>
          )}
        </p>
      )}
    </li>
  )
}

/** Said once the typing pauses, and only when the count has changed: a screen reader is not interrupted at each key. */
function Announced({ view, mode, findings }: { view: CaseView; mode: Mode; findings: readonly Finding[] | null }) {
  const w = useWords()
  const text = useDraft(view.id, mode)
  const [said, setSaid] = useState('')
  const blocking = findings?.filter((f) => f.severity !== 'warn').length ?? 0
  const warning = (findings?.length ?? 0) - blocking
  const count = findings === null ? '' : w.guard.announce(blocking, warning)
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text.trim() === '' ? '' : count), 900)
    return () => clearTimeout(timer)
  }, [count, text])
  return (
    <p className="unseen" role="status">
      {said}
    </p>
  )
}
