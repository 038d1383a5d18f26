import type { ConnectionField } from '#contract/workspace.ts'
import { Choice, TextField, Tick } from '../ui/field.tsx'
import { useSpeech } from '../words/words.ts'

const types = { text: 'text', secret: 'password', url: 'url', number: 'number', email: 'email' } as const

/** A form made from what the connector asks: no network is known here by name. */
export function CredentialFields({
  fields,
  values,
  onChange,
}: {
  fields: readonly ConnectionField[]
  values: Readonly<Record<string, string>>
  onChange: (name: string, value: string) => void
}) {
  const { language } = useSpeech()
  return fields.map((field) => {
    const value = values[field.name] ?? ''
    const shared = {
      label: field.label[language],
      value,
      required: field.required,
      ...(field.hint === undefined ? {} : { hint: field.hint[language] }),
    }
    if (field.kind === 'switch')
      return (
        <Tick
          key={field.name}
          label={field.label[language]}
          checked={value === 'true'}
          onChange={(e) => onChange(field.name, String(e.target.checked))}
        />
      )
    if (field.kind === 'choice')
      return (
        <Choice key={field.name} {...shared} onChange={(e) => onChange(field.name, e.target.value)}>
          {(field.choices ?? []).map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label[language]}
            </option>
          ))}
        </Choice>
      )
    return (
      <TextField
        key={field.name}
        {...shared}
        type={types[field.kind]}
        maxLength={4000}
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="none"
        onChange={(e) => onChange(field.name, e.target.value)}
      />
    )
  })
}
