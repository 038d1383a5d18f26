import { useState } from 'react'
import { api } from '../api.ts'
import { NewPassword } from '../session/new-password.tsx'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { TextField } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { sayDone } from '../undo.ts'
import { useWords } from '../words/words.ts'

/** A new password ends every other session. */
export function PasswordForm() {
  const w = useWords()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const { submit, fault, busy } = useSubmit(async () => {
    await api.changePassword({ current, password })
    setCurrent('')
    setPassword('')
    sayDone(w.me.passwordChanged)
  })
  return (
    <Panel title={w.me.names.password}>
      <form className="stack" onSubmit={submit}>
        <TextField
          label={w.me.currentPassword}
          type="password"
          autoComplete="current-password"
          required
          value={current}
          onChange={(e) => setCurrent(e.target.value)}
        />
        <NewPassword value={password} onChange={setPassword} />
        <Fault text={fault} />
        <p className="acts">
          <Button type="submit" look="main" isDisabled={busy}>
            {w.me.changePassword}
          </Button>
        </p>
      </form>
    </Panel>
  )
}
