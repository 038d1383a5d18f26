import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, codeOf } from '../api.ts'
import { useNow } from '../clock.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { sayDone, sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { CannotTell, canBeTold, ownKey, subscribe } from './device.ts'
import { useNoticeWords } from './words.ts'

interface Props {
  devices: readonly { id: string; name: string; key: string; addedAt: number; toldAt: number | null }[]
  pushKey: string | null
  onChanged: () => Promise<unknown>
}

/** The browsers that tell one, each with a way to take it out; a telephone is one of them. */
export function Devices({ devices, pushKey, onChanged }: Props) {
  const { w, f } = useSpeech()
  const words = useNoticeWords()
  const now = useNow()
  const [name, setName] = useState('')
  const { data: own, refetch } = useQuery({ queryKey: ['own-device'], queryFn: ownKey })
  const run = async (deed: () => Promise<unknown>, done: string) => {
    try {
      await deed()
      sayDone(done)
      await Promise.all([onChanged(), refetch()])
    } catch (error) {
      sayTrouble(error instanceof CannotTell ? words[error.why] : w.refused(codeOf(error)))
    }
  }
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (pushKey === null) return
    void run(async () => {
      await api.addNotificationDevice({ name: name.trim(), ...(await subscribe(pushKey)) })
      setName('')
    }, words.added)
  }
  return (
    <Panel title={words.devices} note={words.devicesNote}>
      {devices.length === 0 && <p className="quiet">{words.noDevice}</p>}
      <ul className="session-list">
        {devices.map((device) => (
          <li key={device.id}>
            <span>
              <b>{device.name}</b>{' '}
              <span className="quiet">
                {device.key === own && `${words.thisOne}, `}
                {device.toldAt === null ? words.neverTold : words.told(f.ago(device.toldAt, now))}
              </span>
            </span>
            <Button
              small
              aria-label={words.removeOf(device.name)}
              onPress={() => void run(() => api.removeNotificationDevice({ id: device.id }), words.removed)}
            >
              {words.remove}
            </Button>
          </li>
        ))}
      </ul>
      {pushKey !== null && canBeTold() ? (
        <form className="form-line" onSubmit={add}>
          <TextField
            label={words.deviceName}
            required
            maxLength={80}
            value={name}
            onChange={(e) => setName(e.target.value)}
          />
          <Button type="submit" isDisabled={name.trim() === ''}>
            {words.addThis}
          </Button>
        </form>
      ) : (
        <p className="quiet">{words.unable}</p>
      )}
    </Panel>
  )
}
