import { useQuery } from '@tanstack/react-query'
import type { SituationNotes } from '#contract/situation-notes.ts'
import { api, workspaceId } from '../api.ts'
import { useNow } from '../clock.ts'
import { Panel } from '../shell/page.tsx'
import { useSpeech } from '../words/words.ts'
import { NoteForm } from './note-form.tsx'
import { useNoteWords } from './words.ts'
import './notes.css'

type Line = SituationNotes['notes'][number]

export const notesKey = () => [workspaceId(), 'incident-notes']

/** The four notes for the hierarchy: which waits to be read, which was sent, and when the next one comes (C3, C4). */
export function NotesPanel({ incidentId }: { incidentId: string }) {
  const w = useNoteWords()
  const { f } = useSpeech()
  const now = useNow()
  const { data } = useQuery({
    queryKey: [...notesKey(), incidentId],
    queryFn: () => api.readSituationNotes({ id: incidentId }),
  })
  if (data === undefined) return null
  const ready = data.notes.filter(({ note }) => note !== null && note.sent === null)
  const next = data.notes.find(({ note, dueAt, isOwed }) => note === null && isOwed && dueAt > now)
  const answer =
    ready.length > 0
      ? w.answers.ready(ready.length)
      : next === undefined
        ? w.answers.none
        : w.answers.next(f.moment(next.dueAt, now))
  return (
    <Panel title={w.notes} note={answer}>
      {data.notes.map((line) => (
        <NoteLine key={line.step} line={line} all={data} isOpen={line.step === ready.at(-1)?.step} />
      ))}
    </Panel>
  )
}

function NoteLine({ line, all, isOpen }: { line: Line; all: SituationNotes; isOpen: boolean }) {
  const w = useNoteWords()
  const { f } = useSpeech()
  const now = useNow()
  const { step, dueAt, note } = line
  const sent = note?.sent ?? null
  const state =
    note === null
      ? dueAt > now && line.isOwed
        ? w.toCome(f.moment(dueAt, now))
        : w.skipped
      : sent === null
        ? w.toRead
        : w[sent.how === 'mail' ? 'sent' : 'copied'](sent.by.name, f.moment(sent.at, now))
  const heading = (
    <>
      <b>{w.steps[step]}</b> <span className="quiet small">{state}</span>
    </>
  )
  if (note === null) return <p className="note-line">{heading}</p>
  return (
    <details className="note-line" open={isOpen}>
      <summary>{heading}</summary>
      {sent === null ? (
        <NoteForm key={`${note.id} ${note.draftedAt} ${note.language}`} note={note} all={all} />
      ) : (
        <>
          <pre className="note-words">{note.words}</pre>
          <ul className="label-list">
            {sent.to.map(({ address, state: became, reason }) => (
              <li key={address}>
                {address}{' '}
                <span className={became === 'failed' ? 'field-fault' : 'quiet small'}>
                  {w.mail[became ?? ''] ?? ''}
                  {reason === null ? '' : ` (${reason})`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  )
}
