import { useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Finding } from '#core/guard/finding.ts'
import { type Draft, isSameDraft } from './asking.ts'
import { after, guard } from './readers.ts'
import { createReadings } from './readings.ts'

/**
 * What is known of words that are being written: the last findings, of which words they are, and whether those are the present ones. Null
 * while nothing is known, and once the guard takes its time.
 */
export type Reading = { readonly findings: readonly Finding[]; readonly of: string; readonly isFresh: boolean }

/** Has several texts read, each under its name. The drafts must be kept between two renders: another one is another question. */
export const useReadings = (drafts: ReadonlyMap<string, Draft>): ((key: string) => Reading | null) => {
  const [readings] = useState(() => createReadings(guard, after))
  const asked = useRef(drafts)
  useLayoutEffect(() => {
    for (const key of asked.current.keys()) if (!drafts.has(key)) readings.ask(key, null)
    asked.current = drafts
    for (const [key, draft] of drafts) readings.ask(key, draft)
  }, [readings, drafts])
  useLayoutEffect(
    () => () => {
      for (const key of asked.current.keys()) readings.ask(key, null)
    },
    [readings],
  )
  useSyncExternalStore(readings.subscribe, readings.version)
  return (key) => {
    const draft = drafts.get(key)
    const read = readings.read(key)
    return draft === undefined || read === null || readings.isLate(key)
      ? null
      : { findings: read.findings, of: read.draft.text, isFresh: isSameDraft(read.draft, draft) }
  }
}

const ONE = 'one'

/** Has one text read; null while nothing is known of it. */
export const useReading = (draft: Draft | null): Reading | null => {
  const drafts = useMemo(() => new Map(draft === null ? [] : [[ONE, draft]]), [draft])
  return useReadings(drafts)(ONE)
}
