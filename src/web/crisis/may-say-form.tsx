import { useState } from 'react'
import type { IncidentView } from '#contract/incidents.ts'
import { MAY_SAY_CLAIMS } from '#core/crisis/may-say-line.ts'
import { api } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Choice, TextField, Tick } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { useWords } from '../words/words.ts'
import { deed } from './deeds.ts'
import { wordsIn } from './listed.ts'
import { useCrisisWords } from './words.ts'

type Line = IncidentView['maySay'][number]
const STATES = ['confirmed', 'unconfirmed', 'forbidden'] as const

/** One line: its state first, since all else hangs on it. */
export function MaySayForm({ id, line, onDone }: { id: string; line: Line | null; onDone: () => void }) {
  const c = useCrisisWords()
  const w = useWords()
  const [state, setState] = useState(STATES.find((one) => one === line?.state) ?? 'unconfirmed')
  const [says, setSays] = useState(line?.says ?? '')
  const [words, setWords] = useState((line?.words ?? []).join(', '))
  const [claims, setClaims] = useState(line?.claims ?? [])
  const [dates, setDates] = useState(line?.dates ?? false)
  const [proof, setProof] = useState(line?.proof ?? '')
  const isConfirmed = state === 'confirmed'
  const put = (next: typeof state | 'withdrawn') =>
    api.putMaySay({
      ...{ id, state: next, says, claims, dates: isConfirmed ? false : dates },
      words: isConfirmed ? [] : wordsIn(words),
      proof: isConfirmed && proof.trim() !== '' ? proof : null,
      ...(line !== null && { lineId: line.lineId }),
    })
  const { submit, fault, busy } = useSubmit(async () => {
    await put(state)
    await deed(async () => {}, c.kept)
    onDone()
  })
  const withdraw = async () => {
    if (await deed(() => put('withdrawn'), c.states.withdrawn)) onDone()
  }
  return (
    <form className="stack may-say-form" onSubmit={submit}>
      <Choice
        label={c.lineState}
        hint={c.stateNote[state]}
        value={state}
        autoFocus
        onChange={(e) => setState(STATES.find((one) => one === e.target.value) ?? state)}
      >
        {STATES.map((one) => (
          <option key={one} value={one}>
            {c.states[one]}
          </option>
        ))}
      </Choice>
      <TextField
        label={c.lineSays[state]}
        value={says}
        required
        maxLength={500}
        fault={fault}
        onChange={(e) => setSays(e.target.value)}
      />
      {isConfirmed ? (
        <TextField
          label={c.lineProof}
          value={proof}
          required
          maxLength={300}
          onChange={(e) => setProof(e.target.value)}
        />
      ) : (
        <>
          <TextField
            label={c.lineWords}
            hint={c.lineWordsHint}
            value={words}
            onChange={(e) => setWords(e.target.value)}
          />
          <Tick label={c.lineDates} checked={dates} onChange={(e) => setDates(e.target.checked)} />
        </>
      )}
      <fieldset className="claims">
        <legend>{isConfirmed ? c.lineClaims.confirmed : c.lineClaims.other}</legend>
        {MAY_SAY_CLAIMS.map((claim) => (
          <Tick
            key={claim}
            label={c.claims[claim]}
            checked={claims.includes(claim)}
            onChange={(e) => setClaims(e.target.checked ? [...claims, claim] : claims.filter((one) => one !== claim))}
          />
        ))}
      </fieldset>
      <p className="acts">
        <Button type="submit" look="main" small isDisabled={busy}>
          {c.keep}
        </Button>
        <Button small onPress={onDone}>
          {w.app.cancel}
        </Button>
        {line !== null && (
          <Button small look="quiet" onPress={() => void withdraw()}>
            {c.withdraw}
          </Button>
        )}
      </p>
    </form>
  )
}
