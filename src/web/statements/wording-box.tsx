import { useMemo } from 'react'
import type { CaseView } from '#contract/case-view.ts'
import type { GuardInput } from '#core/guard/guard-input.ts'
import type { Wording } from '#core/statement/prepared.ts'
import { fillSlots, SAMPLES } from '#core/statement/slots.ts'
import { GuardStanding } from '../guard/standing.tsx'
import { useReading } from '../guard/use-readings.ts'
import { Button } from '../ui/button.tsx'
import { TextArea } from '../ui/field.tsx'
import { factsForEverybody } from './guard-input.ts'
import { SaidByGuard } from './said-by-guard.tsx'
import { useStatementWords } from './words.ts'

/** One text of a prepared statement. It is read as it will be on the day: slots that fill themselves are filled, and somebody holds it. */
export function WordingBox({
  label,
  wording,
  guard,
  limit,
  onType,
  onDrop,
}: {
  label: string
  wording: Wording
  guard: CaseView['guard']
  limit: GuardInput['limit'] | undefined
  onType: (text: string) => void
  onDrop?: () => void
}) {
  const s = useStatementWords()
  const { text, language } = wording
  const facts = useMemo(() => factsForEverybody(guard, { held: true, ...(limit && { limit }) }), [guard, limit])
  const draft = useMemo(
    () => (text.trim() === '' ? null : { facts, text: fillSlots(text, SAMPLES[language]) }),
    [facts, text, language],
  )
  const reading = useReading(draft)
  return (
    <div className="wording">
      <TextArea
        label={label}
        rows={4}
        maxLength={5_000}
        lang={language}
        value={text}
        onChange={(event) => onType(event.target.value)}
      />
      <GuardStanding />
      {reading !== null && (
        <div role="status">
          <SaidByGuard
            // What is left open is meant to be, until the day.
            findings={reading.findings.filter(({ code }) => code !== 'template-left')}
            text={reading.of}
            clear={s.form.clear}
            later={({ rule }) => (rule === 'G4' ? s.form.factLater : null)}
          />
        </div>
      )}
      {onDrop && (
        <Button look="link" small aria-label={s.form.dropOf(label)} onPress={onDrop}>
          {s.form.dropText}
        </Button>
      )}
    </div>
  )
}
