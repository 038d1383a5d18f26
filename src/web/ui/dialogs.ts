import { useSyncExternalStore } from 'react'

export type PickOption = { readonly id: string; readonly text: string; readonly detail?: string; readonly on?: boolean }

/** A question that needs an answer before going on; asked from anywhere, shown by the one dialog host. */
export type Question =
  /** One of a list that can be searched. */
  | { readonly kind: 'pick'; readonly title: string; readonly options: readonly PickOption[]; readonly none?: string }
  /** Yes or no; `text` says what will happen. */
  | {
      readonly kind: 'confirm'
      readonly title: string
      readonly text: string
      readonly yes: string
      readonly danger?: boolean
    }
  /** Some words. */
  | {
      readonly kind: 'words'
      readonly title: string
      readonly label: string
      readonly hint?: string
      readonly yes: string
      readonly required?: boolean
      readonly long?: boolean
      readonly initial?: string
    }
  /** Who holds this session shows that they are still its member. */
  | { readonly kind: 'sign-in' }
  /** A day and an hour, as local text `2026-03-12T14:00`. */
  | {
      readonly kind: 'moment'
      readonly title: string
      readonly hint?: string
      readonly yes: string
      readonly initial: string
      /** The last one that may be said. */
      readonly most?: string
    }

export type Asked = {
  readonly id: number
  readonly question: Question
  readonly answer: (value: string | null) => void
}

let asked: Asked | null = null
let serial = 0
const listeners = new Set<() => void>()
const set = (next: Asked | null) => {
  asked = next
  for (const listener of listeners) listener()
}

/** Asks, and gives the answer: an id, « yes », the words, the moment; null when the member went back. */
export const ask = (question: Question): Promise<string | null> => {
  asked?.answer(null)
  return new Promise((resolve) => {
    serial += 1
    const answer = (value: string | null) => {
      if (asked?.answer === answer) set(null)
      resolve(value)
    }
    set({ id: serial, question, answer })
  })
}

export const useAsked = (): Asked | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => asked,
  )
