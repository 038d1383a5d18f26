import { useDeferredValue } from 'react'
import type { CaseView } from '#contract/case-view.ts'
import type { GuardInput } from '#core/guard/guard-input.ts'
import type { Wording } from '#core/statement/prepared.ts'
import { fillSlots, SAMPLES } from '#core/statement/slots.ts'
import { toShow, useGuard } from '../composer/guard.ts'
import { Button } from '../ui/button.tsx'
import { TextArea } from '../ui/field.tsx'
import { inputForEverybody } from './guard-input.ts'
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
  const check = useGuard()
  const asked = useDeferredValue(wording.text)
  const said = fillSlots(asked, SAMPLES[wording.language])
  const findings =
    check === null || asked.trim() === ''
      ? null
      : // What is left open is meant to be, until the day.
        toShow(check(inputForEverybody(guard, said, { held: true, ...(limit && { limit }) }))).filter(
          ({ code }) => code !== 'template-left',
        )
  return (
    <div className="wording">
      <TextArea
        label={label}
        rows={4}
        maxLength={5_000}
        lang={wording.language}
        value={wording.text}
        onChange={(event) => onType(event.target.value)}
      />
      {findings !== null && (
        <div role="status">
          <SaidByGuard
            findings={findings}
            text={said}
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
