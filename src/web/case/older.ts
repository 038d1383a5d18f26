import { useCallback, useMemo, useRef, useState } from 'react'
import type { CaseView, MessageView } from '#contract/case-view.ts'
import { api, codeOf } from '../api.ts'
import { sayTrouble } from '../undo.ts'
import { speaking } from '../words/words.ts'

type Known = {
  readonly view: CaseView
  readonly messages: ReadonlyMap<string, MessageView>
  readonly before: string | null
}

const bySaid = (a: MessageView, b: MessageView) => a.sentAt - b.sentAt || (a.id < b.id ? -1 : 1)
const keep = (known: ReadonlyMap<string, MessageView>, more: readonly MessageView[]) =>
  new Map([...known, ...more.map((message) => [message.id, message] as const)])
const beginWith = (view: CaseView): Known => ({
  view,
  messages: keep(new Map(), view.messages),
  before: view.olderBefore,
})

/**
 * The messages of a case: the last thirty, which the live stream keeps fresh, with those read on the way up. What was once read stays,
 * even when newer words push it out of the last thirty.
 */
export const useOlder = (view: CaseView) => {
  const [kept, setKnown] = useState(() => beginWith(view))
  let known = kept
  if (known.view !== view) {
    known =
      known.view.id === view.id ? { ...known, view, messages: keep(known.messages, view.messages) } : beginWith(view)
    // While it is drawn, and not after: what is drawn once more after an effect is laid out once more too.
    setKnown(known)
  }
  const { before } = known
  const reading = useRef(false)

  const readOlder = useCallback(async () => {
    if (before === null || reading.current) return
    reading.current = true
    try {
      const page = await api.readOlderMessages({ id: view.id, before })
      setKnown((old) =>
        old.view.id === view.id
          ? { ...old, messages: keep(old.messages, page.messages), before: page.olderBefore }
          : old,
      )
    } catch (error) {
      sayTrouble(speaking().w.refused(codeOf(error)))
    } finally {
      reading.current = false
    }
  }, [view.id, before])

  const messages = useMemo(() => [...known.messages.values()].sort(bySaid), [known.messages])
  return { messages, more: before !== null, readOlder }
}
