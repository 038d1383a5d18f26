import { useState } from 'react'
import type { FileView } from '#contract/case-file.ts'
import { GESTURE_KINDS, type GestureKind } from '#core/case-file/gesture.ts'
import { api, codeOf } from '../api.ts'
import { useNow } from '../clock.ts'
import { useDesk } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import { Choice, TextField } from '../ui/field.tsx'
import { sayDone, sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { FileForm, type Refused, readAgain } from './file-form.tsx'
import { useFileWords } from './file-words.ts'

type Given = FileView['gestures'][number]

const useMoney = () => {
  const { f } = useSpeech()
  const words = useFileWords()
  return (cents: number) => words.money(f.number(cents / 100))
}

/** What this customer was given over a year, what may still be, and why not (G8). */
export function Gestures({ caseId, file, may }: { caseId: string; file: FileView; may: boolean }) {
  const g = useFileWords().gestures
  const money = useMoney()
  const { capCents, perYearCents, givenCents, roomCents } = file
  return (
    <>
      <p className="quiet">
        {capCents === null || perYearCents === null ? (
          g.noCharter
        ) : (
          <>
            {givenCents === 0 ? g.none : g.given(money(givenCents), money(perYearCents))}{' '}
            {roomCents > 0 ? g.room(money(roomCents)) : givenCents < perYearCents ? g.notYet : ''}
          </>
        )}
      </p>
      <ul className="file-facts">
        {file.gestures.map((one) => (
          <Gesture key={one.id} caseId={caseId} one={one} may={may} />
        ))}
      </ul>
      {may && <GestureForm caseId={caseId} />}
    </>
  )
}

function Gesture({ caseId, one, may }: { caseId: string; one: Given; may: boolean }) {
  const { w, f } = useSpeech()
  const { can, me } = useDesk()
  const g = useFileWords().gestures
  const money = useMoney()
  const now = useNow()
  const line = g.line(money(one.amountCents), g.kinds[one.kind])
  const { reversal } = one
  const reverse = async () => {
    const reason = await ask({
      ...{ kind: 'words', title: g.reverseTitle(line), label: g.reverseLabel, hint: g.reverseHint, yes: g.reverse },
      required: true,
    } as const)
    if (reason === null) return
    try {
      await api.reverseGesture({ id: one.id, reason })
      sayDone(g.reversedDone)
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    } finally {
      await readAgain(caseId)
    }
  }
  return (
    <li className={`file-fact ${reversal === null ? 'done' : ''}`}>
      <b>{reversal === null ? line : <s>{line}</s>}</b>
      <p>{one.reason}</p>
      {one.overrideReason !== null && <p>{g.overrode(one.overrideReason)}</p>}
      <p className="quiet">{g.by(one.by.name, f.ago(one.givenAt, now), one.caseNumber)}</p>
      {reversal !== null && <p>{g.reversed(reversal.by.name, f.ago(reversal.at, now), reversal.reason)}</p>}
      {reversal === null && may && (one.by.id === me.id || can('gesture.override')) && (
        <Button look="link" small aria-label={g.reverseOf(line)} onPress={() => void reverse()}>
          {g.reverse}
        </Button>
      )}
    </li>
  )
}

const stands = (refused: Refused) => refused?.startsWith('gesture-') === true

function GestureForm({ caseId }: { caseId: string }) {
  const g = useFileWords().gestures
  const { can } = useDesk()
  const [kind, setKind] = useState<GestureKind>('voucher')
  const [amount, setAmount] = useState('')
  const [reason, setReason] = useState('')
  const [override, setOverride] = useState('')
  const send = async () => {
    await api.giveGesture({
      ...{ id: caseId, kind, reason, amountCents: Math.round(Number(amount) * 100) },
      ...(override.trim() === '' ? {} : { overrideReason: override }),
    })
    for (const clear of [setAmount, setReason, setOverride]) clear('')
  }
  return (
    <FileForm caseId={caseId} open={g.add} keep={g.give} send={send}>
      {(refused) => (
        <>
          <Choice
            label={g.kind}
            value={kind}
            autoFocus
            onChange={(e) => setKind(GESTURE_KINDS.find((one) => one === e.target.value) ?? kind)}
          >
            {GESTURE_KINDS.map((one) => (
              <option key={one} value={one}>
                {g.kinds[one]}
              </option>
            ))}
          </Choice>
          <TextField
            label={g.amount}
            type="number"
            min="0.01"
            step="0.01"
            value={amount}
            required
            onChange={(e) => setAmount(e.target.value)}
          />
          <TextField
            label={g.reason}
            value={reason}
            maxLength={500}
            required
            onChange={(e) => setReason(e.target.value)}
          />
          {can('gesture.override') && (stands(refused) || override !== '') && (
            <TextField
              label={g.override}
              hint={g.overrideHint}
              value={override}
              maxLength={500}
              onChange={(e) => setOverride(e.target.value)}
            />
          )}
        </>
      )}
    </FileForm>
  )
}
