import type { Names } from '#core/charter/clause.ts'
import { charterWords } from '#core/charter/clauses.ts'
import type { Contradiction } from '#core/charter/contradiction.ts'
import { useSpeech } from '../words/words.ts'

/** What the charter says against itself, each with the way out, and the way to the article. */
export function Faults({ faults, names }: { faults: readonly Contradiction[]; names: Names }) {
  const { language } = useSpeech()
  return (
    <ul className="charter-faults">
      {faults.map((fault) => (
        <li key={JSON.stringify([fault.code, fault.params])}>
          <a href={`#article-${fault.article}`}>{charterWords[language].contradiction(fault, names)}</a>
        </li>
      ))}
    </ul>
  )
}
