import type { ReservedSubject, ReservedWord } from '#core/guard/guard-charter.ts'
import { TextField, Tick } from '../../ui/field.tsx'
import { Lines, Rows } from '../fields.tsx'
import { Pick } from '../pick.tsx'
import { useCharterWords } from '../words.ts'
import type { FormProps } from './form.ts'

const blankSubject: ReservedSubject = { name: '', words: [], severity: 'block' }
const blankWord: ReservedWord = { words: '', instead: '', severity: 'warn' }

/** What the brand does not talk about, and the words that betray it (G9). */
export function SubjectsForm({ charter, put }: FormProps) {
  const w = useCharterWords()
  return (
    <Rows rows={charter.reservedSubjects} blank={blankSubject} onChange={(rows) => put({ reservedSubjects: rows })}>
      {(row, change) => (
        <>
          <TextField
            label={w.name}
            value={row.name}
            maxLength={200}
            onChange={(e) => change({ name: e.target.value })}
          />
          <Lines label={w.betrayed} lines={row.words} onChange={(words) => change({ words })} />
          <Pick
            label={w.severity}
            value={row.severity}
            options={w.severities}
            onChange={(severity) => change({ severity })}
          />
        </>
      )}
    </Rows>
  )
}

/** Words that the brand does not use, and what it says instead (A4). */
export function WordsForm({ charter, put }: FormProps) {
  const w = useCharterWords()
  return (
    <Rows rows={charter.reservedWords} blank={blankWord} onChange={(rows) => put({ reservedWords: rows })}>
      {(row, change) => (
        <>
          <TextField
            label={w.reservedWord}
            value={row.words}
            maxLength={200}
            onChange={(e) => change({ words: e.target.value })}
          />
          <TextField
            label={w.instead}
            value={row.instead ?? ''}
            maxLength={200}
            onChange={(e) => change({ instead: e.target.value })}
          />
          <Pick
            label={w.severity}
            value={row.severity}
            options={w.severities}
            onChange={(severity) => change({ severity })}
          />
        </>
      )}
    </Rows>
  )
}

/** How the brand speaks: who signs, how people are addressed, words that sound like it (A4). */
export function VoiceForm({ charter, put }: FormProps) {
  const w = useCharterWords()
  const { tone } = charter
  return (
    <div className="stack">
      <Tick
        label={w.signed}
        checked={charter.signature === 'required'}
        onChange={(e) => put({ signature: e.target.checked ? 'required' : 'none' })}
      />
      <Pick
        label={w.address}
        value={tone.address}
        options={w.addresses}
        onChange={(address) => put({ tone: { ...tone, address } })}
      />
      <Lines
        label={w.liked}
        lines={tone.likedWords}
        onChange={(likedWords) => put({ tone: { ...tone, likedWords } })}
      />
    </div>
  )
}
