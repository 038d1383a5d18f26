import type { Found } from '../finding.ts'
import { openWay, removeStretch, replaceStretch } from '../fixes.ts'
import { toOriginal } from '../reading/fold.ts'
import { has, words } from '../reading/pattern.ts'
import { sentenceAt } from '../reading/prepare.ts'
import type { Rule } from '../rule.ts'

const MESSAGE = words(
  'mps?|dms?|pms?|inbox|messages? (?:prive|direct)s?|messageries?(?: privee)?|en prive',
  'privately|in private|(?:private|direct) messages?|message (?:us|me)|inbox (?:us|me)|(?:drop|send|shoot) (?:us|me) a (?:dm|message)',
)

/** Does not propose a private message where it will not arrive (P2). */
export const privateWayClosed: Rule = {
  code: 'P2',
  doctrine: 'P2',
  sentence: 'Do not propose a private message where the network will not carry it: offer a way that works.',
  appliesTo: (input) =>
    input.audience === 'public' &&
    input.privateWays.some((w) => w.kind === 'message') &&
    !input.privateWays.some((w) => w.kind === 'message' && w.open),
  find: (draft) => {
    const found: Found[] = []
    for (const way of draft.privateWays) {
      if (way.goes !== 'customer' || !has(MESSAGE, way.text)) continue
      const sentence = sentenceAt(draft, way.start)
      if (sentence === undefined || found.some((f) => sentenceAt(draft, way.start)?.start === f.start)) continue
      const open = openWay(draft)
      found.push({
        code: 'private-way-closed',
        params: {},
        severity: 'block',
        ...toOriginal(draft, way.start, way.end),
        fixes: [
          ...(open === undefined
            ? []
            : [replaceStretch(draft, 'offer-open-way', sentence, open.wording[draft.language].trim())]),
          removeStretch(draft, sentence),
        ],
      })
    }
    return found
  },
}
