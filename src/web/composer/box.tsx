import { type KeyboardEvent, type Ref, useRef } from 'react'
import type { Mark } from '../guard/marks.ts'
import { Mirror } from './mirror.tsx'

type Props = {
  ref: Ref<HTMLTextAreaElement>
  text: string
  label: string
  placeholder: string
  describedBy?: string | undefined
  readOnly: boolean
  invalid: boolean
  marks: readonly Mark[]
  popup?: { id: string; active: string | undefined } | undefined
  onType: (text: string) => void
  onLeave: () => void
  onFocus: () => void
  onKeyDown?: ((event: KeyboardEvent<HTMLTextAreaElement>) => void) | undefined
}

/** The box one writes in. Plain text, as the networks take it; what the guard found is underlined behind the words. */
export function Box({
  ref,
  text,
  label,
  placeholder,
  describedBy,
  readOnly,
  invalid,
  marks,
  popup,
  onType,
  onLeave,
  onFocus,
  onKeyDown,
}: Props) {
  const mirror = useRef<HTMLDivElement>(null)
  return (
    <div className="box">
      <Mirror ref={mirror} text={text} marks={marks} />
      <textarea
        ref={ref}
        className="box-text"
        value={text}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        {...(popup && {
          'aria-haspopup': 'listbox' as const,
          'aria-controls': popup.id,
          'aria-activedescendant': popup.active,
        })}
        placeholder={placeholder}
        readOnly={readOnly}
        rows={3}
        dir="auto"
        spellCheck
        onChange={(event) => onType(event.target.value)}
        // Words that make the box scroll say so too, before they are painted.
        onScroll={({ currentTarget }) => {
          if (mirror.current) mirror.current.style.translate = `0 ${-currentTarget.scrollTop}px`
        }}
        onBlur={onLeave}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}
