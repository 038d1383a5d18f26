import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { TextArea, TextField } from '../ui/field.tsx'
import { useCharterWords } from './words.ts'

/** Lines that one adds to and takes from, each drawn by the form that knows it. */
export function Rows<T>({
  rows,
  blank,
  onChange,
  children,
}: {
  rows: readonly T[]
  blank: T
  onChange: (rows: readonly T[]) => void
  children: (row: T, put: (change: Partial<T>) => void) => ReactNode
}) {
  const w = useCharterWords()
  return (
    <div className="charter-rows">
      {[...rows.keys()].map((i) => {
        const put = (change: Partial<T>) => onChange(rows.map((row, j) => (i === j ? { ...row, ...change } : row)))
        return (
          <div key={i} className="charter-row">
            <div className="charter-fields">{children(rows[i] ?? blank, put)}</div>
            <Button
              look="quiet"
              icon={<IconX />}
              aria-label={w.drop(i + 1)}
              onPress={() => onChange(rows.filter((_, j) => i !== j))}
            />
          </div>
        )
      })}
      <p className="acts">
        <Button small icon={<IconPlus />} onPress={() => onChange([...rows, blank])}>
          {w.add}
        </Button>
      </p>
    </div>
  )
}

/** A list as one writes it: one per line. Empty lines are dropped when it is kept. */
export function Lines({
  label,
  lines,
  hint,
  onChange,
}: {
  label: string
  lines: readonly string[]
  hint?: string
  onChange: (lines: readonly string[]) => void
}) {
  const w = useCharterWords()
  return (
    <TextArea
      label={label}
      hint={hint ?? w.onePerLine}
      value={lines.join('\n')}
      rows={Math.min(8, Math.max(2, lines.length))}
      onChange={(e) => onChange(e.target.value === '' ? [] : e.target.value.split('\n'))}
    />
  )
}

const read = (text: string): number | null => (text === '' ? null : Math.max(0, Math.round(Number(text) * 100)))

/** An amount in the brand's money, or none. */
export function Money({
  label,
  cents,
  hint,
  onChange,
}: {
  label: string
  cents: number | null
  hint?: string
  onChange: (cents: number | null) => void
}) {
  return (
    <TextField
      label={label}
      type="number"
      min={0}
      step="any"
      value={cents === null ? '' : cents / 100}
      {...(hint !== undefined && { hint })}
      onChange={(e) => onChange(read(e.target.value))}
    />
  )
}

/** A whole number, or none where that means something. */
export function Whole({
  label,
  value,
  hint,
  most = 1_000_000,
  onChange,
}: {
  label: string
  value: number | null
  hint?: string
  most?: number
  onChange: (value: number | null) => void
}) {
  return (
    <TextField
      label={label}
      type="number"
      min={0}
      max={most}
      step={1}
      value={value ?? ''}
      {...(hint !== undefined && { hint })}
      onChange={(e) =>
        onChange(e.target.value === '' ? null : Math.min(most, Math.max(0, Math.round(Number(e.target.value)))))
      }
    />
  )
}
