import type { QuietHours, QuietSlot } from '#core/notification/choices.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Choice, TextField, Tick } from '../ui/field.tsx'
import { allZones } from '../ui/time-zones.ts'
import { useNoticeWords } from './words.ts'

const NIGHT: QuietSlot = { days: [1, 2, 3, 4, 5, 6, 7], from: '20:00', until: '08:00' }
const WEEK = [1, 2, 3, 4, 5, 6, 7] as const
const MOST = 10

/** When one is left in peace: as many stretches of the week as one likes, on one's own clock. */
export function Quiet({ quiet, onChange }: { quiet: QuietHours; onChange: (quiet: QuietHours) => void }) {
  const words = useNoticeWords()
  const { slots } = quiet
  const named = slots.map((slot, index) => ({ name: words.slot(index + 1), slot }))
  const put = (next: readonly QuietSlot[]) => onChange({ ...quiet, slots: next })
  return (
    <Panel title={words.quiet} note={words.quietNote}>
      <div className="stack">
        {slots.length === 0 && <p className="quiet">{words.noQuiet}</p>}
        {named.map(({ name, slot }, index) => (
          <Slot
            key={name}
            name={name}
            slot={slot}
            onChange={(next) => put(slots.map((one, at) => (at === index ? next : one)))}
            onRemove={() => put(slots.filter((_, at) => at !== index))}
          />
        ))}
        <p className="acts">
          <Button isDisabled={slots.length >= MOST} onPress={() => put([...slots, NIGHT])}>
            {words.add}
          </Button>
        </p>
        <Choice
          label={words.zone}
          value={quiet.timeZone}
          onChange={(e) => onChange({ ...quiet, timeZone: e.target.value })}
        >
          {allZones(quiet.timeZone).map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </Choice>
      </div>
    </Panel>
  )
}

interface SlotProps {
  name: string
  slot: QuietSlot
  onChange: (slot: QuietSlot) => void
  onRemove: () => void
}

function Slot({ name, slot, onChange, onRemove }: SlotProps) {
  const words = useNoticeWords()
  const toggle = (day: number, on: boolean) => {
    const rest = slot.days.filter((one) => one !== day)
    const days = on ? [...rest, day].toSorted((a, b) => a - b) : rest
    if (days.length > 0) onChange({ ...slot, days })
  }
  const wall = (text: string, set: (text: string) => void) => text !== '' && set(text)
  return (
    <fieldset className="quiet-slot">
      <legend>{name}</legend>
      <div className="quiet-days">
        {WEEK.map((day) => (
          <Tick
            key={day}
            label={words.days[day]}
            checked={slot.days.includes(day)}
            onChange={(e) => toggle(day, e.target.checked)}
          />
        ))}
      </div>
      <div className="quiet-span">
        <TextField
          label={words.from}
          type="time"
          required
          value={slot.from}
          onChange={(e) => wall(e.target.value, (from) => onChange({ ...slot, from }))}
        />
        <TextField
          label={words.until}
          type="time"
          required
          value={slot.until}
          {...(slot.until <= slot.from && { hint: words.nextDay })}
          onChange={(e) => wall(e.target.value, (until) => onChange({ ...slot, until }))}
        />
        <Button small aria-label={words.removeOf(name)} onPress={onRemove}>
          {words.remove}
        </Button>
      </div>
    </fieldset>
  )
}
