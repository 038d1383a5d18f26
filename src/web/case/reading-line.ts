import type { ReadingView } from '#contract/readings.ts'
import type { fr } from './reading-words-fr.ts'

type ReadingWords = typeof fr
type Shown = Pick<ReadingView, 'intent' | 'urgent'> & { readonly reasons: readonly ReadingView['reasons'][number][] }

/** « Réclamation, urgent : personne vulnérable » */
export const lineOf = (t: ReadingWords, { intent, urgent, reasons }: Shown): string => {
  const what = t.intents[intent]
  if (!urgent) return what
  return `${what}, ${t.urgent}${reasons.length === 0 ? '' : t.because(reasons.map((r) => t.reasons[r]).join(', '))}`
}

/** Why the promise was shortened, as the log keeps it; null when a member did it, or no reason is known. */
export const whyHastened = (t: ReadingWords, by: string | null, { reasons }: Readonly<Record<string, unknown>>) => {
  const known: Readonly<Record<string, string>> = t.reasons
  const said = Array.isArray(reasons) ? reasons.flatMap((reason) => known[String(reason)] ?? []) : []
  return by !== null || said.length === 0 ? null : t.hastened(said.join(', '))
}
