import { useQuery } from '@tanstack/react-query'
import { useLayoutEffect, useMemo, useSyncExternalStore } from 'react'
import type { CaseView } from '#contract/case-view.ts'
import type { Finding } from '#core/guard/finding.ts'
import { guardFactsOf } from '../guard/case-input.ts'
import { type Mark, marksOn } from '../guard/marks.ts'
import { after, guard } from '../guard/readers.ts'
import { createReadings } from '../guard/readings.ts'
import { queries } from '../query.ts'
import { type Mode, onDrafts, readDraft } from './draft-store.ts'

/** What the guard says of the boxes of the composer; the panel beside it looks at the same. */
const readings = createReadings(guard, after)
const keyOf = (view: CaseView, mode: Mode) => `${view.id} ${mode}`

/** The last findings of a box: of these words or, for a moment, of older ones. Null as long as nothing was read. */
export const useFindings = (view: CaseView, mode: Mode): readonly Finding[] | null =>
  useSyncExternalStore(readings.subscribe, () => readings.read(keyOf(view, mode))?.findings ?? null)

/** The words of a box have been under way to the guard for so long that one should see it. */
export const useLate = (view: CaseView, mode: Mode): boolean =>
  useSyncExternalStore(readings.subscribe, () => readings.isLate(keyOf(view, mode)))

/** The words that the findings are about. */
export const readWords = (view: CaseView, mode: Mode): string => readings.read(keyOf(view, mode))?.draft.text ?? ''

/** Where a finding stands in the words as they are now; null when these are no longer the ones it is about. */
export const placeNow = (view: CaseView, mode: Mode, finding: Mark): Mark | null =>
  marksOn([finding], readWords(view, mode), readDraft(view.id, mode))[0] ?? null

/** Whether the guard has read the words as they stand. */
export const isRead = (view: CaseView, mode: Mode): boolean => readings.isFresh(keyOf(view, mode))
export const whenRead = (view: CaseView, mode: Mode, act: (findings: readonly Finding[]) => void): void =>
  readings.whenRead(keyOf(view, mode), act)

/**
 * Gives each change of the words, or of what is known of the case, to the guard. Outside of what is drawn: nothing waits for it, and a
 * key draws the box alone.
 */
export const useAsking = (view: CaseView, mode: Mode): void => {
  const { data: way } = useQuery(queries.privateWay(view.id))
  const facts = useMemo(() => (mode === 'internal' ? null : guardFactsOf(view, way, mode)), [view, way, mode])
  const { id } = view
  const key = `${id} ${mode}`
  useLayoutEffect(() => () => readings.ask(key, null), [key])
  useLayoutEffect(() => {
    const ask = () => {
      const text = readDraft(id, mode)
      readings.ask(key, facts === null || text.trim() === '' ? null : { facts, text })
    }
    ask()
    return onDrafts(ask)
  }, [id, mode, key, facts])
}
