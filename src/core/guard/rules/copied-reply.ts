import { fold } from '../reading/fold.ts'
import { onceForEach } from '../reading/once.ts'
import type { Rule } from '../rule.ts'

const LETTERS = 5
/** Shared runs of five letters, of all that either has: independent answers on one subject stay under 0.2, copies with other names over 0.35. */
const ALIKE = 0.3
/** Shorter answers than this are the same everywhere: « Merci, bonne journée ! » */
const SHORTEST = 40
const LONGEST = 2_000
const GREETING =
  /^(?:re)?(?:bonjour|bonsoir|coucou|salut|hello|hi|hey|dear|chere?|good (?:morning|afternoon|evening))?[ ,!]*[a-z'-]*[ ,!]+/

/** Without the greeting and the name in it, which is what a copy changes. */
const bodyOf = (text: string): string =>
  fold(text.slice(0, LONGEST))
    .folded.replace(GREETING, ' ')
    .replace(/[^a-z0-9']+/g, ' ')
    .trim()

const runsOf = (body: string): ReadonlySet<string> => {
  const runs = new Set<string>()
  for (let i = 0; i + LETTERS <= body.length; i++) runs.add(body.slice(i, i + LETTERS))
  return runs
}

const alike = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let shared = 0
  for (const run of a) if (b.has(run)) shared++
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}

/** The same recent replies stand behind every key of a draft. */
const runsOfReplies = onceForEach((replies: readonly string[]) =>
  replies
    .map(bodyOf)
    .filter((body) => body.length >= SHORTEST)
    .map(runsOf),
)

/** No copy and paste: what the same public could read twice under one account, with a name or a word changed (A4). */
export const copiedReply: Rule = {
  code: 'A4',
  doctrine: 'A4',
  sentence: 'Be yourself: no set phrases, no copy and paste.',
  appliesTo: (input) => input.recentReplies.length > 0,
  find: ({ input, text }) => {
    const body = bodyOf(text)
    if (body.length < SHORTEST) return []
    const runs = runsOf(body)
    return runsOfReplies(input.recentReplies).some((before) => alike(runs, before) >= ALIKE)
      ? [{ code: 'copied-reply', params: {}, severity: 'warn', start: 0, end: text.length, fixes: [] }]
      : []
  },
}
