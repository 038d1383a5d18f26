import type { PreparedDraft } from '../reading/prepare.ts'
import type { Stretch } from '../reading/segment.ts'

/** Signs that carry a tone. */
const MARKS = ['…', '...', '!', '?', '«', '"', '“', ':', ';', '(', '—', '–', ':)', ';)'] as const
const SHOUTED = /\b[A-ZÉÈ]{4,}\b/
const EMOJI = /\p{Extended_Pictographic}/gu

/** How a sentence looks on the page: its signs, its emoji, whether it shouts. */
export const looksOf = (draft: PreparedDraft, { start, end }: Stretch): readonly string[] => {
  const text = draft.text.slice(draft.origin[start] ?? 0, draft.origin[end] ?? draft.text.length)
  const looks: string[] = MARKS.filter((mark) => text.includes(mark))
  if (SHOUTED.test(text)) looks.push('shouted')
  return [...looks, ...(text.match(EMOJI) ?? [])]
}
