import { IconEarOff, IconUrgent } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, codeOf, workspaceId } from '../api.ts'
import { useReadingWords } from '../case/reading-words.ts'
import { useNow } from '../clock.ts'
import { useCommand } from '../keys/registry.ts'
import { queries, queryClient } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { sayDone, sayTrouble } from '../undo.ts'
import { speaking, useSpeech } from '../words/words.ts'
import { GravityGauge } from './gravity.tsx'
import { alertSentence } from './sentence.ts'
import './alerts.css'

/** So many accounts are named; the list below stays in sight. */
const MOST = 3

const takeAlert = async (id: string): Promise<void> => {
  const { w } = speaking()
  try {
    await api.takeAlert({ id })
    sayDone(w.alerts.taken)
  } catch (error) {
    sayTrouble(w.refused(codeOf(error)))
  } finally {
    await queryClient.invalidateQueries({ queryKey: queries.alerts().queryKey })
  }
}

const declareFrom = async (alertId: string): Promise<void> => (await import('../crisis/declare.ts')).declareNow(alertId)

/** One press opens the cell of this surge; once it is open, the way there (C1). */
function CellOf({ alertId, isFirst }: { alertId: string; isFirst: boolean }) {
  const { w } = useSpeech()
  const { can } = useDesk()
  const { data } = useQuery(queries.incidents())
  const cell = data?.open.find((one) => one.alertId === alertId)
  if (cell !== undefined)
    return (
      <Link to="/w/$workspace/crisis" params={{ workspace: workspaceId() }} search={{ incident: cell.id }}>
        {w.alerts.cell}
      </Link>
    )
  if (data === undefined || !can('incident.declare')) return null
  return (
    <Button
      small
      look="danger"
      {...(isFirst && { command: 'declareIncident' as const })}
      onPress={() => void declareFrom(alertId)}
    >
      {w.alerts.declare}
    </Button>
  )
}

/** Above the list, while it lasts: how unusual, who has taken it and since when; and what nobody hears, which is not calm (L3, L4). */
export function Alerts() {
  const { w, f } = useSpeech()
  const { can } = useDesk()
  const now = useNow()
  const named = useReadingWords().topics
  const { data } = useQuery(queries.alerts())
  const free = data?.alerts.find(({ taken }) => taken === null)
  useCommand('takeAlert', () => free !== undefined && void takeAlert(free.id), free !== undefined && can('alert.take'))
  if (data === undefined) return null
  const { alerts, unheard, brandSilentSince } = data
  const isSilent = brandSilentSince !== null && unheard.length === 0
  if (alerts.length === 0 && unheard.length === 0 && !isSilent) return null
  return (
    <section className="alerts" role="status" aria-label={w.alerts.title}>
      {alerts.map((alert) => (
        <div key={alert.id} className="alert">
          <p>
            <IconUrgent aria-hidden="true" size={18} />
            <span>
              <b>{alertSentence({ w, f }, alert, named)}</b>{' '}
              {alert === alerts[0] && data.topics.length > 0 && (
                <>{w.alerts.about(f.list(data.topics.slice(0, MOST).map((topic) => named[topic])))} </>
              )}
              {alert.taken === null
                ? w.alerts.untaken
                : w.alerts.takenBy(alert.taken.by.name, f.moment(alert.taken.at, now))}
            </span>
          </p>
          {alert.gravity !== null && <GravityGauge gravity={alert.gravity} />}
          <span className="acts">
            {alert.taken === null && can('alert.take') && (
              <Button
                small
                {...(alert.id === free?.id && { command: 'takeAlert' as const })}
                onPress={() => void takeAlert(alert.id)}
              >
                {w.alerts.take}
              </Button>
            )}
            <CellOf alertId={alert.id} isFirst={alert.id === alerts[0]?.id} />
          </span>
        </div>
      ))}
      {unheard.slice(0, MOST).map(({ account, how, sinceAt }) => (
        <p key={account.id} className="unheard">
          <IconEarOff aria-hidden="true" size={18} />
          <span>
            {how === 'down' || sinceAt === null
              ? w.alerts.down(account.handle, account.network)
              : w.alerts.silent(account.handle, account.network, f.moment(sinceAt, now))}
          </span>
        </p>
      ))}
      {unheard.length > MOST && <p className="unheard">{w.alerts.moreUnheard(unheard.length - MOST)}</p>}
      {isSilent && (
        <p className="unheard">
          <IconEarOff aria-hidden="true" size={18} />
          <span>{w.alerts.brandSilent(f.moment(brandSilentSince, now))}</span>
        </p>
      )}
    </section>
  )
}
