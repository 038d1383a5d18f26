import { useSyncExternalStore } from 'react'

/** The cases ticked for a common deed. */
let checked: ReadonlySet<string> = new Set()
let list = ''
const listeners = new Set<() => void>()
const set = (next: ReadonlySet<string>) => {
  checked = next
  for (const listener of listeners) listener()
}

export const readChecked = () => checked
export const toggleChecked = (id: string): void => {
  const next = new Set(checked)
  if (!next.delete(id)) next.add(id)
  set(next)
}
/** At most what one change may carry. */
export const checkAll = (ids: readonly string[]): void => set(new Set(ids.slice(0, 200)))
export const uncheckAll = (): void => {
  if (checked.size > 0) set(new Set())
}

/** Another list: what was ticked in the one before is forgotten. */
export const checkIn = (filter: string): void => {
  if (filter !== list) uncheckAll()
  list = filter
}

export const useChecked = (): ReadonlySet<string> =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, readChecked)
