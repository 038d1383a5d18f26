import { useState } from 'react'
import type { FileView } from '#contract/case-file.ts'
import { api, codeOf } from '../api.ts'
import { useNow } from '../clock.ts'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import { TextField } from '../ui/field.tsx'
import { sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { FileForm, momentOf, readAgain, tomorrowAtNine } from './file-form.tsx'
import { useFileWords } from './file-words.ts'

type Promised = FileView['commitments'][number]

/** What the customer was told would be done, and by when; whoever answers for the case is reminded before (P4). */
export function Promises({ caseId, promises, may }: { caseId: string; promises: readonly Promised[]; may: boolean }) {
  const p = useFileWords().promises
  const [what, setWhat] = useState('')
  const [due, setDue] = useState(tomorrowAtNine)
  const send = async () => {
    await api.makeCommitment({ id: caseId, what, dueAt: momentOf(due) })
    setWhat('')
  }
  return (
    <>
      {promises.length === 0 && <p className="quiet">{p.none}</p>}
      <ul className="file-facts">
        {promises.map((one) => (
          <PromiseLine key={one.id} caseId={caseId} one={one} may={may} />
        ))}
      </ul>
      {may && (
        <FileForm caseId={caseId} open={p.add} keep={p.keep} send={send}>
          {() => (
            <>
              <TextField
                label={p.what}
                value={what}
                maxLength={500}
                required
                autoFocus
                onChange={(e) => setWhat(e.target.value)}
              />
              <TextField
                label={p.due}
                type="datetime-local"
                value={due}
                required
                onChange={(e) => setDue(e.target.value)}
              />
            </>
          )}
        </FileForm>
      )}
    </>
  )
}

function PromiseLine({ caseId, one, may }: { caseId: string; one: Promised; may: boolean }) {
  const { w, f } = useSpeech()
  const p = useFileWords().promises
  const now = useNow()
  const late = one.outcome === null && one.dueAt <= now
  const close = async (outcome: 'kept' | 'broken') => {
    const note =
      outcome === 'kept'
        ? ''
        : await ask({ kind: 'words', title: p.broken, label: p.why, yes: p.keep, required: true, long: true })
    if (note === null) return
    try {
      await api.closeCommitment({ id: one.id, outcome, ...(note === '' ? {} : { note }) })
      await readAgain(caseId)
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    }
  }
  const state = one.outcome === 'kept' ? 'done' : one.outcome === 'broken' ? 'cancelled' : ''
  return (
    <li className={`file-fact ${state}`}>
      <b>{one.what}</b>
      <p className={late ? 'late' : ''}>
        {one.outcome === null
          ? late
            ? p.passed(f.spell((now - one.dueAt) / 60_000))
            : p.dueAt(f.moment(one.dueAt, now))
          : p.outcome[one.outcome]}
      </p>
      {one.outcomeNote !== null && <p>{one.outcomeNote}</p>}
      <p className="quiet">{p.by(one.by.name)}</p>
      {may && one.outcome === null && (
        <p className="acts">
          <Button look="link" small onPress={() => close('kept')}>
            {p.kept}
          </Button>
          <Button look="link" small onPress={() => close('broken')}>
            {p.broken}
          </Button>
        </p>
      )}
    </li>
  )
}
