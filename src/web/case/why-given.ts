import type { Words } from '../words/words.ts'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Why the desk gave a case to somebody, as the log keeps it; null when a member gave it (T2). */
export const whyGiven = (
  w: Words,
  data: Readonly<Record<string, unknown>>,
  nameOf: (id: unknown) => string,
  dayOf: (at: number) => string,
): string | null => {
  const { ownerId, because } = data
  if (!isRecord(because)) return null
  const { kind, lastAt, forId, open } = because
  const name = nameOf(ownerId)
  const day = typeof lastAt === 'number' ? dayOf(lastAt) : ''
  if (kind === 'knows-them') return w.file.givenKnows(name, day)
  if (kind === 'stands-in') return w.file.givenStandsIn(name, nameOf(forId), day)
  return kind === 'least-open' && typeof open === 'number' ? w.file.givenLeast(name, open) : null
}
