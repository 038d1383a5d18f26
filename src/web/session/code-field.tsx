import { TextField } from '../ui/field.tsx'
import { useWords } from '../words/words.ts'

/** Refusals that ask for the second factor: the field appears with the first of them. */
export const asksForCode = (code: string | null): boolean => code === 'second-factor-needed' || code === 'wrong-code'

export function CodeField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const w = useWords()
  return (
    <TextField
      label={w.access.code}
      hint={w.access.codeHint}
      autoComplete="one-time-code"
      required
      autoFocus
      maxLength={40}
      value={value}
      onChange={(e) => onChange(e.target.value)}
    />
  )
}
