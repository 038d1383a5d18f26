export type Mode = 'public' | 'private' | 'internal'
export const modes = ['public', 'private', 'internal'] as const

type Draft = {
  text: string
  /** What the server has, and in which version. */
  saved: string
  version: number
  /** When it last changed here, so that an older answer of the server never overwrites it. */
  touchedAt: number
  timer: ReturnType<typeof setTimeout> | undefined
  /** Other words, kept from another window, that differ from these. */
  rival: string | null
}
export type Kept = { readonly audience: Mode; readonly text: string; readonly version: number }
type Keep = (caseId: string, mode: Mode, text: string) => Promise<{ version: number }>

const AUTOSAVE_MS = 600

/** The unfinished words of every open case: here at once, on the server at each pause, and never lost to an older answer. */
export const createDrafts = (keep: Keep, now: () => number) => {
  const drafts = new Map<string, Draft>()
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const keyOf = (caseId: string, mode: Mode) => `${caseId} ${mode}`
  const draftOf = (caseId: string, mode: Mode): Draft => {
    const key = keyOf(caseId, mode)
    let draft = drafts.get(key)
    if (draft === undefined) {
      draft = { text: '', saved: '', version: 0, touchedAt: 0, timer: undefined, rival: null }
      drafts.set(key, draft)
    }
    return draft
  }
  const save = async (caseId: string, mode: Mode, by: Keep): Promise<void> => {
    const draft = draftOf(caseId, mode)
    clearTimeout(draft.timer)
    draft.timer = undefined
    const { text } = draft
    if (text === draft.saved) return
    try {
      const { version } = await by(caseId, mode, text)
      draft.saved = text
      draft.version = version
      draft.touchedAt = now()
      // Sent while it was being saved: the server must forget again what it has just been given.
      if (draft.text === '' && text !== '') void save(caseId, mode, by)
    } catch {
      // The line is cut: the words stay here, and leave with the next pause or the next sign of life.
    }
  }
  const write = (caseId: string, mode: Mode, text: string): void => {
    const draft = draftOf(caseId, mode)
    draft.text = text
    draft.touchedAt = now()
    clearTimeout(draft.timer)
    draft.timer = setTimeout(() => void save(caseId, mode, keep), AUTOSAVE_MS)
    tell()
  }

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    tell,
    read: (caseId: string, mode: Mode): string => draftOf(caseId, mode).text,
    rival: (caseId: string, mode: Mode): string | null => draftOf(caseId, mode).rival,
    /** Keeps what is typed; the server has it 600 ms after the last key. */
    write,
    /** The words have gone to the delivery, which forgets the server's draft by itself. */
    empty: (caseId: string, mode: Mode): void => {
      const draft = draftOf(caseId, mode)
      clearTimeout(draft.timer)
      Object.assign(draft, { text: '', saved: '', version: 0, timer: undefined, rival: null, touchedAt: now() })
      tell()
    },
    /** Puts words back that had left, above those typed meanwhile. */
    restore: (caseId: string, mode: Mode, text: string): void => {
      const { text: since } = draftOf(caseId, mode)
      write(caseId, mode, since.trim() === '' || since === text ? text : `${text}\n\n${since}`)
    },
    /** Takes what the server kept, asked for at `askedAt`; words typed here meanwhile are never lost: they meet as rivals. */
    adopt: (caseId: string, kept: readonly Kept[], askedAt: number): void => {
      for (const mode of modes) {
        const draft = draftOf(caseId, mode)
        const theirs = kept.find((d) => d.audience === mode)
        const { text, version } = theirs ?? { text: '', version: 0 }
        if (askedAt <= draft.touchedAt || version === draft.version || text === draft.text) continue
        if (draft.text === draft.saved) Object.assign(draft, { text, saved: text, rival: null })
        else if (text !== draft.saved && text !== '') draft.rival = text
        draft.version = version
      }
      tell()
    },
    settleRival: (caseId: string, mode: Mode, takeTheirs: boolean): void => {
      const draft = draftOf(caseId, mode)
      const { rival } = draft
      draft.rival = null
      write(caseId, mode, takeTheirs && rival !== null ? rival : draft.text)
    },
    /** Saves at once whatever is not saved: on leaving the box, the tab or the page. */
    saveAll: (by: Keep = keep): void => {
      for (const [key, draft] of drafts) {
        if (draft.text === draft.saved) continue
        const [caseId = '', mode] = key.split(' ')
        const known = modes.find((m) => m === mode)
        if (known !== undefined) void save(caseId, known, by)
      }
    },
  }
}
