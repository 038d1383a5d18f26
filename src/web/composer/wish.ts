import { useLayoutEffect, useRef } from 'react'
import type { CaseView } from '#contract/case-view.ts'
import type { Finding } from '#core/guard/finding.ts'
import type { Mode } from './draft-store.ts'
import { whenRead } from './reading.ts'

const none: readonly Finding[] = []

/**
 * « Send » is done on what the guard says of the very words that stand there. Pressed before it has read them, it is not lost: it is done
 * as soon as they are read, unless they change first. A note among colleagues waits for nobody.
 */
export const useWish = <Act extends string>(
  view: CaseView,
  mode: Mode,
  acts: Record<Act, (findings: readonly Finding[]) => void>,
) => {
  const latest = useRef(acts)
  useLayoutEffect(() => {
    latest.current = acts
  })
  return (act: Act): void => {
    if (mode === 'internal') acts[act](none)
    else whenRead(view, mode, (findings) => latest.current[act](findings))
  }
}
