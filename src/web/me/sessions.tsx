import { useQuery } from '@tanstack/react-query'
import { api, codeOf } from '../api.ts'
import { useNow } from '../clock.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { sayDone, sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'

/** « Firefox, Linux » is enough to know one's own machines. */
const machineOf = (agent: string): string => {
  const browser = /Edg\//.test(agent) ? 'Edge' : (/(Firefox|Chrome|Safari)\//.exec(agent)?.[1] ?? agent.slice(0, 40))
  const system = /(Windows|Mac OS X|Android|iPhone|iPad|Linux)/.exec(agent)?.[1] ?? ''
  return [browser, system].filter(Boolean).join(', ')
}

/** Where one is signed in; any of them can be ended from here. */
export function Sessions() {
  const { w, f } = useSpeech()
  const now = useNow()
  const { data, refetch } = useQuery({ queryKey: ['sessions'], queryFn: () => api.listSessions() })
  const end = async (key: string) => {
    try {
      await api.endSession({ key })
      sayDone(w.me.sessionEnded)
      await refetch()
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    }
  }
  return (
    <Panel title={w.me.names.sessions}>
      <ul className="session-list">
        {(data?.sessions ?? []).map((session) => (
          <li key={session.key}>
            <span>
              <b>{machineOf(session.userAgent)}</b>{' '}
              <span className="quiet">{session.current ? w.me.thisOne : f.ago(session.seenAt, now)}</span>
            </span>
            {!session.current && (
              <Button small onPress={() => void end(session.key)}>
                {w.me.endSession}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
