import type { CharterShape } from '#contract/charter-shape.ts'
import type { Charter } from '#core/charter/charter.ts'

const filled = (list: readonly string[]): string[] => list.map((one) => one.trim()).filter((one) => one !== '')

/** What is kept of what was typed: lines left empty are dropped, and nothing else. */
export const tidy = (charter: Charter): CharterShape => ({
  ...charter,
  week: charter.week.map((slots) => [...slots]),
  networks: [...charter.networks],
  autonomy: [...charter.autonomy],
  reservedWords: charter.reservedWords
    .filter(({ words }) => words.trim() !== '')
    .map(({ instead, ...word }) => ({ ...word, ...(instead?.trim() && { instead: instead.trim() }) })),
  reservedSubjects: charter.reservedSubjects
    .filter(({ name }) => name.trim() !== '')
    .map((subject) => ({ ...subject, words: filled(subject.words) })),
  sensitiveSubjects: charter.sensitiveSubjects
    .filter(({ name }) => name.trim() !== '')
    .map((subject) => ({ ...subject, words: filled(subject.words) })),
  tone: { ...charter.tone, likedWords: filled(charter.tone.likedWords) },
  competitors: filled(charter.competitors),
  otherBrands: filled(charter.otherBrands),
  ownHosts: filled(charter.ownHosts),
  waiting: { ...charter.waiting, accountIds: [...charter.waiting.accountIds] },
  moderationCauses: [...charter.moderationCauses],
})
