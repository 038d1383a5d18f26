import { type ComponentProps, type ReactNode, useId } from 'react'
import './field.css'

type Shell = { label: string; hint?: ReactNode; fault?: string | null; hideLabel?: boolean }

function Frame({ id, label, hint, fault, hideLabel, children }: Shell & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'unseen' : undefined}>
        {label}
      </label>
      {children}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} className="field-fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  )
}

const describedBy = (id: string, { hint, fault }: Shell) =>
  [hint !== undefined && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined

/** A line of text with its label, what helps to fill it in, and what is wrong with it. */
export function TextField({ label, hint, fault, hideLabel, ...input }: Shell & ComponentProps<'input'>) {
  const id = useId()
  const shell = { label, hint, fault: fault ?? null, ...(hideLabel === undefined ? {} : { hideLabel }) }
  return (
    <Frame id={id} {...shell}>
      <input
        id={id}
        className="control"
        aria-invalid={fault ? true : undefined}
        aria-describedby={describedBy(id, shell)}
        {...input}
      />
    </Frame>
  )
}

export function TextArea({ label, hint, fault, hideLabel, ...input }: Shell & ComponentProps<'textarea'>) {
  const id = useId()
  const shell = { label, hint, fault: fault ?? null, ...(hideLabel === undefined ? {} : { hideLabel }) }
  return (
    <Frame id={id} {...shell}>
      <textarea
        id={id}
        className="control"
        aria-invalid={fault ? true : undefined}
        aria-describedby={describedBy(id, shell)}
        {...input}
      />
    </Frame>
  )
}

/** A choice among few; the browser's own list, which every phone and screen reader knows. */
export function Choice({ label, hint, fault, hideLabel, children, ...input }: Shell & ComponentProps<'select'>) {
  const id = useId()
  const shell = { label, hint, fault: fault ?? null, ...(hideLabel === undefined ? {} : { hideLabel }) }
  return (
    <Frame id={id} {...shell}>
      <select id={id} className="control" aria-describedby={describedBy(id, shell)} {...input}>
        {children}
      </select>
    </Frame>
  )
}

export function Tick({ label, ...input }: { label: ReactNode } & Omit<ComponentProps<'input'>, 'type'>) {
  return (
    <label className="tick">
      <input type="checkbox" {...input} />
      <span>{label}</span>
    </label>
  )
}
