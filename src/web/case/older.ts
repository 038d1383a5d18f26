import { useCallback, useMemo, useRef, useState } from 'react'
import type { CaseView, MessageView } from '#contract/case-view.ts'
import { api, codeOf } from '../api.ts'
import { sayTrouble } from '../undo.ts'
import { speaking } from '../words/words.ts'

type Known = { readonly caseId: string; readonly messages: Map<string, MessageView>; before: string | null }

const bySaid = (a: MessageView, b: MessageView) => a.sentAt - b.sentAt || (a.id < b.id ? -1 : 1)

/**
 * The messages of a case: the last thirty, which the live stream keeps fresh, with those read on the way up. What was once read stays,
 * even when newer words push it out of the last thirty.
 */
export const useOlder = (view: CaseView) => {
  const known = useRef<Known>({ caseId: view.id, messages: new Map(), before: view.olderBefore })
  if (known.current.caseId !== view.id)
    known.current = { caseId: view.id, messages: new Map(), before: view.olderBefore }
  const [pages, setPages] = useState(0)
  const reading = useRef(false)

  const readOlder = useCallback(async () => {
    const { current } = known
    if (current.before === null || reading.current) return
    reading.current = true
    try {
      const page = await api.readOlderMessages({ id: current.caseId, before: current.before })
      for (const message of page.messages) current.messages.set(message.id, message)
      current.before = page.olderBefore
      setPages((n) => n + 1)
    } catch (error) {
      sayTrouble(speaking().w.refused(codeOf(error)))
    } finally {
      reading.current = false
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `pages` says that the known messages have grown
  const messages = useMemo(() => {
    for (const message of view.messages) known.current.messages.set(message.id, message)
    return [...known.current.messages.values()].sort(bySaid)
  }, [view, pages])
  return { messages, more: known.current.before !== null, readOlder }
}
