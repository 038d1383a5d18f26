import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { CaseView, MessageView } from '#contract/case-view.ts'
import { api, codeOf } from '../api.ts'
import { sayTrouble } from '../undo.ts'
import { speaking } from '../words/words.ts'

type Known = {
  readonly caseId: string
  readonly messages: ReadonlyMap<string, MessageView>
  readonly before: string | null
}

const bySaid = (a: MessageView, b: MessageView) => a.sentAt - b.sentAt || (a.id < b.id ? -1 : 1)
const keep = (known: ReadonlyMap<string, MessageView>, more: readonly MessageView[]) =>
  new Map([...known, ...more.map((message) => [message.id, message] as const)])

/**
 * The messages of a case: the last thirty, which the live stream keeps fresh, with those read on the way up. What was once read stays,
 * even when newer words push it out of the last thirty.
 */
export const useOlder = (view: CaseView) => {
  const [state, setKnown] = useState<Known>({ caseId: view.id, messages: new Map(), before: view.olderBefore })
  const known = state.caseId === view.id ? state : null
  const before = known === null ? view.olderBefore : known.before
  const reading = useRef(false)

  useEffect(() => {
    setKnown((old) =>
      old.caseId === view.id
        ? { ...old, messages: keep(old.messages, view.messages) }
        : { caseId: view.id, messages: keep(new Map(), view.messages), before: view.olderBefore },
    )
  }, [view])

  const readOlder = useCallback(async () => {
    if (before === null || reading.current) return
    reading.current = true
    try {
      const page = await api.readOlderMessages({ id: view.id, before })
      setKnown((old) => ({ ...old, messages: keep(old.messages, page.messages), before: page.olderBefore }))
    } catch (error) {
      sayTrouble(speaking().w.refused(codeOf(error)))
    } finally {
      reading.current = false
    }
  }, [view.id, before])

  const messages = useMemo(
    () => [...keep(known?.messages ?? new Map(), view.messages).values()].sort(bySaid),
    [known, view.messages],
  )
  return { messages, more: before !== null, readOlder }
}
