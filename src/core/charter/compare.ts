import type { Language } from '#core/guard/guard-input.ts'
import type { Charter } from './charter.ts'
import type { Clause, Names } from './clause.ts'
import { charterWords, clausesOf } from './clauses.ts'

/** One clause that is no longer what it was. */
export type CharterChange =
  | { readonly kind: 'added'; readonly after: Clause }
  | { readonly kind: 'removed'; readonly before: Clause }
  | { readonly kind: 'changed'; readonly before: Clause; readonly after: Clause }

const differ = (a: Clause, b: Clause): boolean => a.sentence.fr !== b.sentence.fr || a.sentence.en !== b.sentence.en

/** What a new version adds, takes out and changes, clause by clause, in the order of reading: what the two sides are asked to approve. */
export const compareCharters = (before: Charter, after: Charter, names: Names): CharterChange[] => {
  const [old, fresh] = [clausesOf(before, names), clausesOf(after, names)]
  const known = new Map(old.map((clause) => [clause.id, clause]))
  const kept = new Set(fresh.map(({ id }) => id))
  return [
    ...fresh.flatMap((clause): CharterChange[] => {
      const was = known.get(clause.id)
      if (was === undefined) return [{ kind: 'added', after: clause }]
      return differ(was, clause) ? [{ kind: 'changed', before: was, after: clause }] : []
    }),
    ...old.filter(({ id }) => !kept.has(id)).map((clause): CharterChange => ({ kind: 'removed', before: clause })),
  ]
}

/** A change as a sentence. */
export const sayChange = (change: CharterChange, language: Language): string => {
  const words = charterWords[language].change
  switch (change.kind) {
    case 'added':
      return words.added(change.after.sentence[language])
    case 'removed':
      return words.removed(change.before.sentence[language])
    case 'changed':
      return words.changed(change.before.sentence[language], change.after.sentence[language])
  }
}
