import { removeStretch } from '../fixes.ts'
import { toOriginal } from '../reading/fold.ts'
import type { Rule } from '../rule.ts'

/** With a scheme, with www., or a bare host that a path follows; an e-mail address is none. */
const LINK =
  /(?<![\p{L}\p{N}@.])(?:https?:\/\/|www\.)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,24})(?::\d+)?((?:\/[^\s<>"»)]*)?)/giu

const isOwn = (host: string, own: readonly string[]): boolean =>
  own.some((known) => host === known.toLowerCase() || host.endsWith(`.${known.toLowerCase()}`))

/** Links lead to the brand's own pages, as the charter names them, and to the private ways that the desk itself proposes (H1). */
export const foreignLinks: Rule = {
  code: 'link',
  doctrine: 'H1',
  sentence: 'Links lead to the brand’s own pages.',
  appliesTo: ({ charter }) => (charter?.ownHosts.length ?? 0) > 0,
  find: (draft) => {
    const own = draft.input.charter?.ownHosts ?? []
    const offered = draft.input.privateWays.map(({ wording }) => `${wording.fr} ${wording.en}`.toLowerCase()).join(' ')
    return [...draft.plain.matchAll(LINK)].flatMap((found) => {
      const [whole, name = '', path = ''] = found
      const isLink = /^(?:https?:\/\/|www\.)/i.test(whole) || path !== ''
      const host = name.toLowerCase().replace(/^www\./, '')
      if (!isLink || isOwn(host, own) || offered.includes(host)) return []
      const stretch = { start: found.index, end: found.index + whole.length }
      return [
        {
          code: 'foreign-link',
          params: { host },
          severity: 'approve',
          ...toOriginal(draft, stretch.start, stretch.end),
          fixes: [removeStretch(draft, stretch)],
        } as const,
      ]
    })
  },
}
