import { IconPencil } from '@tabler/icons-react'
import type { Article, Clause } from '#core/charter/clause.ts'
import { charterWords } from '#core/charter/clauses.ts'
import type { Contradiction } from '#core/charter/contradiction.ts'
import { sayKeeper } from '#core/charter/document.ts'
import type { RuleCode } from '#core/guard/finding.ts'
import { Button } from '../ui/button.tsx'
import { useSpeech } from '../words/words.ts'
import { Faults } from './faults.tsx'
import { forms } from './forms/index.ts'
import { useRuleWords } from './rule-words.ts'
import type { CharterData, Editing } from './use-charter.ts'
import { useCharterWords } from './words.ts'

/** One article: its clauses in plain words, who keeps each and how often it spoke; or its form, in the same place. */
export function ArticlePart({
  article,
  clauses,
  data,
  rulesOff,
  editing,
  faults,
  mayEdit,
}: {
  article: Article
  clauses: readonly Clause[]
  data: CharterData
  rulesOff: readonly RuleCode[]
  editing: Editing
  faults: readonly Contradiction[]
  mayEdit: boolean
}) {
  const { language } = useSpeech()
  const w = useCharterWords()
  const title = charterWords[language].article[article]
  const Form = forms[article]
  const isOpen = editing.article === article
  return (
    <section className="panel charter-article" aria-labelledby={`article-${article}`}>
      <header>
        <h2 id={`article-${article}`}>{title}</h2>
        {mayEdit && Form !== null && !isOpen && (
          <Button
            small
            look="quiet"
            icon={<IconPencil />}
            aria-label={w.edit(title)}
            isDisabled={editing.isChanged}
            onPress={() => editing.open(article)}
          />
        )}
      </header>
      {isOpen && Form !== null ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void editing.keep()
          }}
        >
          <Form charter={editing.charter} put={editing.put} networks={data.networks} accounts={data.accounts} />
          <div role="status">{faults.length > 0 && <Faults faults={faults} names={data.names} />}</div>
          <p className="acts">
            <Button type="submit" look="main" isDisabled={!editing.isChanged}>
              {w.keep}
            </Button>
            <Button onPress={editing.stop}>{w.cancel}</Button>
          </p>
        </form>
      ) : (
        <ul className="clauses">
          {clauses.map((clause) => (
            <li key={clause.id} id={encodeURIComponent(clause.id)}>
              <p>{clause.sentence[language]}</p>
              <p className="quiet small">
                {sayKeeper(clause, language)}
                <Suspended clause={clause} rulesOff={rulesOff} />
                <Record clause={clause} data={data} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** A manager has switched the clause's rule off: said where the clause stands, told in full below. */
function Suspended({ clause, rulesOff }: { clause: Clause; rulesOff: readonly RuleCode[] }) {
  const r = useRuleWords()
  const [rule] = clause.rules.filter((one) => rulesOff.includes(one))
  return rule === undefined ? null : (
    <>
      {' · '}
      <a className="soon" href={`#rule-${rule}`}>
        {r.suspended}
      </a>
    </>
  )
}

/** What became of the clause of late: how often its rule spoke, what its network really brought. */
function Record({ clause, data }: { clause: Clause; data: CharterData }) {
  const w = useCharterWords()
  const network = /^network:([^#]+)/.exec(clause.id)?.[1]
  const kept = data.kept.find(({ connector }) => connector === network)
  if (kept !== undefined)
    return (
      <span>
        {' · '}
        {w.perWeek(kept.perWeek)}, {w.missed(kept.missed)}
      </span>
    )
  if (clause.rules.length === 0) return null
  const fired = data.fired.filter(({ rule }) => clause.rules.some((known) => known === rule))
  const heldIn = fired.reduce((sum, one) => sum + one.heldIn, 0)
  const warned = fired.reduce((sum, one) => sum + one.warned, 0)
  const said = [...(heldIn > 0 ? [w.heldIn(heldIn)] : []), ...(warned > 0 ? [w.warned(warned)] : [])]
  return (
    <span>
      {' · '}
      {said.length === 0 ? w.silent : said.join(', ')}
    </span>
  )
}
