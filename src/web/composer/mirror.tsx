import type { Ref } from 'react'
import type { Finding } from '#core/guard/finding.ts'
import { stretchesOf } from './stretches.ts'

/**
 * The same text behind the box, invisible but for its underlines: wavy keeps in, double asks a reader, dotted asks for a second look.
 * Only as far as the last of them: words typed behind it change nothing here, and nothing is laid out again.
 */
export function Mirror({
  text,
  findings,
  ref,
}: {
  text: string
  findings: readonly Finding[]
  ref: Ref<HTMLDivElement>
}) {
  const end = findings.reduce((last, finding) => Math.max(last, wordEnd(text, finding.end)), 0)
  const said = text.slice(0, end)
  return (
    <div className="mirror" aria-hidden="true">
      <div ref={ref} className="mirror-inside">
        {stretchesOf(said, findings).map((stretch) =>
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
