import { useQuery } from '@tanstack/react-query'
import { horizonQuery } from '../inbox/horizon-query.ts'
import { queries } from '../query.ts'
import { useDesk } from '../session/session.ts'
import type { Place } from './places.ts'

export type Count = { readonly n: number; readonly tone: 'calm' | 'late' }

/** What each place has to say, in one figure; nothing when there is nothing. */
export const useCounts = (): { readonly [K in Place['key']]?: Count } => {
  const { can } = useDesk()
  const { data: horizon } = useQuery(horizonQuery({}))
  const { data: bell } = useQuery(queries.notifications())
  const { data: toApprove } = useQuery({ ...queries.approvals(), enabled: can('approval.give') })
  const { data: health } = useQuery({ ...queries.channels(), enabled: can('channels.read') })
  const { data: cells } = useQuery(queries.incidents())
  const unread = bell?.notifications.filter((n) => n.readAt === null).length ?? 0
  const ailing = health?.channels.filter((c) => c.state === 'needs-attention').length ?? 0
  const waiting = toApprove?.approvals ?? []
  const overdue = waiting.filter((a) => a.owed && a.dueAt <= (horizon?.now ?? 0)).length
  const late = (n: number): Count | undefined => (n > 0 ? { n, tone: 'late' } : undefined)
  const calm = (n: number): Count | undefined => (n > 0 ? { n, tone: 'calm' } : undefined)
  const said = {
    inbox: late(horizon?.late ?? 0) ?? calm(horizon?.owed ?? 0),
    approvals: late(overdue) ?? calm(waiting.length),
    crisis: late(cells?.open.length ?? 0),
    deliveries: late(horizon?.unsettled ?? 0),
    notifications: calm(unread),
    channels: late(ailing),
    quarantine: late(horizon?.quarantined ?? 0),
  }
  return Object.fromEntries(Object.entries(said).filter(([, count]) => count !== undefined))
}

/** The crisis cell is in the way until there is one; keys and palette lead there all the same. */
export const isWanted = ({ key }: Place, counts: ReturnType<typeof useCounts>): boolean =>
  key !== 'crisis' || counts.crisis !== undefined
