import type { Finding } from '#core/guard/finding.ts'
import type { GuardInput } from '#core/guard/guard-input.ts'

/** What the guard knows of a case beside the words. */
export type Facts = Omit<GuardInput, 'text'>
/** Words, and on which facts they are read. The same facts stay the same object: they go to the reader once. */
export type Draft = { readonly facts: Facts; readonly text: string }
export const isSameDraft = (a: Draft, b: Draft): boolean => a.facts === b.facts && a.text === b.text
export type Question = { readonly number: number; readonly draft: Draft }
export type Answer = { readonly number: number; readonly findings: readonly Finding[] }
/** Who reads the words: beside the page, or in it. */
export type Reader = { readonly ask: (question: Question) => void; readonly close: () => void }
/** `broken` says that this reader will not answer any more. */
export type OpenReader = (hear: (answer: Answer) => void, broken: () => void) => Reader
/** Does it later; what is returned takes it back. */
export type After = (ms: number, act: () => void) => () => void
/** Read beside the page; in the page, for want of better; by nobody. */
export type Standing = 'apart' | 'here' | 'nobody'

/** A reader is fetched with its first question. */
const FIRST_MS = 30_000
const EACH_MS = 5_000

type Asked = { readonly draft: Draft; readonly hear: (findings: readonly Finding[]) => void }

/**
 * One question at a time, and of each place on the page only its latest one waits: however slow the reader, it never runs behind.
 * A reader that dies, or keeps silent, is left for the next one, who is asked the same; the last one has all its time.
 */
export const createAsking = (readers: readonly OpenReader[], after: After) => {
  const waiting = new Map<object, Asked>()
  const listeners = new Set<() => void>()
  let nth = 0
  let reader: Reader | null = null
  let hasAnswered = false
  let number = 0
  let underWay: (Asked & { readonly number: number }) | null = null
  let forget = (): void => undefined

  const fail = (which: number): void => {
    if (which !== nth) return
    forget()
    reader?.close()
    reader = null
    hasAnswered = false
    nth += 1
    give()
    for (const listener of listeners) listener()
  }
  const take = (which: number, answer: Answer): void => {
    if (which !== nth || answer.number !== underWay?.number) return
    forget()
    hasAnswered = true
    const { hear } = underWay
    underWay = null
    // The next one is read while this answer is painted.
    next()
    hear(answer.findings)
  }
  const give = (): void => {
    const which = nth
    const open = readers[which]
    if (open === undefined) return
    try {
      reader ??= open(
        (answer) => take(which, answer),
        () => fail(which),
      )
      if (underWay === null) return
      if (which < readers.length - 1) forget = after(hasAnswered ? EACH_MS : FIRST_MS, () => fail(which))
      reader.ask({ number: underWay.number, draft: underWay.draft })
    } catch {
      fail(which)
    }
  }
  const next = (): void => {
    const [first] = waiting
    if (underWay !== null || first === undefined) return
    const [place, asked] = first
    waiting.delete(place)
    number += 1
    underWay = { ...asked, number }
    give()
  }

  return {
    /** Fetches the reader before the first question. */
    prepare: (): void => {
      if (reader === null) give()
    },
    ask: (place: object, draft: Draft, hear: Asked['hear']): void => {
      waiting.set(place, { draft, hear })
      next()
    },
    leave: (place: object): void => {
      waiting.delete(place)
    },
    standing: (): Standing => (nth === 0 ? 'apart' : nth < readers.length ? 'here' : 'nobody'),
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
export type Asking = ReturnType<typeof createAsking>
