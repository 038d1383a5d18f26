import { useEffect, useState } from 'react'
import type { ScheduledView } from '#contract/scheduled.ts'
import type { Flag } from '#core/scheduled/flag.ts'
import type { findUnfortunate } from '#core/scheduled/unfortunate.ts'

type Find = typeof findUnfortunate
let engine: Find | null = null

const none: readonly Flag[] = []

/** The same reading as the desk's own, at hand while one writes: what these words touch (C3). */
export const useUnfortunate = (view: ScheduledView | undefined, about: string | null) => {
  const [find, setFind] = useState<Find | null>(() => engine)
  useEffect(() => {
    if (engine !== null) return
    void import('#core/scheduled/unfortunate.ts').then((found) => {
      engine = found.findUnfortunate
      setFind(() => engine)
    })
  }, [])
  return (text: string, now: number): readonly Flag[] =>
    find === null || view === undefined || text.trim() === ''
      ? none
      : find(text, view.affairs, { now, brandNames: view.brandNames, about })
}
