import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { notificationRoutes } from '#contract/notifications.ts'
import type { OutputOf } from '#contract/route.ts'
import type { Choices } from '#core/notification/choices.ts'
import { api, codeOf, workspaceId } from '../api.ts'
import { useNow } from '../clock.ts'
import { queryClient } from '../query.ts'
import { Button } from '../ui/button.tsx'
import { sayDone, sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { Devices } from './devices.tsx'
import { Quiet } from './quiet.tsx'
import { Topics } from './topics.tsx'
import { useNoticeWords } from './words.ts'
import './notices.css'

type Settings = OutputOf<typeof notificationRoutes.readNotificationSettings>

const queryKey = () => [workspaceId(), 'notification-settings']

/** What follows one out of the desk, by which means, and when one is left in peace. */
export function Notices() {
  const { data } = useQuery({ queryKey: queryKey(), queryFn: () => api.readNotificationSettings() })
  const changed = () => queryClient.invalidateQueries({ queryKey: queryKey() })
  if (data === undefined) return null
  return (
    <div className="notices">
      <Trouble trouble={data.trouble} />
      <Chosen key={JSON.stringify(data.choices)} settings={data} onKept={changed} />
      <Devices devices={data.devices} pushKey={data.pushKey} onChanged={changed} />
    </div>
  )
}

function Trouble({ trouble }: { trouble: Settings['trouble'] }) {
  const { f } = useSpeech()
  const words = useNoticeWords()
  const now = useNow()
  return trouble.map(({ means, at, reason, givenUp }) => (
    <p key={means} className="late">
      {words.trouble(words.means[means], f.ago(at, now), reason)} {givenUp ? words.givenUp : words.again}
    </p>
  ))
}

function Chosen({ settings, onKept }: { settings: Settings; onKept: () => Promise<unknown> }) {
  const { w } = useSpeech()
  const words = useNoticeWords()
  const [choices, setChoices] = useState<Choices>(settings.choices)
  const keep = async () => {
    try {
      await api.keepNotificationChoices(choices)
      sayDone(words.kept)
      await onKept()
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    }
  }
  return (
    <>
      <Topics means={choices.means} email={settings.email} onChange={(means) => setChoices({ ...choices, means })} />
      <Quiet quiet={choices.quiet} onChange={(quiet) => setChoices({ ...choices, quiet })} />
      <p className="acts">
        <Button look="main" isDisabled={choices === settings.choices} onPress={() => void keep()}>
          {words.keep}
        </Button>
      </p>
    </>
  )
}
