import { useId, useState } from 'react'
import { useWords } from '../words/words.ts'

const units = { minutes: 1, hours: 60, days: 1_440 } as const
type Unit = keyof typeof units

/** The largest unit that says it without a fraction. */
const unitOf = (minutes: number): Unit => (minutes % 1_440 === 0 ? 'days' : minutes % 60 === 0 ? 'hours' : 'minutes')

/** A length of time as people say it: a figure and its unit. */
export function Duration({
  label,
  minutes,
  onChange,
}: {
  label: string
  minutes: number
  onChange: (minutes: number) => void
}) {
  const w = useWords()
  const id = useId()
  const [unit, setUnit] = useState<Unit>(() => unitOf(minutes))
  const change = (figure: number, of: Unit) => {
    const total = Math.round(figure * units[of])
    if (total >= 1 && total <= 43_200) onChange(total)
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="duration">
        <input
          id={id}
          className="control"
          type="number"
          min={1}
          step={1}
          value={Math.round((minutes / units[unit]) * 100) / 100}
          onChange={(e) => change(Number(e.target.value), unit)}
        />
        <select
          className="control"
          aria-label={w.settings.unit(label)}
          value={unit}
          onChange={(e) => {
            const next = (Object.keys(units) as Unit[]).find((u) => u === e.target.value) ?? unit
            setUnit(next)
            change(Math.max(1, Math.round(minutes / units[next])), next)
          }}
        >
          {(Object.keys(units) as Unit[]).map((u) => (
            <option key={u} value={u}>
              {w.settings.units[u]}
            </option>
          ))}
        </select>
      </span>
    </div>
  )
}
