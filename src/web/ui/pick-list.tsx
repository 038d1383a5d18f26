import { useState } from 'react'
import { useWords } from '../words/words.ts'
import type { PickOption } from './dialogs.ts'
import { FindList } from './find-list.tsx'
import { findsIn } from './finds-in.ts'

/** One of a list, found by typing a part of it. */
export function PickList({
  label,
  options,
  none,
  onPick,
}: {
  label: string
  options: readonly PickOption[]
  none?: string | undefined
  onPick: (id: string) => void
}) {
  const w = useWords()
  const [typed, setTyped] = useState('')
  const lines = options.filter((option) => findsIn(`${option.text} ${option.detail ?? ''}`, typed))
  return (
    <FindList
      label={label}
      placeholder={w.app.typeToFind}
      lines={lines}
      typed={typed}
      none={none ?? w.app.nothingFound}
      onType={setTyped}
      onPick={onPick}
    />
  )
}
