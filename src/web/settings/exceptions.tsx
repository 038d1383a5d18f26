import { useState } from 'react'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { useSpeech } from '../words/words.ts'
import { type Slot, Slots } from './slots.tsx'

type Exception = { date: string; slots: Slot[] }

/** Dates with hours of their own: they win over the week and over a holiday. */
export function Exceptions({
  exceptions,
  onChange,
}: {
  exceptions: readonly Exception[]
  onChange: (next: Exception[]) => void
}) {
  const { w, f } = useSpeech()
  const [typed, setTyped] = useState('')
  const known = exceptions.some((e) => e.date === typed)
  return (
    <Panel title={w.settings.exceptions} note={w.settings.exceptionsNote}>
      {exceptions.map((exception) => {
        const name = f.weekday(new Date(`${exception.date}T12:00`).getTime())
        return (
          <div key={exception.date} className="day">
            <b>{name}</b>
            <Slots
              label={name}
              slots={exception.slots}
              onChange={(slots) => onChange(exceptions.map((e) => (e === exception ? { ...e, slots } : e)))}
            />
            <Button small look="quiet" onPress={() => onChange(exceptions.filter((e) => e !== exception))}>
              {w.settings.drop}
            </Button>
          </div>
        )
      })}
      <div className="form-line">
        <TextField label={w.settings.oneDay} type="date" value={typed} onChange={(e) => setTyped(e.target.value)} />
        <Button
          isDisabled={typed === '' || known}
          onPress={() => onChange([...exceptions, { date: typed, slots: [{ opens: '09:00', closes: '18:00' }] }])}
        >
          {w.settings.addDay}
        </Button>
      </div>
    </Panel>
  )
}
