import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { frenchHolidays } from '#core/sla/holidays-fr.ts'
import { useNow } from '../clock.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { TextField, Tick } from '../ui/field.tsx'
import { useSpeech } from '../words/words.ts'

/** Days when nobody answers; the French ones can be put in at once, and corrected. */
export function Holidays({ days, onChange }: { days: readonly string[]; onChange: (days: string[]) => void }) {
  const { w, f } = useSpeech()
  const now = useNow()
  const [typed, setTyped] = useState('')
  const [east, setEast] = useState(false)
  const year = new Date(now).getFullYear()
  const add = (more: readonly string[]) => onChange([...new Set([...days, ...more])].sort())
  const today = new Date(now).toISOString().slice(0, 10)
  const coming = days.filter((day) => day >= today)
  return (
    <Panel title={w.settings.holidays} note={w.settings.holidaysNote}>
      <ul className="holidays">
        {coming.map((day) => (
          <li key={day}>
            {f.weekday(new Date(`${day}T12:00`).getTime())} {day.slice(0, 4)}
            <Button
              small
              look="quiet"
              icon={<IconX />}
              aria-label={w.settings.dropDay(day)}
              onPress={() => onChange(days.filter((other) => other !== day))}
            />
          </li>
        ))}
        {coming.length === 0 && <li className="quiet">{w.settings.noHoliday}</li>}
      </ul>
      <div className="form-line">
        <TextField label={w.settings.oneDay} type="date" value={typed} onChange={(e) => setTyped(e.target.value)} />
        <Button isDisabled={typed === ''} onPress={() => add([typed])}>
          {w.settings.addDay}
        </Button>
      </div>
      <div className="acts">
        {[year, year + 1].map((y) => (
          <Button key={y} onPress={() => add(frenchHolidays(y, east).map((holiday) => holiday.day))}>
            {w.settings.addFrench(y)}
          </Button>
        ))}
        <Tick label={w.settings.east} checked={east} onChange={(e) => setEast(e.target.checked)} />
      </div>
    </Panel>
  )
}
