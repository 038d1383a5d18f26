import { TextField } from '../ui/field.tsx'
import { useWords } from '../words/words.ts'

export const PASSWORD_MIN = 12

/** A password to choose: length is what counts, and the field says so. */
export function NewPassword({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const w = useWords()
  return (
    <TextField
      label={w.entry.newPassword}
      hint={w.entry.passwordHint(PASSWORD_MIN)}
      type="password"
      autoComplete="new-password"
      minLength={PASSWORD_MIN}
      maxLength={200}
      required
      value={value}
      onChange={(e) => onChange(e.target.value)}
    />
  )
}
