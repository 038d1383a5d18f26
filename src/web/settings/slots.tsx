import { IconPlus, IconX } from '@tabler/icons-react'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'

export type Slot = { opens: string; closes: string }

const places = [0, 1, 2, 3, 4, 5, 6, 7]
/** After the last slot, an hour later, for three hours; or the usual morning. */
const nextSlot = (slots: readonly Slot[]): Slot => {
  const last = slots.at(-1)
  const hour = last === undefined ? Number.NaN : Number(last.closes.slice(0, 2))
  if (Number.isNaN(hour) || hour >= 20) return { opens: '09:00', closes: '18:00' }
  const two = (n: number) => `${String(n).padStart(2, '0')}:00`
  return { opens: two(hour + 1), closes: two(Math.min(23, hour + 5)) }
}

/** The hours of one day, as many stretches as it has; one that closes before it opens runs past midnight. */
export function Slots({
  label,
  slots,
  onChange,
}: {
  label: string
  slots: readonly Slot[]
  onChange: (slots: Slot[]) => void
}) {
  const w = useWords()
  const put = (place: number, change: Partial<Slot>) =>
    onChange(slots.map((slot, i) => (i === place ? { ...slot, ...change } : slot)))
  return (
    <div className="slots">
      {slots.length === 0 && <span className="day-closed">{w.settings.closed}</span>}
      {places.slice(0, slots.length).map((i) => {
        const slot = slots[i] ?? nextSlot([])
        return (
          <span key={i} className="slot">
            <input
              className="control"
              type="time"
              aria-label={w.settings.opens(label)}
              value={slot.opens}
              required
              onChange={(e) => e.target.value !== '' && put(i, { opens: e.target.value })}
            />
            <span aria-hidden="true">–</span>
            <input
              className="control"
              type="time"
              aria-label={w.settings.closes(label)}
              value={slot.closes === '24:00' ? '00:00' : slot.closes}
              required
              onChange={(e) =>
                e.target.value !== '' && put(i, { closes: e.target.value === '00:00' ? '24:00' : e.target.value })
              }
            />
            <Button
              small
              look="quiet"
              icon={<IconX />}
              aria-label={w.settings.dropSlot(label, slot.opens)}
              onPress={() => onChange(slots.filter((_, j) => j !== i))}
            />
          </span>
        )
      })}
      {slots.length < places.length && (
        <Button
          small
          look="quiet"
          icon={<IconPlus />}
          aria-label={w.settings.addSlot(label)}
          onPress={() => onChange([...slots, nextSlot(slots)])}
        />
      )}
    </div>
  )
}
