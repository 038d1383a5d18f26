import { useState } from 'react'
import { api } from '../api.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { TextField } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { sayDone } from '../undo.ts'
import { readAgain } from './query.ts'
import { useOutreachWords } from './words.ts'

/** Somebody who wants no more of these messages and said so elsewhere than in an answer. */
export function ObjectionForm() {
  const o = useOutreachWords()
  const [email, setEmail] = useState('')
  const { submit, fault, busy } = useSubmit(async () => {
    await api.noteObjection({ email })
    sayDone(o.noted)
    setEmail('')
    await readAgain()
  })
  return (
    <Panel title={o.objections} note={o.objectionsNote}>
      <form className="form-line" onSubmit={submit}>
        <TextField
          label={o.email}
          type="email"
          value={email}
          maxLength={254}
          required
          onChange={(e) => setEmail(e.target.value)}
        />
        <Button type="submit" isDisabled={busy}>
          {o.note}
        </Button>
      </form>
      <Fault text={fault} />
    </Panel>
  )
}
