import type { Ref } from 'react'
import type { Finding } from '#core/guard/finding.ts'
import { stretchesOf } from './stretches.ts'

/** The same text behind the box, invisible but for its underlines: wavy keeps in, double asks a reader, dotted asks for a second look. */
export function Mirror({
  text,
  findings,
  ref,
}: {
  text: string
  findings: readonly Finding[]
  ref: Ref<HTMLDivElement>
}) {
  return (
    <div ref={ref} className="mirror" aria-hidden="true">
      {stretchesOf(text, findings).map((stretch) =>
        stretch.severity === null ? (
          stretch.text
        ) : (
          <mark key={stretch.start} className={stretch.severity}>
            {stretch.text}
          </mark>
        ),
      )}
      {'\n'}
    </div>
  )
}
