import { Choice } from '../ui/field.tsx'

/** One of a few known answers, by their words. */
export function Pick<K extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value: K
  options: Readonly<Record<K, string>>
  onChange: (value: K) => void
}) {
  const keys = Object.keys(options) as K[]
  return (
    <Choice
      label={label}
      value={value}
      onChange={(e) => {
        const chosen = keys.find((key) => key === e.target.value)
        if (chosen !== undefined) onChange(chosen)
      }}
    >
      {keys.map((key) => (
        <option key={key} value={key}>
          {options[key]}
        </option>
      ))}
    </Choice>
  )
}
