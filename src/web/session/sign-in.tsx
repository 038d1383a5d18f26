import { useQuery } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { SessionView } from '#contract/session.ts'
import { api } from '../api.ts'
import { PasskeyButton } from '../second-factor/passkey-button.tsx'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { TextField } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { useWords } from '../words/words.ts'
import { asksForCode, CodeField } from './code-field.tsx'
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
  const [code, setCode] = useState('')
  const [asked, setAsked] = useState(false)
  const { data: setUp } = useQuery({ queryKey: ['set-up'], queryFn: () => api.readSetUp() })
  const enter = async (session: SessionView) => {
    await wearSession(session)
    if (next === undefined) await navigate({ to: '/' })
    else router.history.push(next)
  }
  const {
    submit,
    fault,
    code: refused,
    busy,
  } = useSubmit(async () => {
    await enter(await api.signIn({ email: email.trim(), password, ...(code.trim() !== '' && { code: code.trim() }) }))
  })
  if (!asked && asksForCode(refused)) setAsked(true)
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
        {asked && <CodeField value={code} onChange={setCode} />}
        <Fault text={fault} />
        <Button type="submit" look="main" isDisabled={busy}>
          {w.entry.enter}
        </Button>
        <PasskeyButton onEnter={enter} />
      </form>
    </Entry>
  )
}
