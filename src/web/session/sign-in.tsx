import { useQuery } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { TextField } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { useWords } from '../words/words.ts'
import { Entry } from './entry.tsx'
import { wearSession } from './session.ts'

/** The door. A desk that nobody administers yet says where its key is. */
export function SignIn() {
  const w = useWords()
  const { next } = useSearch({ from: '/sign-in' })
  const router = useRouter()
  const navigate = useNavigate()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { data: setUp } = useQuery({ queryKey: ['set-up'], queryFn: () => api.readSetUp() })
  const { submit, fault, busy } = useSubmit(async () => {
    await wearSession(await api.signIn({ email: email.trim(), password }))
    if (next === undefined) await navigate({ to: '/' })
    else router.history.push(next)
  })
  if (setUp?.needed === true)
    return (
      <Entry title={w.entry.notSetUp} text={w.entry.notSetUpText}>
        {null}
      </Entry>
    )
  return (
    <Entry title={w.entry.signIn} text={w.entry.signInText}>
      <form onSubmit={submit}>
        <TextField
          label={w.entry.email}
          type="email"
          autoComplete="username"
          required
          autoFocus
          value={email}
          onChange={(e) => setEmail(e.target.value)}
        />
        <TextField
          label={w.entry.password}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(e) => setPassword(e.target.value)}
        />
        <Fault text={fault} />
        <Button type="submit" look="main" isDisabled={busy}>
          {w.entry.enter}
        </Button>
      </form>
    </Entry>
  )
}
