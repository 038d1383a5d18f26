import { useSyncExternalStore } from 'react'

/** The last thing done and how to take it back; ten seconds, one at a time, the newest wins. */
export type Done = {
  readonly id: number
  readonly text: string
  readonly undo: (() => void) | null
  readonly tone: 'calm' | 'trouble'
}

let current: Done | null = null
let serial = 0
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()
const set = (next: Done | null) => {
  current = next
  for (const listener of listeners) listener()
}

export const dismiss = () => set(null)

const show = (text: string, undo: (() => void) | null, tone: Done['tone'], forMs = 10_000) => {
  serial += 1
  clearTimeout(timer)
  timer = setTimeout(dismiss, forMs)
  set({ id: serial, text, undo, tone })
}

/** Says what was done, with a way back when there is one. */
export const sayDone = (text: string, undo?: () => void, forMs?: number) => show(text, undo ?? null, 'calm', forMs)
/** Says what went wrong and what to do. */
export const sayTrouble = (text: string) => show(text, null, 'trouble')

/** Takes back the last thing done; false when there is nothing to take back. */
export const undoLast = (): boolean => {
  const undo = current?.undo
  if (undo === null || undo === undefined) return false
  dismiss()
  undo()
  return true
}

export const useDone = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
