import { useEffect, useRef } from 'react'

/**
 * « Send » pressed before the guard has read the words is not lost: it is done as soon as they are read, unless they change first.
 * `words` names what would be sent, and from where.
 */
export const useWish = <Act extends string>(words: string, read: boolean, acts: Record<Act, () => void>) => {
  const wish = useRef<{ words: string; act: Act } | null>(null)
  useEffect(() => {
    const wished = wish.current
    if (!read || wished === null) return
    wish.current = null
    if (wished.words === words) acts[wished.act]()
  })
  return (act: Act): void => {
    if (read) acts[act]()
    else wish.current = { words, act }
  }
}
