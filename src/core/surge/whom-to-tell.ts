import { findPresent, isAway } from '#core/rota/on-duty.ts'
import type { Rota } from '#core/rota/rota.ts'
import { type Instant, MINUTE_MS } from '#core/time.ts'

/** So long an alert waits for somebody to take it before more people are told. */
export const TELL_EVERY_MS = 5 * MINUTE_MS

/**
 * Who is told of an alert that nobody has taken: first whoever is on watch or stands in for them; where nobody is, and from the second time
 * on, the managers who are there too; never nobody (L4).
 */
export const whomToTell = (rota: Rota, managers: readonly string[], at: Instant, times: number): readonly string[] => {
  const watching = findPresent(rota, 'watch', at).map(({ memberId }) => memberId)
  if (times === 0 && watching.length > 0) return watching
  const here = managers.filter((id) => !isAway(rota, id, at))
  return [...new Set([...watching, ...(here.length > 0 ? here : managers)])]
}
