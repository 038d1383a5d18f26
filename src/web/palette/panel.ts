import { useSyncExternalStore } from 'react'

/** What floats over the desk: the palette, the keyboard map, or nothing. */
export type Panel = 'palette' | 'keymap' | null

let panel: Panel = null
const listeners = new Set<() => void>()

export const openPanel = (next: Panel): void => {
  panel = next
  for (const listener of listeners) listener()
}

export const usePanel = (): Panel =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => panel,
  )
