import { useState } from 'react'
import type { DrillsView } from '#contract/drills.ts'
import { api, isRefused } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { TextArea } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { useDrillWords, useSaid } from './words.ts'

type ScenarioLine = DrillsView['scenarios'][number]

interface ScenarioFault {
  line: number
  path: string
  says: { fr: string; en: string }
}

/** What the desk refused, line by line; the shape is its own. */
const faultsIn = (error: unknown): readonly ScenarioFault[] => {
  const found = isRefused(error, 'scenario-faults') ? error.refusal.data?.faults : undefined
  return Array.isArray(found) ? (found as ScenarioFault[]) : []
}

/** A scenario that somebody wrote: pasted or chosen, read at once, and each fault told by its line. */
export function OwnScenario({
  text,
  onText,
  onRead,
}: {
  text: string
  onText: (text: string) => void
  onRead: (scenario: ScenarioLine | null) => void
}) {
  const t = useDrillWords()
  const said = useSaid()
  const [faults, setFaults] = useState<readonly ScenarioFault[]>([])
  const [title, setTitle] = useState<ScenarioLine['title'] | null>(null)
  const change = (next: string) => {
    onText(next)
    onRead(null)
    setTitle(null)
    setFaults([])
  }
  const { submit, fault, busy } = useSubmit(async () => {
    try {
      const scenario = await api.checkScenario({ text })
      setTitle(scenario.title)
      onRead(scenario)
    } catch (error) {
      setFaults(faultsIn(error))
      if (faultsIn(error).length === 0) throw error
    }
  })
  return (
    <div className="stack">
      <TextArea label={t.ownText} hint={t.ownHint} rows={10} value={text} onChange={(e) => change(e.target.value)} />
      <label>
        {t.ownFile}{' '}
        <input
          type="file"
          accept=".json,application/json"
          onChange={(e) => void e.target.files?.[0]?.text().then(change)}
        />
      </label>
      <p>
        <Button isDisabled={busy || text.trim() === ''} onPress={() => submit()}>
          {t.check}
        </Button>
      </p>
      <Fault text={fault} />
      {title !== null && <p role="status">{t.checked(said(title))}</p>}
      {faults.length > 0 && (
        <div role="alert">
          <p className="field-fault">{t.faults(faults.length)}</p>
          <ul className="drill-faults">
            {faults.map(({ line, path, says }) => (
              <li key={`${line} ${path} ${says.en}`}>
                <b>{t.faultAt(line, path)}</b> {said(says)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
