import { type FormEvent, useState } from 'react'
import type { SecondFactorView } from '#contract/access.ts'
import { api, codeOf } from '../api.ts'
import { useNow } from '../clock.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { sayDone, sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { canUsePasskeys, makePasskey, PasskeyDeclined } from './passkey.ts'
import { useSecondFactorWords } from './words.ts'

type Props = {
  passkeys: SecondFactorView['passkeys']
  onAdded: (recoveryCodes: readonly string[] | null) => Promise<void>
  run: (deed: () => Promise<unknown>, done: string) => Promise<void>
}

export function Passkeys({ passkeys, onAdded, run }: Props) {
  const { w, f } = useSpeech()
  const words = useSecondFactorWords()
  const now = useNow()
  const [name, setName] = useState('')
  const add = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const { recoveryCodes } = await makePasskey(name.trim())
      setName('')
      sayDone(words.passkeyAdded)
      await onAdded(recoveryCodes)
    } catch (error) {
      sayTrouble(error instanceof PasskeyDeclined ? w.access.passkeyDeclined : w.refused(codeOf(error)))
    }
  }
  return (
    <Panel title={words.passkeys} note={words.passkeysNote}>
      {passkeys.length > 0 && (
        <ul className="session-list">
          {passkeys.map((passkey) => (
            <li key={passkey.id}>
              <span>
                <b>{passkey.name}</b>{' '}
                <span className="quiet">
                  {passkey.usedAt === null ? words.neverUsed : words.used(f.ago(passkey.usedAt, now))}
                </span>
              </span>
              <Button
                small
                aria-label={`${words.remove}, ${passkey.name}`}
                onPress={() => void run(() => api.removePasskey({ id: passkey.id }), words.removed)}
              >
                {words.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {canUsePasskeys() ? (
        <form className="form-line" onSubmit={(event) => void add(event)}>
          <TextField
            label={words.passkeyName}
            placeholder={words.passkeyNameHint}
            required
            maxLength={80}
            value={name}
            onChange={(e) => setName(e.target.value)}
          />
          <Button type="submit" look="main" isDisabled={name.trim() === ''}>
            {words.addPasskey}
          </Button>
        </form>
      ) : (
        <p className="quiet">{words.noPasskeys}</p>
      )}
    </Panel>
  )
}
