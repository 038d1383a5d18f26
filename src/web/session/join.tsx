import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { TextField } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { useWords } from '../words/words.ts'
import { asksForCode, CodeField } from './code-field.tsx'
import { Entry } from './entry.tsx'
import { NewPassword } from './new-password.tsx'
import { wearSession } from './session.ts'

/** Joins a brand with the one-time link of an invitation; the token stays after the # and never reaches a log. */
export function Join() {
  const w = useWords()
  const navigate = useNavigate()
  const [token] = useState(() => window.location.hash.slice(1))
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [asked, setAsked] = useState(false)
  const {
    submit,
    fault,
    code: refused,
    busy,
  } = useSubmit(async () => {
    await wearSession(
      await api.acceptInvitation({
        token,
        name: name.trim(),
        password,
        ...(code.trim() !== '' && { code: code.trim() }),
      }),
    )
    await navigate({ to: '/' })
  })
  if (!asked && asksForCode(refused)) setAsked(true)
  return (
    <Entry title={w.entry.join} text={token === '' ? w.refused('link-unknown') : w.entry.joinText}>
      <form onSubmit={submit}>
        <TextField
          label={w.entry.name}
          hint={w.entry.nameHint}
          autoComplete="name"
          required
          maxLength={120}
          value={name}
          onChange={(e) => setName(e.target.value)}
        />
        <NewPassword value={password} onChange={setPassword} />
        {asked && <CodeField value={code} onChange={setCode} />}
        <Fault text={fault} />
        <Button type="submit" look="main" isDisabled={busy || token === ''}>
          {w.entry.joinYes}
        </Button>
      </form>
    </Entry>
  )
}
