import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { useWords } from '../words/words.ts'
import { Entry } from './entry.tsx'
import { NewPassword } from './new-password.tsx'

/** A new password by the one-time link of an administrator; then the usual door. */
export function Reset() {
  const w = useWords()
  const navigate = useNavigate()
  const [token] = useState(() => window.location.hash.slice(1))
  const [password, setPassword] = useState('')
  const { submit, fault, busy } = useSubmit(async () => {
    await api.acceptReset({ token, password })
    await navigate({ to: '/sign-in', search: {} })
  })
  return (
    <Entry title={w.access.reset} text={token === '' ? w.refused('link-unknown') : w.access.resetText}>
      <form onSubmit={submit}>
        <NewPassword value={password} onChange={setPassword} />
        <Fault text={fault} />
        <Button type="submit" look="main" isDisabled={busy || token === ''}>
          {w.access.resetYes}
        </Button>
      </form>
    </Entry>
  )
}
