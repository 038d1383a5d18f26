import { useState } from 'react'
import type { Role } from '#contract/shapes.ts'
import { api } from '../api.ts'
import { useNow } from '../clock.ts'
import { Button } from '../ui/button.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { Fault } from '../ui/fault.tsx'
import { Choice, TextField } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { useSpeech } from '../words/words.ts'
import { roleList } from './roles.ts'

type Invited = { readonly email: string; readonly url: string; readonly expiresAt: number }

/** Makes a one-time link for a colleague; it is handed over by whatever means one trusts. */
export function InviteForm() {
  const { w, f } = useSpeech()
  const now = useNow()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('agent')
  const [invited, setInvited] = useState<Invited[]>([])
  const { submit, fault, busy } = useSubmit(async () => {
    const made = await api.inviteMember({ email: email.trim(), role })
    setInvited([{ email: email.trim(), ...made }, ...invited])
    setEmail('')
  })
  return (
    <>
      <form className="form-line" onSubmit={submit}>
        <TextField
          label={w.entry.email}
          type="email"
          required
          maxLength={200}
          value={email}
          onChange={(e) => setEmail(e.target.value)}
        />
        <Choice
          label={w.members.role}
          value={role}
          onChange={(e) => setRole(roleList.find((r) => r === e.target.value) ?? role)}
        >
          {roleList.map((r) => (
            <option key={r} value={r}>
              {w.roles[r]}
            </option>
          ))}
        </Choice>
        <Button type="submit" look="main" isDisabled={busy}>
          {w.members.makeLink}
        </Button>
      </form>
      <Fault text={fault} />
      {invited.map((one) => (
        <CopyLine key={one.url} label={w.members.linkFor(one.email, f.moment(one.expiresAt, now))} text={one.url} />
      ))}
    </>
  )
}
