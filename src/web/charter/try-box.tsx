import { useMemo, useRef, useState } from 'react'
import { touchedSubjects } from '#core/approval/touched-subjects.ts'
import type { Charter } from '#core/charter/charter.ts'
import type { Names } from '#core/charter/clause.ts'
import { compileCharter } from '#core/charter/compile.ts'
import { touchedClauses } from '#core/charter/touched.ts'
import type { RuleCode } from '#core/guard/finding.ts'
import type { GuardInput } from '#core/guard/guard-input.ts'
import type { Facts } from '../guard/asking.ts'
import { GuardStanding } from '../guard/standing.tsx'
import { useReading } from '../guard/use-readings.ts'
import { useCommand } from '../keys/registry.ts'
import { TextArea } from '../ui/field.tsx'
import { useSpeech } from '../words/words.ts'
import { Pick } from './pick.tsx'
import { useCharterWords } from './words.ts'

type Trial = {
  readonly charter: Charter
  readonly rulesOff: readonly RuleCode[]
  readonly names: Names
  readonly brand: string
  readonly account: string
}

/** A reply to nobody in particular: only its own words are judged. */
const factsOf = ({ charter, rulesOff, brand, account }: Trial, audience: GuardInput['audience']): Facts => ({
  audience,
  incoming: '',
  isFirstAnswer: false,
  isOwnDispute: false,
  facts: [],
  settled: false,
  privateWays: [],
  customer: {},
  brand: { name: brand, account },
  recentReplies: [],
  charter: compileCharter(charter, rulesOff).guard,
})

/** What would become of a sentence under the charter as it is being written: read by the guard itself (H1). */
export function TryBox({ trial, number }: { trial: Trial; number: number }) {
  const { language, w: words } = useSpeech()
  const w = useCharterWords()
  const box = useRef<HTMLTextAreaElement>(null)
  useCommand('tryPhrase', () => box.current?.focus())
  const [text, setText] = useState('')
  const [audience, setAudience] = useState<GuardInput['audience']>('public')
  const facts = useMemo(() => factsOf(trial, audience), [trial, audience])
  const draft = useMemo(() => (text.trim() === '' ? null : { facts, text }), [facts, text])
  const reading = useReading(draft)
  const { findings, of: asked } = reading ?? { findings: null, of: '' }
  const subjects = findings === null ? [] : touchedSubjects(trial.charter.sensitiveSubjects, [asked])
  const clauses = findings === null ? [] : touchedClauses(trial.charter, trial.names, asked, findings)
  return (
    <section className="panel charter-try" aria-labelledby="charter-try">
      <h2 id="charter-try">{w.tryTitle}</h2>
      <p className="panel-note">{w.tryNote(number)}</p>
      <TextArea
        label={w.tryWords}
        ref={box}
        rows={3}
        maxLength={4_000}
        value={text}
        onChange={(e) => setText(e.target.value)}
      />
      <Pick label={w.tryAudience} value={audience} options={w.audiences} onChange={setAudience} />
      <GuardStanding />
      <div role="status" className="charter-verdict">
        {findings?.length === 0 && subjects.length === 0 && <p>{w.tryClear}</p>}
        {(findings ?? []).map((finding) => (
          <p key={`${finding.rule} ${finding.start} ${finding.code}`} className={finding.severity}>
            <b>{words.guard.severity[finding.severity]}</b> <span className="charter-rule">{finding.rule}</span>{' '}
            {words.guard.explain(finding)}
          </p>
        ))}
        {subjects.map(({ name, approvers }) => (
          <p key={name} className="approve">
            {w.trySensitive(name, approvers)}
          </p>
        ))}
      </div>
      {clauses.length > 0 && (
        <ul className="charter-touched">
          {clauses.map((clause) => (
            <li key={clause.id}>
              <a href={`#${encodeURIComponent(clause.id)}`}>
                <span className="unseen">{w.tryClause} : </span>
                {clause.sentence[language]}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
