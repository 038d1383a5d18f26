import { useCallback, useEffect, useRef, useState } from 'react'
import type { CaseView } from '#contract/case-view.ts'
import type { MemberRef } from '#contract/shapes.ts'
import { api, codeOf, lastWords } from '../api.ts'
import { queries, queryClient } from '../query.ts'
import { ask } from '../ui/dialogs.ts'
import { sayTrouble } from '../undo.ts'
import { speaking } from '../words/words.ts'

const EVERY_MS = 20_000

/** Says that one is here, and whether one writes; says goodbye on leaving. Two may read, one writes. */
export const usePresence = (
  caseId: string,
  doing: 'reading' | 'writing',
  onHolder: (holder: MemberRef | null) => void,
): void => {
  const shownOn = useRef<string | null>(null)
  useEffect(() => {
    let gone = false
    const show = async () => {
      if (document.hidden) return
      shownOn.current = caseId
      try {
        const { pen } = await api.showPresence({ id: caseId, doing })
        if (!gone) onHolder(pen.mine ? null : pen.holder)
      } catch {
        // Presence is a courtesy: without the line it is simply not shown.
      }
    }
    const first = setTimeout(show, doing === 'writing' ? 0 : 400)
    const timer = setInterval(show, EVERY_MS)
    return () => {
      gone = true
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [caseId, doing, onHolder])

  useEffect(() => {
    const leave = () => {
      // Whoever only passed by was never seen here.
      if (shownOn.current === caseId) void lastWords.leaveCase({ id: caseId }).catch(() => undefined)
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      const shown = shownOn.current === caseId
      // The next case is painted first.
      if (shown) setTimeout(() => void lastWords.leaveCase({ id: caseId }).catch(() => undefined), 300)
    }
  }, [caseId])
}

/** Who holds the pen of a case, when it is a colleague; and how to take it over. */
export const usePen = (view: CaseView, writing: boolean) => {
  const [told, setTold] = useState<{ caseId: string; holder: MemberRef | null }>({ caseId: view.id, holder: null })
  const onHolder = useCallback((holder: MemberRef | null) => setTold({ caseId: view.id, holder }), [view.id])
  const seen = view.presences.find((p) => p.doing === 'writing')?.member ?? null
  usePresence(view.id, writing && seen === null ? 'writing' : 'reading', onHolder)
  const holder = seen ?? (told.caseId === view.id && writing ? told.holder : null)

  const takeOver = async () => {
    const { w } = speaking()
    if (holder === null) return
    const sure = await ask({
      kind: 'confirm',
      title: w.composer.takePenTitle(holder.name),
      text: w.composer.takePenText(holder.name),
      yes: w.composer.takePen,
    })
    if (sure === null) return
    try {
      await api.takePen({ id: view.id })
      setTold({ caseId: view.id, holder: null })
      await queryClient.invalidateQueries({ queryKey: queries.case(view.id).queryKey })
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    }
  }
  return { holder, takeOver }
}
