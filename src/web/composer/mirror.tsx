import type { Ref } from 'react'
import type { Mark } from '../guard/marks.ts'
import { stretchesOf } from './stretches.ts'

/**
 * The same text behind the box, invisible but for its underlines: wavy keeps in, double asks a reader, dotted asks for a second look.
 * Only as far as the last of them: words typed behind it change nothing here, and nothing is laid out again.
 */
export function Mirror({ text, marks, ref }: { text: string; marks: readonly Mark[]; ref: Ref<HTMLDivElement> }) {
  const end = marks.reduce((last, mark) => Math.max(last, wordEnd(text, mark.end)), 0)
  const said = text.slice(0, end)
  return (
    <div className="mirror" aria-hidden="true">
      <div ref={ref} className="mirror-inside">
        {stretchesOf(said, marks).map((stretch) =>
          stretch.severity === null ? (
            stretch.text
          ) : (
            <mark key={stretch.start} className={stretch.severity}>
              {stretch.text}
            </mark>
          ),
        )}
      </div>
    </div>
  )
}

/** A word that is cut may stand on another line than the whole one. */
const wordEnd = (text: string, at: number): number => {
  const space = text.slice(at).search(/[ \t\n]/)
  return space < 0 ? text.length : at + space
}
