import { useState } from 'react'
import type { DrillConsole } from '#contract/drills.ts'
import { api } from '../api.ts'
import { queryClient } from '../query.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { TextArea } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { sayDone } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { consoleQuery } from './drill-queries.ts'
import { useDrillWords } from './words.ts'

export function NoteLines({ notes }: { notes: DrillConsole['notes'] }) {
  const { f } = useSpeech()
  return (
    <ul className="drill-words">
      {notes.map((one) => (
        <li key={one.id}>
          <span className="quiet small">
            {f.spell(one.minute)}, {one.by.name}
          </span>
          <span>{one.text}</span>
        </li>
      ))}
    </ul>
  )
}

/** What the observer keeps for the debrief, dated by the story. */
export function Notes({ notes }: { notes: DrillConsole['notes'] }) {
  const t = useDrillWords()
  const [text, setText] = useState('')
  const { submit, fault, busy } = useSubmit(async () => {
    await api.noteDrill({ text })
    setText('')
    sayDone(t.noted)
    await queryClient.invalidateQueries({ queryKey: consoleQuery().queryKey })
  })
  return (
    <Panel title={t.notes}>
      {notes.length === 0 ? <p className="quiet">{t.notesNone}</p> : <NoteLines notes={notes} />}
      <form className="stack" onSubmit={submit} aria-label={t.note}>
        <TextArea label={t.note} required maxLength={2000} value={text} onChange={(e) => setText(e.target.value)} />
        <Fault text={fault} />
        <p>
          <Button type="submit" isDisabled={busy}>
            {t.noteKeep}
          </Button>
        </p>
      </form>
    </Panel>
  )
}
