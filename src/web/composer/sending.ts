import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseView } from '#contract/case-view.ts'
import { api, codeOf } from '../api.ts'
import { queries, queryClient } from '../query.ts'
import { sayTrouble } from '../undo.ts'
import { speaking } from '../words/words.ts'
import { askFor } from './ask-for.ts'
import { emptyDraft, type Mode, readDraft, restoreDraft } from './draft-store.ts'
import { leaveBox } from './focus.ts'
import { readResolveAfter } from './resolve-after.ts'
import { type News, send } from './send.ts'

const UNDO_MS = 8_000

const keepNote = async (id: string, text: string): Promise<boolean> => {
  emptyDraft(id, 'internal')
  try {
    const note = await api.addNote({ id, text })
    const key = queries.case(id).queryKey
    queryClient.setQueryData(key, (old) =>
      old === undefined ? old : { ...old, notes: [...old.notes.filter((n) => n.id !== note.id), note] },
    )
    return true
  } catch (error) {
    restoreDraft(id, 'internal', text)
    sayTrouble(speaking().w.refused(codeOf(error)))
    return false
  }
}

/** What pressing « send » does in each box; true when the words have left the box for good. `waits`: a second person reads them first. */
export const useSending = (view: CaseView, mode: Mode, hasWords: boolean) => {
  const { data: workspace } = useQuery(queries.workspace())
  const [moved, setMoved] = useState<{ caseId: string; news: News } | null>(null)
  const news = moved?.caseId === view.id && hasWords ? moved.news : null

  const give = async (despiteNews: boolean, waits: boolean): Promise<boolean> => {
    const text = readDraft(view.id, mode)
    if (mode === 'internal') return keepNote(view.id, text.trim())
    const outcome = await (waits ? askFor : send)({
      ...{ view, audience: mode, text, despiteNews, resolveAfter: !waits && readResolveAfter() },
      undoMs: workspace?.undoMs ?? UNDO_MS,
    })
    if (outcome.kind === 'moved-on') setMoved({ caseId: view.id, news: outcome.news })
    return outcome.kind === 'held'
  }
  const submit = async (despiteNews: boolean, waits: boolean): Promise<boolean> => {
    setMoved(null)
    const comeBack = leaveBox()
    const left = await give(despiteNews, waits)
    if (!left) comeBack()
    return left
  }
  return { submit, news, forget: () => setMoved(null) }
}
