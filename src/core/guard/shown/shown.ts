import type { DatumKind } from '../finding.ts'
import { onceForEach } from '../reading/once.ts'
import type { PreparedDraft } from '../reading/prepare.ts'

/** Something about the customer that the draft would show to everybody; offsets are in the folded text. */
export type Shown = {
  readonly kind: DatumKind
  readonly start: number
  readonly end: number
  /** Recognised by its form or because the customer wrote it, not only by the words around it. */
  readonly sure: boolean
  /** What to write in its place; without it the sentence is better removed. */
  readonly mask?: string
}

export type FindShown = (draft: PreparedDraft) => readonly Shown[]

const compact = (text: string) => text.replace(/[^a-z0-9]/g, '')

const compactIncoming = onceForEach((incoming: { readonly folded: string }) => compact(incoming.folded))

/** Whether the customer wrote it too, however it was spaced. */
export const customerWrote = (draft: PreparedDraft, text: string): boolean => {
  const wanted = compact(text)
  return wanted.length >= 3 && compactIncoming(draft.incoming).includes(wanted)
}

/** Hides all but the last two signs, so that the customer recognises it and nobody else can use it. */
export const masked = (text: string): string => {
  const signs = [...text]
  let left = 2
  for (let i = signs.length - 1; i >= 0; i--) {
    if (!/[\p{L}\p{N}]/u.test(signs[i] ?? '')) continue
    if (left > 0) left--
    else signs[i] = '•'
  }
  return signs.join('')
}
