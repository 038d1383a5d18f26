import { IconCheck } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../words/words.ts'

export type Line = {
  readonly id: string
  readonly text: string
  readonly detail?: string | undefined
  readonly on?: boolean | undefined
}

type Props = {
  label: string
  placeholder: string
  /** What matches the words typed, best first. */
  lines: readonly Line[]
  typed: string
  none: string
  onType: (typed: string) => void
  onPick: (id: string) => void
}

/** A box one types in over a list one walks with the arrows: Enter takes the first line, or the one that was reached. */
export function FindList({ label, placeholder, lines, typed, none, onType, onPick }: Props) {
  const w = useWords()
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [reached, setReached] = useState(0)
  const at = Math.min(reached, Math.max(0, lines.length - 1))
  const activeId = lines.length > 0 ? `${id}-${at}` : undefined

  useEffect(() => box.current?.focus(), [])
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const line = lines[at]
    if (event.key === 'ArrowDown') setReached((at + 1) % Math.max(1, lines.length))
    else if (event.key === 'ArrowUp') setReached((at - 1 + lines.length) % Math.max(1, lines.length))
    else if (event.key === 'Home' && typed === '') setReached(0)
    else if (event.key === 'End' && typed === '') setReached(lines.length - 1)
    else if (event.key === 'Enter' && line !== undefined) onPick(line.id)
    else return
    event.preventDefault()
  }
  return (
    <>
      <input
        className="control sheet-search"
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={activeId}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        ref={box}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => {
          setReached(0)
          onType(event.target.value)
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={id} className="pick-list" role="listbox" aria-label={label}>
        {lines.map((line, place) => (
          <div
            key={line.id}
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === at}
            className="pick"
            onPointerMove={() => place !== at && setReached(place)}
            onPointerUp={() => onPick(line.id)}
          >
            <span className="pick-text">{line.text}</span>
            {line.detail !== undefined && line.detail !== '' && <span className="pick-detail">{line.detail}</span>}
            {line.on === true && <IconCheck aria-label={w.app.chosen} />}
          </div>
        ))}
      </div>
      {lines.length === 0 && <p className="pick-none">{none}</p>}
    </>
  )
}
