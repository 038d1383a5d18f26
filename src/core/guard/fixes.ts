import type { Edit, Fix, FixLabel } from './finding.ts'
import type { OfferedWay } from './guard-input.ts'
import { toOriginal } from './reading/fold.ts'
import { type PreparedDraft, trimmed } from './reading/prepare.ts'
import type { Stretch } from './reading/segment.ts'

export const edit = (label: FixLabel, start: number, end: number, text: string): Fix => ({
  kind: 'edit',
  label,
  edit: { start, end, text },
})

/** The first way that reaches this person; what cannot arrive is never proposed (P2). */
export const openWay = (draft: PreparedDraft): OfferedWay | undefined =>
  draft.input.privateWays.find((way) => way.open && way.kind !== 'form' && way.wording[draft.language].trim() !== '')

export const switchToPrivate = (draft: PreparedDraft): Fix[] =>
  draft.input.privateWays.some((way) => way.open && way.kind === 'message')
    ? [{ kind: 'action', label: 'switch-to-private', action: 'switch-to-private' }]
    : []

/** The stretch of the original text, without the blanks around it. */
export const originalOf = (draft: PreparedDraft, stretch: Stretch): { start: number; end: number } => {
  const { start, end } = trimmed(draft.folded, stretch.start, stretch.end)
  return toOriginal(draft, start, end)
}

/** Replaces a stretch; the sentence keeps its capital and its final mark. */
export const replaceStretch = (draft: PreparedDraft, label: FixLabel, stretch: Stretch, text: string): Fix => {
  const { start, end } = originalOf(draft, stretch)
  return edit(label, start, end, text)
}

/** Removes a stretch and one of the blanks around it. */
export const removeStretch = (draft: PreparedDraft, stretch: Stretch): Fix => {
  const { start, end } = originalOf(draft, stretch)
  const { text } = draft
  const after = /\s/.test(text.charAt(end)) ? end + 1 : end
  const before = after === end && start > 0 && /\s/.test(text.charAt(start - 1)) ? start - 1 : start
  return edit('remove', before, after, '')
}

export const inviteInstead = (draft: PreparedDraft, sentence: Stretch): Fix[] => {
  const way = openWay(draft)
  return way === undefined
    ? []
    : [replaceStretch(draft, 'invite-to-private', sentence, way.wording[draft.language].trim())]
}

/** Applies one edit. Offsets are those of the text that was checked. */
export const applyEdit = (text: string, { start, end, text: by }: Edit): string =>
  text.slice(0, start) + by + text.slice(end)
