import { useState } from 'react'
import type { SessionView } from '#contract/session.ts'
import { api } from '../api.ts'
import { PasskeyButton } from '../second-factor/passkey-button.tsx'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { TextField } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { useWords } from '../words/words.ts'
import { useDesk, wearSession } from './session.ts'

/** « Is it still you? », before what opens the desk to others; what was asked then goes on by itself. */
export function FreshSignIn({ answer }: { answer: (value: string | null) => void }) {
  const w = useWords()
  const { me } = useDesk()
  const [password, setPassword] = useState('')
  const enter = async (session: SessionView) => {
    await wearSession(session)
    answer('yes')
  }
  const { submit, fault, busy } = useSubmit(async () => enter(await api.confirmSignIn({ password })))
  return (
    <form className="sheet-body" onSubmit={submit}>
      <h2>{w.access.freshTitle}</h2>
      <p>{w.access.freshText}</p>
      <input type="email" autoComplete="username" value={me.email} readOnly hidden />
      <TextField
        label={w.entry.password}
        type="password"
        autoComplete="current-password"
        required
        autoFocus
        value={password}
        onChange={(e) => setPassword(e.target.value)}
      />
      <Fault text={fault} />
      <div className="sheet-acts">
        <PasskeyButton onEnter={enter} />
        <Button onPress={() => answer(null)}>{w.app.cancel}</Button>
        <Button type="submit" look="main" isDisabled={busy || password === ''}>
          {w.access.freshYes}
        </Button>
      </div>
    </form>
  )
}
