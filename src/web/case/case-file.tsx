import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { CaseView, FactView } from '#contract/case-view.ts'
import { useNow } from '../clock.ts'
import { useCommand } from '../keys/registry.ts'
import { useDesk } from '../session/session.ts'
import { LabelMark } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { useSpeech } from '../words/words.ts'
import { FactForm } from './fact-form.tsx'
import { askLabel } from './labels.ts'

/** What is known of the case, and how it is known: what may be said of it must be here (G4). */
export function CaseFile({ view }: { view: CaseView }) {
  const { w } = useSpeech()
  const { can } = useDesk()
  const [adding, setAdding] = useState(false)
  const may = can('case.work')
  useCommand('fact', () => setAdding(true), may)
  return (
    <>
      {view.facts.length === 0 && !adding && <p className="quiet">{w.file.noFact}</p>}
      <ul className="file-facts">
        {view.facts.map((fact) => (
          <Fact key={fact.id} fact={fact} />
        ))}
      </ul>
      {may &&
        (adding ? (
          <FactForm caseId={view.id} onDone={() => setAdding(false)} />
        ) : (
          <Button small icon={<IconPlus />} command="fact" onPress={() => setAdding(true)}>
            {w.file.addFact}
          </Button>
        ))}
      <p className="labels">
        {view.labels.map((label) => (
          <LabelMark key={label.id} name={label.name} colour={label.colour} />
        ))}
        {may && (
          <Button look="link" small onPress={() => void askLabel(view.id, view.labels)}>
            {w.act.label}
          </Button>
        )}
      </p>
    </>
  )
}

function Fact({ fact }: { fact: FactView }) {
  const { w, f } = useSpeech()
  const now = useNow()
  return (
    <li className={`file-fact ${fact.status}`}>
      <b>{w.file.fact(w.file.kinds[fact.kind], w.file.status[fact.status])}</b>
      {fact.detail !== '' && <p>{fact.detail}</p>}
      {fact.proofUrl !== null || fact.document !== null ? (
        <p>
          <a href={fact.proofUrl ?? fact.document?.url} target="_blank" rel="noopener noreferrer">
            {w.file.proof(fact.proof ?? fact.document?.name ?? '')}
          </a>
        </p>
      ) : (
        fact.proof !== null && <p>{w.file.proof(fact.proof)}</p>
      )}
      <p className="quiet">
        {w.file.recorded(
          fact.source === null ? (fact.by?.name ?? w.file.desk) : w.file.from(fact.source),
          f.ago(fact.recordedAt, now),
        )}
      </p>
    </li>
  )
}
