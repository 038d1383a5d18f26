import { useSyncExternalStore } from 'react'
import type { CaseView } from '#contract/case-view.ts'
import { api, lastWords } from '../api.ts'
import { createDrafts, type Mode, modes } from './drafts.ts'

export { type Mode, modes } from './drafts.ts'

/** The account that each open case shows: a draft remembers the one under which it was begun (G5). */
const shown = new Map<string, string>()
const keepWith = (client: typeof api) => (id: string, audience: Mode, text: string) =>
  client.saveDraft({ id, audience, text, ...(shown.has(id) && { accountId: shown.get(id) }) })
const drafts = createDrafts(keepWith(api), Date.now)

export const onDrafts = drafts.subscribe
export const readDraft = drafts.read
export const writeDraft = drafts.write
export const emptyDraft = drafts.empty
export const restoreDraft = drafts.restore
export const settleRival = drafts.settleRival
export const saveNow = (): void => drafts.saveAll()
export const adoptDrafts = (view: CaseView, askedAt: number): void => {
  shown.set(view.id, view.accountId)
  drafts.adopt(view.id, view.drafts, askedAt)
}

const saveLast = () => drafts.saveAll(keepWith(lastWords))
document.addEventListener('visibilitychange', () => document.hidden && saveLast())
window.addEventListener('pagehide', saveLast)
window.addEventListener('online', saveNow)

export const useDraft = (caseId: string, mode: Mode): string =>
  useSyncExternalStore(drafts.subscribe, () => drafts.read(caseId, mode))
/** Whether there is anything to say: it changes with the first key, and not with the next ones. */
export const useHasWords = (caseId: string, mode: Mode): boolean =>
  useSyncExternalStore(drafts.subscribe, () => drafts.read(caseId, mode).trim() !== '')
export const useRival = (caseId: string, mode: Mode): string | null =>
  useSyncExternalStore(drafts.subscribe, () => drafts.rival(caseId, mode))

/** The box that was last used on a case, else the one with unfinished words, else the first that may open. */
const chosen = new Map<string, Mode>()
export const chooseMode = (caseId: string, mode: Mode): void => {
  chosen.set(caseId, mode)
  drafts.tell()
}
export const useMode = (view: CaseView): Mode =>
  useSyncExternalStore(drafts.subscribe, () => {
    const wanted = chosen.get(view.id) ?? modes.find((mode) => drafts.read(view.id, mode) !== '')
    const mayOpen = (mode: Mode) => mode === 'internal' || view.audiences.includes(mode)
    return wanted !== undefined && mayOpen(wanted) ? wanted : (view.audiences[0] ?? 'internal')
  })
