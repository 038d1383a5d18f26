import type { ClaimKind } from '../finding.ts'
import type { CaseFact } from '../guard-input.ts'

const SETTLING = ['refund', 'delivery', 'replacement', 'resolution']

/** The case file as it stands: a later line of a kind corrects the earlier ones (G4). */
export const standingFacts = (facts: readonly CaseFact[]): readonly CaseFact[] => [
  ...new Map(facts.map((fact) => [fact.kind, fact])).values(),
]

/** What the file says last of each kind. */
export const currentFacts = (facts: readonly CaseFact[]): ReadonlyMap<string, CaseFact['status']> =>
  new Map(facts.map((fact) => [fact.kind, fact.status]))

/** Whether the case file holds what is claimed; a fact of another kind proves nothing (G4). */
export const isProved = (
  claim: ClaimKind,
  about: 'refund' | 'delivery' | undefined,
  facts: readonly CaseFact[],
  settled: boolean,
): boolean => {
  const current = currentFacts(facts)
  const done = (...kinds: string[]) => kinds.some((kind) => current.get(kind) === 'done')
  const started = (...kinds: string[]) =>
    kinds.some((kind) => current.get(kind) === 'done' || current.get(kind) === 'requested')
  switch (claim) {
    case 'refund':
      return done('refund')
    case 'delivery':
      return done('delivery', 'replacement')
    case 'replacement':
      return done('replacement', 'delivery')
    case 'resolution':
      return settled || done('resolution')
    case 'owner':
      return done('owner', 'resolution')
    case 'done':
      return settled || done(...SETTLING)
    case 'request':
      if (about === 'refund') return started('refund')
      if (about === 'delivery') return started('delivery', 'replacement')
      return [...current.values()].some((status) => status !== 'cancelled')
  }
}
