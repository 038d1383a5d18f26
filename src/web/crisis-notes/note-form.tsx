import { useState } from 'react'
import type { SituationNotes } from '#contract/situation-notes.ts'
import { api, codeOf } from '../api.ts'
import { useNow } from '../clock.ts'
import { queryClient } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import { Fault } from '../ui/fault.tsx'
import { TextArea, TextField } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { notesKey } from './notes-panel.tsx'
import { useNoteWords } from './words.ts'

type Note = NonNullable<SituationNotes['notes'][number]['note']>
const refresh = () => queryClient.invalidateQueries({ queryKey: notesKey() })

const addressesIn = (text: string): string[] =>
  text
    .split(/[,;\s]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** A draft that a person reads, corrects and sends: what leaves is what stands here (C3). */
export function NoteForm({ note, all }: { note: Note; all: SituationNotes }) {
  const w = useNoteWords()
  const { w: common, f } = useSpeech()
  const now = useNow()
  const { can } = useDesk()
  const [words, setWords] = useState(note.words)
  const [to, setTo] = useState(all.lastTo.join(', '))
  const mine = words.trim()
  const save = async () => {
    if (mine !== note.words) await api.editNote({ id: note.id, words: mine })
  }
  const run = (act: () => Promise<void>) => async () => {
    try {
      await act()
    } finally {
      await refresh()
    }
  }
  const send = useSubmit(
    run(async () => {
      await save()
      await api.sendNote({ id: note.id, to: addressesIn(to) })
      sayDone(w.sentNow)
    }),
  )
  const copy = useSubmit(
    run(async () => {
      await save()
      await navigator.clipboard.writeText(mine)
      await api.sendNote({ id: note.id, to: [] })
      sayDone(w.copyDone)
    }),
  )
  const keep = useSubmit(
    run(async () => {
      await save()
      sayDone(w.kept)
    }),
  )
  const isCorrected = note.editedBy !== null || mine !== note.words
  const [redrafting, setRedrafting] = useState(false)
  const redraft = async (into: 'fr' | 'en') => {
    const question = {
      kind: 'confirm',
      title: w.againSure,
      text: w.againText,
      yes: w.again[into],
      danger: true,
    } as const
    if (isCorrected && (await ask(question)) === null) return
    setRedrafting(true)
    try {
      await api.redraftNote({ id: note.id, language: into })
    } catch (error) {
      sayTrouble(common.refused(codeOf(error)))
    } finally {
      setRedrafting(false)
      await refresh()
    }
  }
  const may = can('incident.lead')
  const busy = send.busy || copy.busy || keep.busy || redrafting
  return (
    <div className="stack">
      <p className="quiet small">
        {w.drafted(f.moment(note.draftedAt, now))} {note.editedBy !== null && w.edited(note.editedBy.name)}
      </p>
      <TextArea
        label={w.words}
        hideLabel
        className="control note-text"
        rows={18}
        lang={note.language}
        readOnly={!may}
        maxLength={20_000}
        value={words}
        onChange={(e) => setWords(e.target.value)}
      />
      <Fault text={send.fault ?? copy.fault ?? keep.fault} />
      {may && (
        <>
          {all.mails ? (
            <TextField label={w.to} hint={w.toHint} value={to} onChange={(e) => setTo(e.target.value)} />
          ) : (
            <p className="quiet">{w.noMail}</p>
          )}
          <p className="acts">
            {all.mails && (
              <Button
                look="main"
                isDisabled={busy || mine === '' || addressesIn(to).length === 0}
                onPress={() => send.submit()}
              >
                {w.send}
              </Button>
            )}
            <Button isDisabled={busy || mine === ''} onPress={() => copy.submit()}>
              {w.copy}
            </Button>
            <Button isDisabled={busy || mine === '' || mine === note.words} onPress={() => keep.submit()}>
              {w.keep}
            </Button>
            {(['fr', 'en'] as const).map((into) => (
              <Button key={into} look="link" isDisabled={busy} onPress={() => void redraft(into)}>
                {w.again[into]}
              </Button>
            ))}
          </p>
        </>
      )}
    </div>
  )
}
