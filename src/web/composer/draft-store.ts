import { useSyncExternalStore } from 'react'
import type { CaseView } from '#contract/case-view.ts'
import { api, lastWords } from '../api.ts'

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

const AUTOSAVE_MS = 600
const drafts = new Map<string, Draft>()
const listeners = new Set<() => void>()
const keyOf = (caseId: string, mode: Mode) => `${caseId} ${mode}`
const tell = () => {
  for (const listener of listeners) listener()
}
const draftOf = (caseId: string, mode: Mode): Draft => {
  const key = keyOf(caseId, mode)
  let draft = drafts.get(key)
  if (draft === undefined) {
    draft = { text: '', saved: '', version: 0, touchedAt: 0, timer: undefined, rival: null }
    drafts.set(key, draft)
  }
  return draft
}

const save = async (caseId: string, mode: Mode, client = api): Promise<void> => {
  const draft = draftOf(caseId, mode)
  clearTimeout(draft.timer)
  draft.timer = undefined
  const { text } = draft
  if (text === draft.saved) return
  try {
    const { version } = await client.saveDraft({ id: caseId, audience: mode, text })
    draft.saved = text
    draft.version = version
    draft.touchedAt = Date.now()
  } catch {
    // The line is cut: the words stay here, and leave with the next pause or the next sign of life.
  }
}

export const readDraft = (caseId: string, mode: Mode): string => draftOf(caseId, mode).text

/** Keeps what is typed; the server has it 600 ms after the last key. */
export const writeDraft = (caseId: string, mode: Mode, text: string): void => {
  const draft = draftOf(caseId, mode)
  draft.text = text
  draft.touchedAt = Date.now()
  clearTimeout(draft.timer)
  draft.timer = setTimeout(() => void save(caseId, mode), AUTOSAVE_MS)
  tell()
}

/** The words have gone to the delivery, which forgets the server's draft by itself. */
export const emptyDraft = (caseId: string, mode: Mode): void => {
  const draft = draftOf(caseId, mode)
  clearTimeout(draft.timer)
  drafts.set(keyOf(caseId, mode), {
    ...draft,
    text: '',
    saved: '',
    timer: undefined,
    rival: null,
    touchedAt: Date.now(),
  })
  tell()
}

/** Puts words back that had left, above those typed meanwhile. */
export const restoreDraft = (caseId: string, mode: Mode, text: string): void => {
  const { text: since } = draftOf(caseId, mode)
  writeDraft(caseId, mode, since.trim() === '' || since === text ? text : `${text}\n\n${since}`)
}

/** Takes what the server kept, when a case is opened or read again; words typed here meanwhile are never lost (they meet as rivals). */
export const adoptDrafts = (view: CaseView, readAt: number): void => {
  for (const mode of modes) {
    const draft = draftOf(view.id, mode)
    const kept = view.drafts.find((d) => d.audience === mode)
    const text = kept?.text ?? ''
    if (readAt <= draft.touchedAt || (kept?.version ?? 0) === draft.version || text === draft.text) continue
    if (draft.text === draft.saved) Object.assign(draft, { text, saved: text, rival: null })
    else if (text !== draft.saved && text !== '') draft.rival = text
    draft.version = kept?.version ?? 0
  }
  tell()
}

export const rivalOf = (caseId: string, mode: Mode): string | null => draftOf(caseId, mode).rival
export const settleRival = (caseId: string, mode: Mode, takeTheirs: boolean): void => {
  const draft = draftOf(caseId, mode)
  const { rival } = draft
  draft.rival = null
  writeDraft(caseId, mode, takeTheirs && rival !== null ? rival : draft.text)
}

/** Saves at once whatever is not saved: on leaving the box, the tab or the page. */
export const saveNow = (client = api): void => {
  for (const [key, draft] of drafts) {
    if (draft.text === draft.saved) continue
    const [caseId, mode] = key.split(' ')
    const known = modes.find((m) => m === mode)
    if (caseId !== undefined && known !== undefined) void save(caseId, known, client)
  }
}
if (typeof document !== 'undefined') {
  document.addEventListener('visibilitychange', () => document.hidden && saveNow(lastWords))
  window.addEventListener('pagehide', () => saveNow(lastWords))
  window.addEventListener('online', () => saveNow())
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
export const useDraft = (caseId: string, mode: Mode): string =>
  useSyncExternalStore(subscribe, () => draftOf(caseId, mode).text)
export const useRival = (caseId: string, mode: Mode): string | null =>
  useSyncExternalStore(subscribe, () => draftOf(caseId, mode).rival)

/** The box that was last used on a case, else the one with unfinished words, else the first that may open. */
const chosen = new Map<string, Mode>()
export const chooseMode = (caseId: string, mode: Mode): void => {
  chosen.set(caseId, mode)
  tell()
}
export const useMode = (view: CaseView): Mode =>
  useSyncExternalStore(subscribe, () => {
    const wanted = chosen.get(view.id) ?? modes.find((mode) => draftOf(view.id, mode).text !== '')
    const mayOpen = (mode: Mode) => mode === 'internal' || view.audiences.includes(mode)
    return wanted !== undefined && mayOpen(wanted) ? wanted : (view.audiences[0] ?? 'internal')
  })
