import { useQuery } from '@tanstack/react-query'
import type { CaseView, PrivateWayView } from '#contract/case-view.ts'
import type { Finding } from '#core/guard/finding.ts'
import { queries } from '../query.ts'
import { useDraft, useMode } from './draft-store.ts'
import { guardInputOf, toShow, useGuard } from './guard.ts'

type Read = { readonly of: readonly unknown[]; readonly findings: Finding[] }
let last: Read = { of: [], findings: [] }
const none: Finding[] = []

/** The same words on the same facts are read once, by the composer and by the panel beside it. */
const read = (
  check: NonNullable<ReturnType<typeof useGuard>>,
  view: CaseView,
  way: PrivateWayView | undefined,
  audience: 'public' | 'private',
  text: string,
) => {
  const of = [view, way, audience, text]
  if (of.every((part, i) => part === last.of[i])) return last.findings
  last = { of, findings: toShow(check(guardInputOf(view, way, audience, text))) }
  return last.findings
}

/** What the guard says of the draft as it stands; null while there is nothing to read. */
export const useFindings = (
  view: CaseView,
): { mode: 'public' | 'private' | 'internal'; text: string; findings: Finding[] | null } => {
  const mode = useMode(view)
  const text = useDraft(view.id, mode)
  const check = useGuard()
  const { data: way } = useQuery(queries.privateWay(view.id))
  if (mode === 'internal' || check === null || text.trim() === '')
    return { mode, text, findings: mode === 'internal' ? none : null }
  return { mode, text, findings: read(check, view, way, mode, text) }
}
