import { useState } from 'react'
import type { WorkspaceView } from '#contract/workspace.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { Choice, TextField } from '../ui/field.tsx'
import { allZones } from '../ui/time-zones.ts'
import { useSubmit } from '../ui/use-submit.ts'
import { useWords } from '../words/words.ts'
import { saveWorkspace } from './save-workspace.ts'

/** The brand itself, and how long a reply is held before it leaves. */
export function BrandForm({ workspace }: { workspace: WorkspaceView }) {
  const w = useWords()
  const [form, setForm] = useState(workspace)
  const { submit, fault, busy } = useSubmit(() => {
    const { name, language, timeZone, undoMs, lateAfterMinutes } = form
    return saveWorkspace({ name, language, timeZone, undoMs, lateAfterMinutes })
  })
  return (
    <Panel title={w.settings.brand}>
      <form className="stack" onSubmit={submit}>
        <TextField
          label={w.entry.brand}
          required
          maxLength={120}
          value={form.name}
          onChange={(e) => setForm({ ...form, name: e.target.value })}
        />
        <Choice
          label={w.settings.brandLanguage}
          value={form.language}
          onChange={(e) => setForm({ ...form, language: e.target.value === 'en' ? 'en' : 'fr' })}
        >
          <option value="fr">Français</option>
          <option value="en">English</option>
        </Choice>
        <Choice
          label={w.entry.timeZone}
          value={form.timeZone}
          onChange={(e) => setForm({ ...form, timeZone: e.target.value })}
        >
          {allZones(form.timeZone).map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </Choice>
        <TextField
          label={w.settings.undo}
          hint={w.settings.undoHint}
          type="number"
          min={5}
          max={10}
          step={1}
          value={Math.round(form.undoMs / 1_000)}
          onChange={(e) => setForm({ ...form, undoMs: Number(e.target.value) * 1_000 })}
        />
        <TextField
          label={w.settings.lateAfter}
          hint={w.settings.lateAfterHint}
          type="number"
          min={1}
          step={1}
          value={form.lateAfterMinutes}
          onChange={(e) => setForm({ ...form, lateAfterMinutes: Number(e.target.value) })}
        />
        <Fault text={fault} />
        <p className="acts">
          <Button type="submit" look="main" isDisabled={busy || form === workspace}>
            {w.settings.keep}
          </Button>
        </p>
      </form>
    </Panel>
  )
}
