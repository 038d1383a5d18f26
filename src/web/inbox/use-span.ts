import { useCallback, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type Span, spanOver } from './span.ts'

/** Until the list knows its height. */
const UNKNOWN = 900

/** Which rows of one height exist in a box that scrolls, and how to bring one of them into view. */
export const useSpan = (size: number, onSee: (rows: number) => void) => {
  const view = useRef({ top: 0, height: UNKNOWN })
  const [span, setSpan] = useState<Span>(() => spanOver({ from: 0, until: 0 }, 0, Math.ceil(UNKNOWN / size)))
  const known = useRef(span)

  const look = useCallback(() => {
    const { top, height } = view.current
    const last = Math.ceil((top + height) / size)
    onSee(last)
    const next = spanOver(known.current, Math.floor(top / size), last)
    if (next === known.current) return
    known.current = next
    // In the frame that scrolls: a frame later there would be a second one to paint, and a gap in the first.
    flushSync(() => setSpan(next))
  }, [size, onSee])

  const box = useRef<HTMLElement>(null)
  /** The list may come after what stands in for it: it is followed from when it is there. */
  const hold = useCallback(
    (element: HTMLElement | null) => {
      if (element === null) return
      box.current = element
      const onScroll = () => {
        view.current.top = element.scrollTop
        look()
      }
      const resized = new ResizeObserver(([entry]) => {
        if (entry === undefined) return
        view.current.height = entry.contentRect.height
        look()
      })
      resized.observe(element)
      element.addEventListener('scroll', onScroll, { passive: true })
      return () => {
        box.current = null
        resized.disconnect()
        element.removeEventListener('scroll', onScroll)
      }
    },
    [look],
  )

  /** Scrolls as little as shows the row. Measured from what is known: asking the browser would make it lay the page out. */
  const reveal = useCallback(
    (index: number) => {
      const { top, height } = view.current
      const above = index * size < top
      if (!above && (index + 1) * size <= top + height) return
      view.current.top = Math.max(0, above ? index * size : (index + 1) * size - height)
      box.current?.scrollTo({ top: view.current.top })
    },
    [size],
  )
  return { hold, span, reveal }
}
