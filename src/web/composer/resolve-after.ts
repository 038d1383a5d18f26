import { useSyncExternalStore } from 'react'

/** « Close once sent », as the member last left it, for this visit. */
let on = false
const listeners = new Set<() => void>()

export const readResolveAfter = () => on
export const setResolveAfter = (next: boolean): void => {
  on = next
  for (const listener of listeners) listener()
}
export const useResolveAfter = (): boolean =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, readResolveAfter)
