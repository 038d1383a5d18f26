/** The `@word` that the cursor stands behind. */
export const mentionAt = (text: string, caret: number): { from: number; typed: string } | null => {
  const found = /(?:^|\s)@([\p{L}\p{N}.'’-]{0,30})$/u.exec(text.slice(0, caret))
  return found === null ? null : { from: caret - (found[1]?.length ?? 0), typed: found[1] ?? '' }
}
