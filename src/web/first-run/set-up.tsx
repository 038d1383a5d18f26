import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../api.ts'
import { Entry } from '../session/entry.tsx'
import { NewPassword } from '../session/new-password.tsx'
import { wearSession } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { Choice, TextField } from '../ui/field.tsx'
import { allZones, localZone } from '../ui/time-zones.ts'
import { useSubmit } from '../ui/use-submit.ts'
import { useSpeech } from '../words/words.ts'

/** The first minute of a desk: who administers it, for which brand. The key is in the link that the start printed. */
export function SetUp() {
  const { w, language } = useSpeech()
  const navigate = useNavigate()
  const [token] = useState(() => window.location.hash.slice(1))
  const [form, setForm] = useState({ name: '', email: '', password: '', workspace: '', timeZone: localZone() })
  const put = (key: keyof typeof form) => (value: string) => setForm({ ...form, [key]: value })
  const { submit, fault, busy } = useSubmit(async () => {
    const session = await api.setUp({ ...form, email: form.email.trim(), token, language })
    await wearSession(session)
    const first = session.workspaces[0]
    if (first !== undefined)
      await navigate({ to: '/w/$workspace/welcome', params: { workspace: first.id }, search: {} })
  })
  return (
    <Entry title={w.entry.setUp} text={token === '' ? w.entry.setUpNoLink : w.entry.setUpText}>
      <form onSubmit={submit}>
        <TextField
          label={w.entry.brand}
          hint={w.entry.brandHint}
          required
          maxLength={120}
          autoFocus
          value={form.workspace}
          onChange={(e) => put('workspace')(e.target.value)}
        />
        <TextField
          label={w.entry.name}
          hint={w.entry.nameHint}
          autoComplete="name"
          required
          maxLength={120}
          value={form.name}
          onChange={(e) => put('name')(e.target.value)}
        />
        <TextField
          label={w.entry.email}
          type="email"
          autoComplete="username"
          required
          maxLength={200}
          value={form.email}
          onChange={(e) => put('email')(e.target.value)}
        />
        <NewPassword value={form.password} onChange={put('password')} />
        <Choice label={w.entry.timeZone} value={form.timeZone} onChange={(e) => put('timeZone')(e.target.value)}>
          {allZones(form.timeZone).map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </Choice>
        <Fault text={fault} />
        <Button type="submit" look="main" isDisabled={busy || token === ''}>
          {w.entry.setUpYes}
        </Button>
      </form>
    </Entry>
  )
}
