import { useState } from 'react'
import { api, codeOf } from '../api.ts'
import { useNow } from '../clock.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { TextField } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { QrCode } from './qr-code.tsx'
import { useSecondFactorWords } from './words.ts'

type Props = {
  since: number | null
  onConfirmed: (recoveryCodes: readonly string[] | null) => Promise<void>
  run: (deed: () => Promise<unknown>, done: string) => Promise<void>
}

export function Codes({ since, onConfirmed, run }: Props) {
  const { w, f } = useSpeech()
  const words = useSecondFactorWords()
  const now = useNow()
  const [started, setStarted] = useState<{ secret: string; address: string } | null>(null)
  const start = async () => {
    try {
      setStarted(await api.startCodes())
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    }
  }
  const confirmed = async (recoveryCodes: readonly string[] | null) => {
    setStarted(null)
    sayDone(words.confirmed)
    await onConfirmed(recoveryCodes)
  }
  return (
    <Panel title={words.codes} note={words.codesNote}>
      {since !== null ? (
        <p className="acts">
          <span>{words.codesOn(f.day(since, now))}</span>
          <Button small onPress={() => void run(() => api.removeCodes(), words.removed)}>
            {words.remove}
          </Button>
        </p>
      ) : started === null ? (
        <p className="acts">
          <Button onPress={() => void start()}>{words.start}</Button>
        </p>
      ) : (
        <FirstCode started={started} onConfirmed={confirmed} />
      )}
    </Panel>
  )
}

function FirstCode({
  started,
  onConfirmed,
}: {
  started: { secret: string; address: string }
  onConfirmed: Props['onConfirmed']
}) {
  const words = useSecondFactorWords()
  const [code, setCode] = useState('')
  const { submit, fault, busy } = useSubmit(async () => {
    const { recoveryCodes } = await api.confirmCodes({ code })
    await onConfirmed(recoveryCodes)
  })
  return (
    <form className="first-code" onSubmit={submit}>
      <QrCode text={started.address} label={words.qrLabel} />
      <div className="stack">
        <p>{words.scan}</p>
        <p>
          <span className="small quiet">{words.secret}</span>
          <br />
          <span className="code">{started.secret.replace(/(.{4})(?=.)/g, '$1 ')}</span>
        </p>
        <TextField
          label={words.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          autoFocus
          maxLength={7}
          value={code}
          onChange={(e) => setCode(e.target.value)}
        />
        <Fault text={fault} />
        <p className="acts">
          <Button type="submit" look="main" isDisabled={busy || code.trim().length < 6}>
            {words.confirm}
          </Button>
        </p>
      </div>
    </form>
  )
}
