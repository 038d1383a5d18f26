import { explainIn } from '#core/guard/explain.ts'
import type { Explanation } from '#core/guard/finding.ts'
import { en as words } from '#core/guard/words/en.ts'
import { enPlural } from '../plural.ts'

export const guard = {
  title: 'Before you send',
  waiting: 'Every word is read while you write.',
  standing: {
    here: 'The guard now reads inside the page, and typing may slow down. Reload the page to set it apart again.',
    nobody: 'The guard could not be loaded: nothing leaves from here without it. Reload the page.',
  },
  internal: 'A note stays among you: nothing to check.',
  clear: 'Nothing to report',
  clearText: 'Tone, personal data, promises and length: checked.',
  severity: { block: 'Blocked.', approve: 'Needs approval.', warn: 'Read again.' },
  cite: (words: string) => `“${words}”`,
  contest: 'Contest',
  contestOf: (title: string) => `Contest: ${title}`,
  contested: (reason: string, severity: 'block' | 'approve' | 'warn') =>
    `Contested (${reason}). ${severity === 'block' ? 'These words stay in.' : severity === 'approve' ? 'A second reader decides.' : 'Your managers will read it.'}`,
  announce: (blocking: number, warning: number) =>
    blocking > 0
      ? `${blocking} ${enPlural(blocking, 'point keeps', 'points keep')} the reply in.`
      : warning > 0
        ? `${warning} ${enPlural(warning, 'point', 'points')} to read again.`
        : 'Nothing to report.',
  rule: words.rule,
  explain: (finding: Explanation): string => explainIn(words, finding),
  fix: words.fix,
}
