import type { Words } from '../words/fr.ts'
import type { fr } from './file-words-fr.ts'

type FileWords = typeof fr

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

type NameOf = (id: unknown) => string

const baseOf = (w: Words, t: FileWords['given'], data: Record<string, unknown>, nameOf: NameOf, dayOf: DayOf) => {
  const { ownerId, because } = data
  if (!isRecord(because)) return null
  const { kind, lastAt, forId, open } = because
  const name = nameOf(ownerId)
  const day = typeof lastAt === 'number' ? dayOf(lastAt) : ''
  if (kind === 'knows-them') return w.file.givenKnows(name, day)
  if (kind === 'stands-in') return w.file.givenStandsIn(name, nameOf(forId), day)
  if (kind === 'named') return forId === null ? t.named(name) : t.namedFor(name, nameOf(forId))
  return kind === 'least-open' && typeof open === 'number' ? w.file.givenLeast(name, open) : null
}

/** What a rule of the brand had to do with it: whom it wanted, whether they were free, and the word that it heard. */
const ruleOf = (t: FileWords['given'], rule: unknown, nameOf: NameOf): string[] => {
  if (!isRecord(rule) || !isRecord(rule.to)) return []
  const { to, word, met } = rule
  const heard = typeof word === 'string' ? [t.heard(word)] : []
  if (to.kind === 'skill') return [met === true ? t.knows(String(to.skill)) : t.nobodyKnows(String(to.skill)), ...heard]
  if (to.kind === 'department') return [met === true ? t.of(String(to.name)) : t.nobodyOf(String(to.name)), ...heard]
  return [...(met === true ? [] : [t.notFree(nameOf(to.memberId))]), ...heard]
}

type DayOf = (at: number) => string

/** Why the desk gave a case to somebody, as the log keeps it; null when a member gave it (T2). */
export const whyGiven = (
  w: Words,
  t: FileWords['given'],
  data: Readonly<Record<string, unknown>>,
  nameOf: NameOf,
  dayOf: DayOf,
): string | null => {
  const base = baseOf(w, t, data, nameOf, dayOf)
  if (base === null || !isRecord(data.because)) return base
  const { speaks, rule } = data.because
  const more = [...(speaks === 'fr' || speaks === 'en' ? [t.speaks[speaks]] : []), ...ruleOf(t, rule, nameOf)]
  return more.length === 0 ? base : t.because(base, more.join(', '))
}
