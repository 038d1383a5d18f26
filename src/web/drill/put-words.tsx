import { useState } from 'react'
import type { DrillConsole } from '#contract/drills.ts'
import { api } from '../api.ts'
import { queryClient } from '../query.ts'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { Choice, TextArea } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { sayDone } from '../undo.ts'
import { consoleQuery } from './drill-queries.ts'
import { useDrillWords } from './words.ts'

/** Words of the observer’s own, in the mouth of somebody of the story. */
export function PutWords({ people }: { people: DrillConsole['people'] }) {
  const t = useDrillWords()
  const [by, setBy] = useState(people[0]?.id ?? '')
  const [text, setText] = useState('')
  const [audience, setAudience] = useState<'public' | 'private'>('public')
  const { submit, fault, busy } = useSubmit(async () => {
    await api.orderInject({ by, text, audience })
    setText('')
    sayDone(t.ordered)
    await queryClient.invalidateQueries({ queryKey: consoleQuery().queryKey })
  })
  return (
    <form className="stack" onSubmit={submit} aria-label={t.add}>
      <div className="form-line">
        <Choice label={t.addBy} value={by} onChange={(e) => setBy(e.target.value)}>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
        <Choice
          label={t.addAudience}
          value={audience}
          onChange={(e) => setAudience(e.target.value === 'private' ? 'private' : 'public')}
        >
          <option value="public">{t.audiences.public}</option>
          <option value="private">{t.audiences.private}</option>
        </Choice>
      </div>
      <TextArea label={t.addText} required maxLength={1000} value={text} onChange={(e) => setText(e.target.value)} />
      <Fault text={fault} />
      <p>
        <Button type="submit" isDisabled={busy}>
          {t.addDo}
        </Button>
      </p>
    </form>
  )
}
